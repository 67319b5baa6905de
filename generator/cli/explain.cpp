// mektep explain: what a rule or a disclosure item wants and why, or where an address of the site comes from.
#include <filesystem>
#include <fstream>
#include <ostream>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/data_folder.h"
#include "publish/all_rules.h"
#include "schema/catalogue.h"
#include "syntax/yaml/yaml.h"

namespace mektep::cli {
namespace {

Text effect_of(Severity severity) {
  return severity == Severity::blocks  ? Text::rule_blocks
         : severity == Severity::warns ? Text::rule_warns
                                       : Text::rule_notes;
}

std::string files_of(std::string_view kind) {
  if (kind.starts_with("people")) return "people/*.yaml";
  if (kind == "documents") return "documents/*/document.yaml";
  return fmt::format("{}.yaml", kind);
}

// A source of the catalogue, "school/licences#licences/*/document/@documents/number!", as the files and
// fields that it means: "school/licences.yaml: licences › document → documents/*/document.yaml: number".
std::string place_of(std::string_view source) {
  while (source.ends_with('?') || source.ends_with('!')) source.remove_suffix(1);
  const std::size_t hash = std::min(source.find('#'), source.size());
  std::string place = files_of(source.substr(0, hash));
  std::string_view before = ": ";
  for (const std::string_view part : split(source.substr(std::min(hash + 1, source.size())), '/')) {
    if (part.empty() || part == "*") continue;
    if (part.starts_with('@')) {
      place += " → " + files_of(part.substr(1));
      before = ": ";
      continue;
    }
    place += before;
    place += part;
    before = " › ";
  }
  return place;
}

// A text that a finding fills: what it will say of the place is left open.
std::string with_gaps(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
    const std::string_view name = close == std::string_view::npos ? "" : text.substr(at + 1, close - at - 1);
    const bool gap = !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") ==
                                          std::string_view::npos;
    shown += gap ? "…" : std::string(1, text[at]);
    at = gap ? close + 1 : at + 1;
  }
  return shown;
}

class Explainer {
 public:
  explicit Explainer(const Context& context)
      : out_(context.out()), language_(context.language), style_(context.out_style()) {}

  void title(std::string_view name, Text what, std::string_view sentence) const {
    out_ << style_(Colour::accent, name) << " (" << text(what, language_) << ")\n" << sentence << "\n\n";
  }
  void fact(Text label, std::string_view value) const { fact(text(label, language_), value); }
  void fact(std::string_view label, std::string_view value) const {
    if (!value.empty()) out_ << style_(Colour::strong, label) << ": " << visible(value) << '\n';
  }
  void line(Text which) const { out_ << text(which, language_) << '\n'; }

  void rule(const Rule& rule) const {
    title(rule.id, Text::explain_rule, with_gaps(rule.message.in(language_)));
    fact(Text::explain_why, rule.why.in(language_));
    if (const std::string expected = with_gaps(rule.expected.in(language_)); expected != "…")
      fact(Text::label_expected, expected);
    fact(Text::explain_mend, with_gaps(rule.hint.in(language_)));
    fact(Text::explain_severity, text(effect_of(rule.severity), language_));
    fact(Text::label_clause, rule.clauses);
  }

  void item(const Catalogue& catalogue, const DisclosureItem& item) const {
    title(item.id, Text::explain_item, item.label.in(language_));
    fact(Text::label_expected, item.expects.in(language_));
    fact(Text::explain_requirement,
         text(item.requirement == Requirement::must ? Text::explain_must : Text::explain_should, language_));
    for (const DisclosureGroup& group : catalogue.groups)
      if (group.id == item.group) fact(Text::explain_group, group.label.in(language_));
    for (const std::string& source : item.sources) fact(Text::explain_sources, place_of(source));
    fact(Text::label_clause, item.clauses);
    if (item.review_days > 0) out_ << say(language_, Text::explain_review, item.review_days) << '\n';
    if (item.may_be_absent) line(Text::explain_absence);
    if (item.personal) line(Text::explain_personal);
  }

