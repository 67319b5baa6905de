// mektep statistics: journals into counts, counts into figures. Nothing of a pupil is printed.
#include "cli/statistics.h"

#include <ostream>

#include "cli/data_folder.h"
#include "cli/report/report.h"
#include "statistics/import/decode.h"
#include "statistics/inspect/inspect.h"
#include "statistics/report.h"
#include "statistics/store.h"
#include "syntax/yaml/yaml.h"

namespace mektep::cli {
namespace {

Node read_data(const std::string& path, Findings& findings) {
  const auto bytes = read_import_file(path);
  return bytes ? parse_yaml(*bytes, path, findings) : Node{};
}

}  // namespace

std::expected<StatisticsData, int> load_statistics_data(const Context& context,
                                                        const std::string& repository) {
  const auto data = find_data_folder(context);
  if (!data) return std::unexpected(fail(context, data.error()));
  auto snapshot = open_working_tree(repository);
  if (!snapshot) return std::unexpected(fail(context, snapshot.error()));
  StatisticsData loaded;
  loaded.stored = load_statistics(**snapshot, loaded.findings);
  const Node subjects = read_data(*data + "/schema/statistics/subjects.yaml", loaded.findings);
  if (const Node* list = subjects.given("subjects")) loaded.subjects.add(*list);
  if (const Node* list = loaded.stored.settings.given("subjects")) loaded.subjects.add(*list);
  loaded.policies = std::make_unique<MarkingPolicies>(
      read_data(*data + "/schema/statistics/marking.yaml", loaded.findings), loaded.stored.settings);
  if (const SourceFile* file = (*snapshot)->find("school/education.yaml"))
    if (const auto bytes = (*snapshot)->read(*file)) {
      Findings theirs;  // `mektep check` tells them
      const Node education = parse_yaml(*bytes, file->path, theirs);
      if (const Node* programmes = education.given("programmes"))
        for (const Node& programme : programmes->items) loaded.programmes.emplace(programme.text_of("id"));
    }
  return loaded;
}

namespace {

// Prints the findings; false when one of them blocks.
bool print_findings(const Context& context, const Findings& findings) {
  for (const Finding& finding : findings)
    context.err() << finding_text(finding, context.language, context.err_style());
  return !any_blocks(findings);
}

std::optional<ImportOptions> import_options(const Context& context, const StatisticsData& data,
                                            Findings& findings) {
  const Arguments& arguments = context.arguments;
  ImportOptions options;
  options.subjects = &data.subjects;
  options.policies = data.policies.get();
  options.programmes.insert(data.programmes.begin(), data.programmes.end());
  if (arguments.has("--year") && !(options.year = parse_school_year(arguments.get("--year")))) {
    fail(context, say(context.language, Text::not_a_year, visible(arguments.get("--year"))));
    return std::nullopt;
  }
  if (arguments.has("--period") && !(options.period = parse_period(arguments.get("--period")))) {
    fail(context, say(context.language, Text::not_a_period, visible(arguments.get("--period"))));
    return std::nullopt;
  }
  if (arguments.has("--class") && !(options.class_ = parse_class_name(arguments.get("--class")))) {
    fail(context, say(context.language, Text::not_a_class, visible(arguments.get("--class"))));
    return std::nullopt;
  }
  if (const std::string profile = arguments.get("--profile"); find_profile(profile)) {
    options.mapping.profile = profile;
  } else if (!profile.empty()) {
    const auto bytes = read_import_file(profile);
    if (!bytes)
      findings.push_back(bytes.error());
    else
      options.mapping =
          read_mapping(parse_yaml(*bytes, profile, findings), profile, *data.policies, findings);
  }
  for (const auto& [term, tables] : data.stored.counts.terms)
    if (const auto contingent = tables.find(TableKind::contingent); contingent != tables.end())
      for (const auto& [key, counts] : contingent->second.rows)
        options.known_classes.emplace(term.year, key.class_);
  return options;
}

std::string columns_of(const ImportedFile& file, Language language) {
  std::string out;
  for (const auto& [index, id] : file.guessed)
    out += fmt::format("{}{} = {}", out.empty() ? "" : ", ", index + 1, column_name(id).in(language));
  return out;
}

}  // namespace

int run_statistics_import(const Context& context) {
  const Arguments& arguments = context.arguments;
  const std::string repository = arguments.get("--into", ".");
  if (arguments.rest.empty()) return fail(context, say(context.language, Text::argument_missing, "FILE"));
  auto data = load_statistics_data(context, repository);
  if (!data) return data.error();
  Findings findings = std::move(data->findings);
  const auto options = import_options(context, *data, findings);
  if (!options) return exit_failed;

  std::vector<InputFile> files;
  for (const std::string& path : arguments.rest) {
    auto bytes = read_import_file(path);
    if (bytes)
      files.push_back({path, std::move(*bytes)});
    else
      findings.push_back(bytes.error());
  }
  std::vector<ImportedFile> imported;
  if (!any_blocks(findings)) imported = import_files(std::move(files), *options, findings);
  StoreChange change;
  if (!any_blocks(findings)) change = plan_store(data->stored, imported, today(context), findings);
  sort_findings(findings);
  const bool sound = print_findings(context, findings);
  for (std::size_t i = 0; i < imported.size(); ++i)
    if (!imported[i].profile.empty())
      context.out() << say(context.language, Text::statistics_read, visible(arguments.rest[i]),
                           imported[i].profile, imported[i].rows, columns_of(imported[i], context.language))
                    << '\n';
  if (!sound) {
    fail(context, text(Text::statistics_refused, context.language));
    return exit_blocked;
  }
  if (arguments.has("--dry-run")) {
    for (const auto& [path, bytes] : change.files) context.out() << "\n== " << path << '\n' << bytes;
  } else if (const auto written = write_store(repository, change); !written) {
    return fail(context, written.error());
  }
  context.out() << say(context.language,
                       change.files.empty()         ? Text::statistics_nothing_new
                       : arguments.has("--dry-run") ? Text::statistics_would_store
                                                    : Text::statistics_stored_rows,
                       change.added, change.corrected, change.unchanged)
                << '\n';
  return exit_clear;
}

int run_statistics_show(const Context& context) {
  const Arguments& arguments = context.arguments;
  const std::string repository = arguments.rest.empty() ? arguments.get("--into", ".") : arguments.rest[0];
  auto data = load_statistics_data(context, repository);
  if (!data) return data.error();
  if (!print_findings(context, data->findings)) return exit_blocked;
  Findings ignored;
  const auto options = import_options(context, *data, ignored);
  if (!options) return exit_failed;
  if (arguments.has("--denominator")) {
    Node settings = data->stored.settings;
    settings.kind = Node::Kind::map;
    std::erase_if(settings.members, [](const Node::Member& member) { return member.key == "denominator"; });
    Node value;
    value.kind = Node::Kind::scalar;
    value.text = arguments.get("--denominator");
    settings.members.push_back({"denominator", {}, value});
    data->policies = std::make_unique<MarkingPolicies>(data->policies->with_settings(std::move(settings)));
  }
  bool any = false;
  std::vector<Term> terms;
  for (const auto& [term, tables] : data->stored.counts.terms) terms.push_back(term);
  if (options->year && options->period) terms = {{*options->year, *options->period}};
  const std::string format = arguments.get("--format", "text");
  for (const Term& term : terms) {
    if ((options->year && term.year != *options->year) ||
        (options->period && term.period != *options->period))
      continue;
    any = true;
    const auto lines = report_lines(data->stored.counts, term, *data->policies);
    const Denominator denominator = data->policies->in(term).denominator;
    if (format == "csv")
      context.out() << lines_as_csv(lines, term, denominator);
    else if (format == "json")
      context.out() << lines_as_json(lines, term, denominator);
    else
      context.out() << lines_as_text(lines, term, denominator, context.language, [&](const std::string& id) {
        const Subject* subject = data->subjects.find(id);
        return subject ? subject->name.in(context.language == Language::ru ? Locale::ru : Locale::ky) : id;
      });
  }
  if (!any) context.err() << text(Text::statistics_no_terms, context.language) << '\n';
  return exit_clear;
}

int run_statistics_inspect(const Context& context) {
  const Arguments& arguments = context.arguments;
  if (arguments.rest.empty()) return fail(context, say(context.language, Text::argument_missing, "FILE"));
  auto data = load_statistics_data(context, arguments.get("--into", "."));
  if (!data) return data.error();
  Findings findings = std::move(data->findings);
  const auto options = import_options(context, *data, findings);
  if (!options) return exit_failed;
  std::vector<InputFile> files;
  for (const std::string& path : arguments.rest) {
    auto bytes = read_import_file(path);
    if (bytes)
      files.push_back({path, std::move(*bytes)});
    else
      findings.push_back(bytes.error());
  }
  Inspection inspection = inspect_files(std::move(files), *options);
  append(inspection.findings, std::move(findings));
  sort_findings(inspection.findings);
  const std::string format = arguments.get("--format", "text");
  if (format == "csv" || format == "json") {
    context.out() << inspection_as_csv(inspection, context.language);
  } else if (format == "html") {
    const std::string title =
        options->year && options->period
            ? fmt::format("{}, {}", options->year->text(), name_of(*options->period).in(context.language))
            : std::string();
    context.out() << inspection_as_html(inspection, title, today(context), context.language);
  } else {
    for (const Finding& finding : inspection.findings)
      context.out() << finding_text(finding, context.language, context.out_style());
    context.out() << checklist_as_text(inspection, context.language);
  }
  return any_blocks(inspection.findings) ? exit_blocked : exit_clear;
}

int run_statistics_profiles(const Context& context) {
  for (const Profile& profile : csv_profiles()) {
    context.out() << context.out_style()(Colour::strong, profile.id) << "  "
                  << profile.name.in(context.language) << '\n';
    for (const std::string_view id : profile.columns()) {
      const bool required =
          std::find(profile.required.begin(), profile.required.end(), id) != profile.required.end();
      context.out() << fmt::format("  {} {:14} {}\n", required ? '*' : ' ', id,
                                   column_name(id).in(context.language));
    }
  }
  context.out() << text(Text::statistics_required_columns, context.language) << '\n';
  return exit_clear;
}

int run_statistics(const Context& context) {
  const std::string& action = context.arguments.argument;
  if (action == "import") return run_statistics_import(context);
  if (action == "inspect") return run_statistics_inspect(context);
  if (action == "show") return run_statistics_show(context);
  return run_statistics_profiles(context);
}

}  // namespace mektep::cli
