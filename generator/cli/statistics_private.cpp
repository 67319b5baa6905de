// The private actions of `mektep statistics`: inspection, columns of other systems, archive, forecast. They
// store nothing in the school's repository; archive and forecast name pupils and write where they are told
// to.
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "base/system_error.h"
#include "cli/report/report.h"
#include "cli/statistics.h"
#include "statistics/forecast/forecast.h"
#include "statistics/sheets/archive.h"
#include "syntax/yaml/yaml.h"

namespace mektep::cli {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const std::string inner = fs::weakly_canonical(fs::absolute(path), error).string() + "/";
  return inner.starts_with(fs::weakly_canonical(fs::absolute(folder), error).string() + "/");
}

// The whole folder or nothing; only its owner may read it.
int write_folder(const fs::path& target, const std::map<std::string, std::string>& files) {
  const fs::path staging = target.string() + ".part";
  std::error_code error;
  if (fs::exists(target, error)) return EEXIST;
  fs::remove_all(staging, error);
  for (const auto& [name, bytes] : files) {
    const fs::path path = staging / name;
    fs::create_directories(path.parent_path(), error);
    if (error) return error.value();
    ::chmod(staging.c_str(), 0700);
    std::ofstream out(path, std::ios::binary);
    if (!out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) return EIO;
  }
  fs::rename(staging, target, error);
  if (error) fs::remove_all(staging);
  return error.value();
}

std::string school_name(const std::string& repository, Language language) {
  Findings theirs;
  std::ifstream in(fs::path(repository) / "school/organisation.yaml", std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  const Node organisation = parse_yaml(bytes, "school/organisation.yaml", theirs);
  const Node* const name = organisation.at("name/full");
  return name ? std::string(name->text_of(language == Language::ru ? "ru" : "ky")) : std::string();
}

struct Marks {
  JournalDesk desk;
  std::vector<PupilMark> marks;
};

// The final marks of the files on the command line; the error has been reported.
std::expected<Marks, int> read_marks(const Context& context) {
  Findings findings;
  auto desk = open_desk(context, context.arguments.get("--into", "."), findings);
  if (!desk) return std::unexpected(desk.error());
  auto files = journal_files(context, findings);
  if (!files) return std::unexpected(exit_failed);
  std::vector<PupilMark> marks;
  if (!any_blocks(findings) && !files->files.empty()) marks = desk->marks(std::move(*files), findings);
  if (!print_findings(context, findings)) return std::unexpected(exit_blocked);
  return Marks{std::move(*desk), std::move(marks)};
}

}  // namespace

int run_statistics_inspect(const Context& context) {
  const Arguments& arguments = context.arguments;
  const std::string format = arguments.get("--format", "text");
  if (format == "json")
    return fail(context, say(context.language, Text::not_a_choice, "--format", format, "text, html, csv"));
  if (arguments.rest.empty()) return fail(context, say(context.language, Text::argument_missing, "FILE"));
  Findings findings;
  const auto desk = open_desk(context, arguments.get("--into", "."), findings);
  if (!desk) return desk.error();
  auto files = journal_files(context, findings);
  if (!files) return exit_failed;
  const std::string title =
      files->year && files->period
          ? fmt::format("{}, {}", files->year->text(), name_of(*files->period).in(context.language))
          : std::string();
  Inspection inspection = desk->inspect(std::move(*files));
  append(inspection.findings, std::move(findings));
  sort_findings(inspection.findings);
  if (format == "csv") {
    context.out() << inspection_as_csv(inspection, context.language);
  } else if (format == "html") {
    context.out() << inspection_as_html(inspection, title, today(context), context.language);
  } else {
    for (const Finding& finding : inspection.findings)
      context.out() << finding_text(finding, context.language, context.out_style());
    context.out() << checklist_as_text(inspection, context.language);
  }
  return any_blocks(inspection.findings) ? exit_blocked : exit_clear;
}

int run_statistics_columns(const Context& context) {
  const Arguments& arguments = context.arguments;
  if (arguments.rest.empty()) return fail(context, say(context.language, Text::argument_missing, "FILE"));
  Findings findings;
  const auto desk = open_desk(context, arguments.get("--into", "."), findings);
  if (!desk) return desk.error();
  auto files = journal_files(context, findings);
  if (!files) return exit_failed;
  const std::string name = fs::path(arguments.rest[0]).filename().string();
  GuessedTable table;
  if (!any_blocks(findings)) table = desk->guess(std::move(*files), findings);
  if (!print_findings(context, findings) || !table.profile) return exit_blocked;
  const std::string yaml = table.as_yaml(name, context.language);
  const std::string out = arguments.get("--out");
  if (out.empty()) {
    context.out() << yaml;
    return exit_clear;
  }
  std::ofstream file(out, std::ios::binary);
  if (!file.write(yaml.data(), static_cast<std::streamsize>(yaml.size())).flush())
    return fail(context, fmt::format("{}: {}", visible(out), system_error(EIO).in(context.language)));
  context.out() << yaml << say(context.language, Text::statistics_mapping_hint, visible(out)) << '\n';
  return exit_clear;
}

int run_statistics_archive(const Context& context) {
  const Arguments& arguments = context.arguments;
  const std::string repository = arguments.get("--into", ".");
  const std::string out = arguments.get("--out");
  if (out.empty()) return fail(context, say(context.language, Text::argument_missing, "--out"));
  const auto year = parse_school_year(arguments.get("--year"));
  if (!year) return fail(context, say(context.language, Text::not_a_year, visible(arguments.get("--year"))));
  if (is_inside(out, repository))
    return fail(context, say(context.language, Text::statistics_out_inside, visible(out)));
  const auto read = read_marks(context);
  if (!read) return read.error();
  const SchoolStatistics& data = read->desk.statistics();
  const auto files =
      archive_files(data.stored.counts, read->marks, data.policies, data.subjects,
                    {*year, school_name(repository, context.language), today(context), context.language});
  if (files.empty()) {
    context.err() << text(Text::statistics_no_terms, context.language) << '\n';
    return exit_blocked;
  }
  if (const int code = write_folder(out, files); code != 0)
    return fail(context, fmt::format("{}: {}", visible(out), system_error(code).in(context.language)));
  context.out() << say(context.language, Text::statistics_archived, visible(out), files.size()) << '\n';
  return exit_clear;
}

int run_statistics_forecast(const Context& context) {
  if (context.arguments.rest.empty())
    return fail(context, say(context.language, Text::argument_missing, "FILE"));
  const auto read = read_marks(context);
  if (!read) return read.error();
  const auto forecast = forecast_marks(read->marks);
  if (!forecast) {
    fail(context, text(Text::statistics_no_forecast, context.language));
    return exit_blocked;
  }
  const auto name = [&](const std::string& id) {
    const Subject* const subject = read->desk.statistics().subjects.find(id);
    return subject ? subject->name.best(context.language == Language::ru ? Locale::ru : Locale::ky) : id;
  };
  context.out() << (context.arguments.get("--format") == "csv"
                        ? forecast_as_csv(*forecast)
                        : forecast_as_text(*forecast, context.language, name));
  return exit_clear;
}

}  // namespace mektep::cli
