// mektep statistics: journals into counts, counts into figures. Nothing of a pupil is printed.
#include "cli/statistics.h"

#include <array>
#include <ostream>

#include "base/parallel.h"
#include "cli/data_folder.h"
#include "cli/report/report.h"
#include "statistics/import/decode.h"
#include "statistics/report.h"

namespace mektep::cli {
namespace {

// --year, --period and --class; nullopt after a complaint.
std::optional<JournalFiles> terms_wanted(const Context& context) {
  const Arguments& arguments = context.arguments;
  JournalFiles wanted;
  if (arguments.has("--year") && !(wanted.year = parse_school_year(arguments.get("--year")))) {
    fail(context, say(context.language, Text::not_a_year, visible(arguments.get("--year"))));
    return std::nullopt;
  }
  if (arguments.has("--period") && !(wanted.period = parse_period(arguments.get("--period")))) {
    fail(context, say(context.language, Text::not_a_period, visible(arguments.get("--period"))));
    return std::nullopt;
  }
  if (arguments.has("--class") && !(wanted.class_ = parse_class_name(arguments.get("--class")))) {
    fail(context, say(context.language, Text::not_a_class, visible(arguments.get("--class"))));
    return std::nullopt;
  }
  return wanted;
}

std::string columns_of(const ImportedFile& file, Language language) {
  std::string out;
  for (const auto& [index, id] : file.guessed)
    out += fmt::format("{}{} = {}", out.empty() ? "" : ", ", index + 1, column_name(id).in(language));
  return out;
}

}  // namespace

bool print_findings(const Context& context, const Findings& findings) {
  for (const Finding& finding : findings)
    context.err() << finding_text(finding, context.language, context.err_style());
  return !any_blocks(findings);
}

std::expected<JournalDesk, int> open_desk(const Context& context, const std::string& repository,
                                          Findings& findings) {
  const auto data = find_data_folder(context);
  if (!data) return std::unexpected(fail(context, data.error()));
  auto snapshot = open_working_tree(repository);
  if (!snapshot) return std::unexpected(fail(context, snapshot.error()));
  return JournalDesk(**snapshot, *data + "/schema/statistics", findings);
}

std::optional<JournalFiles> journal_files(const Context& context, Findings& findings) {
  const Arguments& arguments = context.arguments;
  auto files = terms_wanted(context);
  if (!files) return std::nullopt;
  if (const std::string profile = arguments.get("--profile"); find_profile(profile)) {
    files->profile = profile;
  } else if (!profile.empty()) {
    auto bytes = read_import_file(profile);
    files->mapping_name = profile;
    if (bytes)
      files->mapping = std::move(*bytes);
    else
      findings.push_back(bytes.error());
  }
  for (const std::string& path : arguments.rest) {
    auto bytes = read_import_file(path);
    if (bytes)
      files->files.push_back({path, std::move(*bytes)});
    else
      findings.push_back(bytes.error());
  }
  return files;
}

int run_statistics_import(const Context& context) {
  const Arguments& arguments = context.arguments;
  const std::string repository = arguments.get("--into", ".");
  if (arguments.rest.empty()) return fail(context, say(context.language, Text::argument_missing, "FILE"));
  Findings findings;
  const auto desk = open_desk(context, repository, findings);
  if (!desk) return desk.error();
  auto files = journal_files(context, findings);
  if (!files) return exit_failed;
  ImportPreview preview;
  if (!any_blocks(findings))
    preview = desk->preview(std::move(*files), {today(context), !arguments.has("--unpublished")});
  append(findings, std::move(preview.findings));
  sort_findings(findings);
  const bool sound = print_findings(context, findings);
  for (std::size_t i = 0; i < preview.files.size(); ++i)
    if (const ImportedFile& file = preview.files[i]; !file.profile.empty())
      context.out() << say(context.language, Text::statistics_read, visible(arguments.rest[i]), file.profile,
                           file.rows, columns_of(file, context.language))
                    << '\n';
  if (!sound) {
    fail(context, text(Text::statistics_refused, context.language));
    return exit_blocked;
  }
  const StoreChange& change = preview.change;
  if (arguments.has("--dry-run")) {
    for (const auto& [path, bytes] : change.files) context.out() << "\n== " << path << '\n' << bytes;
  } else if (const auto written = write_store(repository, change); !written) {
    return fail(context, written.error());
  }
  for (const Term term : change.kept)
    context.out() << say(context.language, Text::statistics_kept, term.path()) << '\n';
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
  Findings findings;
  const auto desk = open_desk(context, repository, findings);
  if (!desk) return desk.error();
  if (!print_findings(context, findings)) return exit_blocked;
  const auto wanted = terms_wanted(context);
  if (!wanted) return exit_failed;
  const SchoolStatistics& data = desk->statistics();
  MarkingPolicies policies = data.policies;
  if (arguments.has("--denominator")) {
    Node settings = data.stored.settings;
    settings.kind = Node::Kind::map;
    std::erase_if(settings.members, [](const Node::Member& member) { return member.key == "denominator"; });
    Node value;
    value.kind = Node::Kind::scalar;
    value.text = arguments.get("--denominator");
    settings.members.push_back({"denominator", {}, value});
    policies = policies.with_settings(std::move(settings));
  }
  std::vector<Term> terms;
  for (const auto& [term, tables] : data.stored.counts.terms) terms.push_back(term);
  if (wanted->year && wanted->period) terms = {{*wanted->year, *wanted->period}};
  std::erase_if(terms, [&](const Term& term) {
    return (wanted->year && term.year != *wanted->year) || (wanted->period && term.period != *wanted->period);
  });
  const std::string format = arguments.get("--format", "text");
  const auto text_of = [&](const Term& term) {
    const SchoolCounts& counts = data.stored.counts;
    if (format == "csv") return report_as_csv(counts, term, policies);
    if (format == "json") return report_as_json(counts, term, policies);
    return report_as_text(counts, term, policies, context.language, [&](const std::string& id) {
      const Subject* subject = data.subjects.find(id);
      return subject ? subject->name.in(context.language == Language::ru ? Locale::ru : Locale::ky) : id;
    });
  };
  // Two at a time: the tables of a term of a large school take some twenty megabytes.
  std::array<std::string, 2> texts;
  for (std::size_t i = 0; i < terms.size(); i += texts.size()) {
    const std::size_t count = std::min(texts.size(), terms.size() - i);
    parallel_for(
        count, context.invocation.cores, [&](std::size_t k) { texts[k] = text_of(terms[i + k]); }, 1);
    for (std::size_t k = 0; k < count; ++k) context.out() << texts[k];
  }
  if (terms.empty()) context.err() << text(Text::statistics_no_terms, context.language) << '\n';
  return exit_clear;
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
  if (action == "columns") return run_statistics_columns(context);
  if (action == "archive") return run_statistics_archive(context);
  if (action == "forecast") return run_statistics_forecast(context);
  return run_statistics_profiles(context);
}

}  // namespace mektep::cli
