#include "cli/grammar.h"

#include <array>

namespace mektep::cli {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 3> languages{"ky", "ru", "en"};
constexpr std::array<Words, 4> formats{"text", "json", "sarif", "github"};
constexpr std::array<Words, 2> link_forms{"folders", "files"};
constexpr std::array<Words, 3> shells{"bash", "zsh", "fish"};
constexpr std::array<Words, 12> names{"new",        "check",   "repair", "build",      "serve", "explain",
                                      "statistics", "consent", "theme",  "completion", "help",  "version"};
constexpr std::array<Words, 7> statistics_actions{"import",  "show",    "inspect", "profiles",
                                                  "columns", "archive", "forecast"};
constexpr std::array<Words, 4> figure_formats{"text", "csv", "json", "html"};
constexpr std::array<Words, 2> denominators{"pupils", "marks"};
constexpr std::array<Words, 2> theme_actions{"check", "new"};
constexpr std::array<Words, 3> consent_actions{"form", "report", "withdraw"};
constexpr std::array<Words, 2> consent_formats{"text", "json"};

constexpr std::array<OptionSpec, 4> everywhere{{
    {"--lang", "", "LANG", ValueKind::choice, Text::option_lang, languages},
    {"--data", "", "DIR", ValueKind::folder, Text::option_data},
    {"--help", "-h", "", ValueKind::none, Text::option_help},
    {"--version", "", "", ValueKind::none, Text::option_version},
}};

constexpr OptionSpec format{"--format", "", "FORMAT", ValueKind::choice, Text::option_format, formats};
constexpr OptionSpec limit{"--limit", "", "N", ValueKind::number, Text::option_limit};
constexpr OptionSpec of_day{"--today", "", "DATE", ValueKind::date, Text::option_today};
constexpr OptionSpec at{"--at", "", "REV", ValueKind::revision, Text::option_at};
constexpr OptionSpec jobs{"--jobs", "-j", "N", ValueKind::number, Text::option_jobs};

constexpr OptionSpec cache{"--cache", "", "DIR", ValueKind::folder, Text::option_cache};
constexpr OptionSpec no_cache{"--no-cache", "", "", ValueKind::none, Text::option_no_cache};

constexpr OptionSpec pupils{"--pupils", "", "FILE", ValueKind::text, Text::option_pupils};

constexpr std::array<OptionSpec, 4> of_new{{
    {"--name", "", "NAME", ValueKind::text, Text::option_name},
    {"--name-ru", "", "NAME", ValueKind::text, Text::option_name_ru},
    {"--base-url", "", "URL", ValueKind::url, Text::option_base_url_new},
    of_day,
}};
constexpr std::array<OptionSpec, 8> of_check{{format, limit, of_day, at, jobs, pupils, cache, no_cache}};
constexpr std::array<OptionSpec, 5> of_repair{
    {{"--dry-run", "", "", ValueKind::none, Text::option_repair_dry_run}, of_day, jobs, cache, no_cache}};
constexpr std::array<OptionSpec, 13> of_build{{
    {"--out", "-o", "DIR", ValueKind::folder, Text::option_out, {}, true},
    format,
    limit,
    of_day,
    at,
    jobs,
    {"--base-url", "", "URL", ValueKind::url, Text::option_base_url},
    {"--draft", "", "", ValueKind::none, Text::option_draft},
    {"--links", "", "FORM", ValueKind::choice, Text::option_links, link_forms},
    {"--why", "", "", ValueKind::none, Text::option_why},
    pupils,
    cache,
    no_cache,
}};
constexpr std::array<OptionSpec, 6> of_serve{{
    {"--port", "", "N", ValueKind::number, Text::option_port},
    {"--open", "", "", ValueKind::none, Text::option_open},
    of_day,
    jobs,
    cache,
    no_cache,
}};
constexpr std::array<OptionSpec, 4> of_explain{{
    {"--list", "", "", ValueKind::none, Text::option_list},
    {"--repo", "", "REPO", ValueKind::folder, Text::argument_repository},
    of_day,
    at,
}};
constexpr std::array<OptionSpec, 11> of_statistics{{
    {"--into", "", "REPO", ValueKind::folder, Text::option_into},
    {"--profile", "", "PROFILE", ValueKind::text, Text::option_profile},
    {"--year", "", "YEAR", ValueKind::text, Text::option_year},
    {"--period", "", "PERIOD", ValueKind::text, Text::option_period},
    {"--class", "", "CLASS", ValueKind::text, Text::option_class},
    {"--dry-run", "", "", ValueKind::none, Text::option_dry_run},
    {"--unpublished", "", "", ValueKind::none, Text::option_unpublished},
    {"--out", "", "DIR", ValueKind::folder, Text::option_statistics_out},
    {"--format", "", "FORMAT", ValueKind::choice, Text::option_figure_format, figure_formats},
    {"--denominator", "", "RULE", ValueKind::choice, Text::option_denominator, denominators},
    of_day,
}};
constexpr std::array<OptionSpec, 1> of_help{{{"--man", "", "", ValueKind::none, Text::option_man}}};

constexpr std::array<OptionSpec, 4> of_theme{{format, limit, of_day, jobs}};

constexpr std::array<OptionSpec, 10> of_consent{{
    {"--repo", "", "REPO", ValueKind::folder, Text::option_consent_repo},
    {"--out", "-o", "FILE", ValueKind::text, Text::option_consent_out},
    {"--at", "", "DATE", ValueKind::text, Text::option_consent_at},
    {"--format", "", "FORMAT", ValueKind::choice, Text::option_consent_format, consent_formats},
    {"--site", "", "DIR", ValueKind::folder, Text::option_consent_site},
    {"--dry-run", "", "", ValueKind::none, Text::option_consent_dry_run},
    pupils,
    of_day,
    cache,
    no_cache,
}};

constexpr std::array<CommandSpec, 12> commands_table{{
    {"new", Text::new_summary, "DIR", ValueKind::folder, true, Text::argument_folder, {}, of_new},
    {"check", Text::check_summary, "REPO", ValueKind::folder, false, Text::argument_repository, {}, of_check},
    {"repair",
     Text::repair_summary,
     "REPO",
     ValueKind::folder,
     false,
     Text::argument_repository,
     {},
     of_repair},
    {"build", Text::build_summary, "REPO", ValueKind::folder, false, Text::argument_repository, {}, of_build},
    {"serve", Text::serve_summary, "REPO", ValueKind::folder, false, Text::argument_repository, {}, of_serve},
    {"explain",
     Text::explain_summary,
     "SUBJECT",
     ValueKind::subject,
     false,
     Text::argument_subject,
     {},
     of_explain},
    {"statistics", Text::statistics_summary, "ACTION", ValueKind::choice, true, Text::argument_action,
     statistics_actions, of_statistics, "FILE", Text::argument_files},
    {"consent", Text::consent_summary, "ACTION", ValueKind::choice, true, Text::argument_action,
     consent_actions, of_consent, "ID", Text::argument_consent},
    {"theme", Text::theme_summary, "ACTION", ValueKind::choice, true, Text::argument_action, theme_actions,
     of_theme, "THEME", Text::argument_theme},
    {"completion",
     Text::completion_summary,
     "SHELL",
     ValueKind::choice,
     true,
     Text::argument_shell,
     shells,
     {}},
    {"help", Text::help_summary, "COMMAND", ValueKind::choice, false, Text::argument_command, names, of_help},
    {"version", Text::version_summary, "", ValueKind::none, false, Text::argument_folder, {}, {}},
}};

}  // namespace

std::span<const CommandSpec> commands() {
  return commands_table;
}
std::span<const OptionSpec> global_options() {
  return everywhere;
}

const CommandSpec* find_command(std::string_view name) {
  for (const CommandSpec& command : commands_table)
    if (command.name == name) return &command;
  return nullptr;
}

const OptionSpec* find_option(const CommandSpec* command, std::string_view name) {
  const auto is_it = [&](const OptionSpec& o) {
    return o.name == name || (!name.empty() && o.short_name == name);
  };
  if (command)
    for (const OptionSpec& option : command->options)
      if (is_it(option)) return &option;
  for (const OptionSpec& option : everywhere)
    if (is_it(option)) return &option;
  return nullptr;
}

}  // namespace mektep::cli
