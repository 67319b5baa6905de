#include <exception>
#include <ostream>

#include "base/zone.h"
#include "cli/commands.h"
#include "cli/data_folder.h"
#include "cli/report/report.h"
#include "consent/private_names.h"

namespace mektep::cli {
namespace {

bool colours(const Invocation& invocation, bool terminal) {
  if (!terminal) return false;
  if (const auto no_color = invocation.variable("NO_COLOR"); no_color && !no_color->empty()) return false;
  return invocation.variable("TERM") != "dumb";
}

int dispatch(const Context& context) {
  const Arguments& arguments = context.arguments;
  if (arguments.has("--version")) return run_version(context);
  if (!arguments.command) {
    const bool asked = arguments.has("--help");
    (asked ? context.out() : context.err())
        << help_text(nullptr, context.language, asked ? context.out_style() : context.err_style());
    return asked ? exit_clear : exit_failed;
  }
  if (arguments.has("--help")) {
    context.out() << help_text(arguments.command, context.language, context.out_style());
    return exit_clear;
  }
  const std::string_view name = arguments.command->name;
  if (name == "new") return run_new(context);
  if (name == "check") return run_check(context);
  if (name == "repair") return run_repair(context);
  if (name == "build") return run_build(context);
  if (name == "serve") return run_serve(context);
  if (name == "explain") return run_explain(context);
  if (name == "statistics") return run_statistics(context);
  if (name == "consent") return run_consent(context);
  if (name == "theme") return run_theme(context);
  if (name == "completion") return run_completion(context);
  if (name == "help") return run_help(context);
  return run_version(context);
}

}  // namespace

Style Context::out_style() const {
  return {colours(invocation, invocation.out_is_terminal)};
}
Style Context::err_style() const {
  return {colours(invocation, invocation.err_is_terminal)};
}

Language choose_language(const Invocation& invocation) {
  if (const auto asked = language_in(invocation.words)) return *asked;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const auto value = invocation.variable(name); value && !value->empty())
      return parse_language(*value).value_or(Language::en);
  return Language::en;
}

int fail(const Context& context, std::string_view message) {
  const Style style = context.err_style();
  context.err() << style(Colour::error, "mektep") << ": " << message << '\n';
  return exit_failed;
}

int fail(const Context& context, const Finding& finding) {
  context.err() << finding_text(finding, context.language, context.err_style());
  return fail(context, say(context.language, Text::cannot_run, visible(finding.message(context.language))));
}

Date today(const Context& context) {
  if (const auto given = context.arguments.date("--today")) return *given;
  std::int64_t now = context.invocation.now;
  if (const auto epoch = context.invocation.variable("SOURCE_DATE_EPOCH"); epoch && !epoch->empty()) {
    std::int64_t seconds = 0;
    bool digits = epoch->size() < 12;
    for (const char c : *epoch) {
      digits = digits && c >= '0' && c <= '9';
      if (digits) seconds = seconds * 10 + (c - '0');
    }
    if (digits) now = seconds;
  }
  return date_at(now, bishkek_minutes);
}

// --cache, else the folder that the XDG base directory specification names. Empty: none.
std::string cache_folder(const Context& context) {
  if (context.arguments.has("--no-cache")) return {};
  if (context.arguments.has("--cache")) return context.arguments.get("--cache");
  const auto named = [&](std::string_view variable, std::string_view below) -> std::string {
    const auto folder = context.invocation.variable(variable);
    return folder && folder->starts_with('/') ? *folder + std::string(below) : std::string();
  };
  std::string folder = named("XDG_CACHE_HOME", "/mektep");
  return folder.empty() ? named("HOME", "/.cache/mektep") : folder;
}

bool make_request(const Context& context, std::string repository, Request& request) {
  auto data = find_data_folder(context);
  if (!data) {
    fail(context, data.error());
    return false;
  }
  const unsigned jobs = context.arguments.number("--jobs", 0);
  request.repository = repository.empty() ? "." : std::move(repository);
  request.revision = context.arguments.get("--at");
  request.data_folder = std::move(*data);
  request.cache_folder = cache_folder(context);
  request.today = today(context);
  request.jobs = jobs > 0 ? std::min(jobs, 256u) : std::max(1u, context.invocation.cores);
  request.base_url = context.arguments.get("--base-url");
  request.draft = context.arguments.has("--draft");
  request.program = context.invocation.executable;
  request.now = context.invocation.now;
  request.links_to_files = context.arguments.get("--links") == "files";
  if (const std::string file = context.arguments.get("--pupils"); !file.empty()) {
    auto names = read_private_names(file);
    if (!names) {
      fail(context, names.error());
      return false;
    }
    request.private_names = std::move(*names);
  }
  return true;
}

ReportOptions report_options(const Context& context, const Request& request) {
  ReportOptions options;
  options.format = parse_format(context.arguments.get("--format", "text"));
  options.language = context.language;
  options.style = context.out_style();
  options.columns = context.invocation.columns;
  options.limit = context.arguments.number("--limit", 100);
  options.today = request.today;
  return options;
}

int run(const Invocation& invocation) {
  const Language language = choose_language(invocation);
  int code = exit_failed;
  try {
    const auto arguments = parse_arguments(invocation.words, language);
    if (arguments) {
      code = dispatch({invocation, *arguments, language});
    } else {
      const Arguments none;
      code = fail({invocation, none, language}, visible_lines(arguments.error().message));
    }
  } catch (const std::exception& error) {
    *invocation.err << "mektep: " << error.what() << '\n';
  }
  invocation.out->flush();
  invocation.err->flush();
  // A report that did not arrive (full disk, closed pipe) is no success.
  if (!*invocation.out) {
    *invocation.err << "mektep: " << text(Text::output_lost, language) << std::endl;
    return exit_failed;
  }
  return code;
}

}  // namespace mektep::cli