 private:
  std::ostream& out_;
  Language language_;
  Style style_;
};

// Faults of the catalogue itself are the business of the library; here it only has to be readable.
Catalogue read_catalogue(const std::string& data_folder) {
  const std::filesystem::path path = std::filesystem::path(data_folder) / "schema" / "disclosure.yaml";
  std::ifstream stream(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  Findings ignored;
  const Node node = parse_yaml(bytes, "disclosure.yaml", ignored);
  return load_catalogue(node, "disclosure.yaml", ignored);
}

int list(const Context& context, const Catalogue& catalogue) {
  for (const Rule* rule : all_rules()) context.out() << rule->id << '\n';
  for (const DisclosureItem& item : catalogue.items) context.out() << item.id << '\n';
  return exit_clear;
}

int not_found(const Context& context, const Catalogue& catalogue, const std::string& subject) {
  std::vector<std::string> known;
  for (const Rule* rule : all_rules()) known.emplace_back(rule->id);
  for (const DisclosureItem& item : catalogue.items) {
    known.push_back(item.id);
    known.push_back(item.number);
  }
  std::string message = say(context.language, Text::explain_unknown, visible(subject));
  if (const auto near = did_you_mean(subject, known))
    message += "; " + say(context.language, Text::did_you_mean, *near);
  return fail(context, message);
}

// The matrix of languages: "news/2026/first-bell  ky: original  ru: stale".
int translations(const Context& context) {
  static constexpr Text words[] = {Text::translation_original, Text::translation_current,
                                   Text::translation_unmarked, Text::translation_stale,
                                   Text::translation_missing};
  Request request;
  if (!make_request(context, context.arguments.get("--repo"), request)) return exit_failed;
  const auto rows = context.invocation.engine->translations(request);
  if (!rows) return fail(context, rows.error());
  for (const TranslationRow& row : *rows) {
    context.out() << row.entry;
    for (const Locale locale : all_locales) {
      const Text word = words[static_cast<std::size_t>(row.states[index(locale)])];
      context.out() << fmt::format("  {}: {}", code(locale), text(word, context.language));
    }
    context.out() << '\n';
  }
  return exit_clear;
}

// What each kind of host needs.
int hosting(const Context& context) {
  for (const Text part : {Text::hosting_ftp, Text::hosting_static, Text::hosting_own, Text::hosting_disk})
    context.out() << "- " << text(part, context.language) << '\n';
  return exit_clear;
}

int server_configuration(const Context& context, std::string_view server) {
  Request request;
  if (!make_request(context, context.arguments.get("--repo"), request)) return exit_failed;
  const auto configuration = context.invocation.engine->server_configuration(request, server);
  if (!configuration) return fail(context, configuration.error());
  context.out() << *configuration;
  return exit_clear;
}

}  // namespace

int run_explain(const Context& context) {
  const std::string& subject = context.arguments.argument;
  const auto data = find_data_folder(context);
  const Catalogue catalogue = data ? read_catalogue(*data) : Catalogue{};
  const Explainer explain(context);
  if (context.arguments.has("--list")) return list(context, catalogue);
  if (subject.empty()) {
    for (const Rule* rule : all_rules())
      context.out() << fmt::format("{:36} {}\n", rule->id, rule->message.in(context.language));
    for (const DisclosureItem& item : catalogue.items)
      context.out() << fmt::format("{:36} {} {}\n", item.id, item.number, item.label.in(context.language));
    return exit_clear;
  }
  if (subject == "hosting") return hosting(context);
  if (subject == "nginx" || subject == "caddy") return server_configuration(context, subject);
  if (subject == "translations") return translations(context);
  if (const Rule* rule = find_rule(subject)) {
    explain.rule(*rule);
    return exit_clear;
  }
  if (const DisclosureItem* item = catalogue.find(subject)) {
    explain.item(catalogue, *item);
    return exit_clear;
  }
  if (subject.find('/') == std::string::npos) return not_found(context, catalogue, subject);
  Request request;
  if (!make_request(context, context.arguments.get("--repo"), request)) return exit_failed;
  const auto answer = context.invocation.engine->explain_url(request, subject, context.language);
  if (!answer) return fail(context, answer.error());
  if (!*answer) return not_found(context, catalogue, subject);
  for (const auto& [what, value] : (*answer)->facts) explain.fact(what, value);
  return exit_clear;
}

}  // namespace mektep::cli
