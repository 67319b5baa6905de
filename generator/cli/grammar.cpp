#include "cli/grammar.h"

#include <array>

namespace mektep::cli {
namespace {

using enum ValueKind;
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
    {"--lang", "", "LANG", choice, Text::option_lang, languages},
    {"--data", "", "DIR", folder, Text::option_data},
    {"--help", "-h", "", none, Text::option_help},
    {"--version", "", "", none, Text::option_version},
}};

constexpr OptionSpec format{"--format", "", "FORMAT", choice, Text::option_format, formats};
constexpr OptionSpec limit{"--limit", "", "N", number, Text::option_limit};
constexpr OptionSpec today{"--today", "", "DATE", date, Text::option_today};
constexpr OptionSpec at{"--at", "", "REV", revision, Text::option_at};
constexpr OptionSpec jobs{"--jobs", "-j", "N", number, Text::option_jobs};

constexpr OptionSpec cache{"--cache", "", "DIR", folder, Text::option_cache};
constexpr OptionSpec no_cache{"--no-cache", "", "", none, Text::option_no_cache};

constexpr OptionSpec pupils{"--pupils", "", "FILE", ValueKind::text, Text::option_pupils};

constexpr std::array<OptionSpec, 4> of_new{{
    {"--name", "", "NAME", ValueKind::text, Text::option_name},
    {"--name-ru", "", "NAME", ValueKind::text, Text::option_name_ru},
    {"--base-url", "", "URL", url, Text::option_base_url_new},
    today,
}};
constexpr std::array<OptionSpec, 8> of_check{{format, limit, today, at, jobs, pupils, cache, no_cache}};
constexpr std::array<OptionSpec, 5> of_repair{
    {{"--dry-run", "", "", none, Text::option_repair_dry_run}, today, jobs, cache, no_cache}};
constexpr std::array<OptionSpec, 13> of_build{{
    {"--out", "-o", "DIR", folder, Text::option_out, {}, true},
    format,
    limit,
    today,
    at,
    jobs,
    {"--base-url", "", "URL", url, Text::option_base_url},
    {"--draft", "", "", none, Text::option_draft},
    {"--links", "", "FORM", choice, Text::option_links, link_forms},
    {"--why", "", "", none, Text::option_why},
    pupils,
    cache,
    no_cache,
}};
constexpr std::array<OptionSpec, 6> of_serve{{
    {"--port", "", "N", number, Text::option_port},
    {"--open", "", "", none, Text::option_open},
    today,
    jobs,
    cache,
    no_cache,
}};
constexpr std::array<OptionSpec, 4> of_explain{{
    {"--list", "", "", none, Text::option_list},
    {"--repo", "", "REPO", folder, Text::argument_repository},
    today,
    at,
}};
constexpr std::array<OptionSpec, 11> of_statistics{{
    {"--into", "", "REPO", folder, Text::option_into},
    {"--profile", "", "PROFILE", ValueKind::text, Text::option_profile},
    {"--year", "", "YEAR", ValueKind::text, Text::option_year},
    {"--period", "", "PERIOD", ValueKind::text, Text::option_period},
    {"--class", "", "CLASS", ValueKind::text, Text::option_class},
    {"--dry-run", "", "", none, Text::option_dry_run},
    {"--unpublished", "", "", none, Text::option_unpublished},
    {"--out", "", "DIR", folder, Text::option_statistics_out},
    {"--format", "", "FORMAT", choice, Text::option_figure_format, figure_formats},
    {"--denominator", "", "RULE", choice, Text::option_denominator, denominators},
    today,
}};
constexpr std::array<OptionSpec, 1> of_help{{{"--man", "", "", none, Text::option_man}}};

constexpr std::array<OptionSpec, 4> of_theme{{format, limit, today, jobs}};

constexpr std::array<OptionSpec, 10> of_consent{{
    {"--repo", "", "REPO", folder, Text::option_consent_repo},
    {"--out", "-o", "FILE", ValueKind::text, Text::option_consent_out},
    {"--at", "", "DATE", ValueKind::text, Text::option_consent_at},
    {"--format", "", "FORMAT", choice, Text::option_consent_format, consent_formats},
    {"--site", "", "DIR", folder, Text::option_consent_site},
    {"--dry-run", "", "", none, Text::option_consent_dry_run},
    pupils,
    today,
    cache,
    no_cache,
}};

constexpr std::array<CommandSpec, 12> table{{
    {"new", Text::new_summary, "DIR", folder, true, Text::argument_folder, {}, of_new},
    {"check", Text::check_summary, "REPO", folder, false, Text::argument_repository, {}, of_check},
    {"repair", Text::repair_summary, "REPO", folder, false, Text::argument_repository, {}, of_repair},
    {"build", Text::build_summary, "REPO", folder, false, Text::argument_repository, {}, of_build},
    {"serve", Text::serve_summary, "REPO", folder, false, Text::argument_repository, {}, of_serve},
    {"explain", Text::explain_summary, "SUBJECT", subject, false, Text::argument_subject, {}, of_explain},
    {"statistics", Text::statistics_summary, "ACTION", choice, true, Text::argument_action,
     statistics_actions, of_statistics, "FILE", Text::argument_files},
    {"consent", Text::consent_summary, "ACTION", choice, true, Text::argument_action, consent_actions,
     of_consent, "ID", Text::argument_consent},
    {"theme", Text::theme_summary, "ACTION", choice, true, Text::argument_action, theme_actions, of_theme,
     "THEME", Text::argument_theme},
    {"completion", Text::completion_summary, "SHELL", choice, true, Text::argument_shell, shells, {}},
    {"help", Text::help_summary, "COMMAND", choice, false, Text::argument_command, names, of_help},
    {"version", Text::version_summary, "", none, false, Text::argument_folder, {}, {}},
}};

}  // namespace

std::span<const CommandSpec> commands() {
  return table;
}
std::span<const OptionSpec> global_options() {
  return everywhere;
}

const CommandSpec* find_command(std::string_view name) {
  for (const CommandSpec& command : table)
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
