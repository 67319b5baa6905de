// mektep build: the site, or the findings that stand in its way.
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/report/report.h"

namespace mektep::cli {

int run_build(const Context& context) {
  Request request;
  if (!make_request(context, context.arguments.argument, request)) return exit_failed;
  const std::string out = context.arguments.get("--out");
  const auto answer = [&] {
    Progress progress(context.err(), context.invocation.err_is_terminal, context.language,
                      context.invocation.columns);
    Request watched = request;
    watched.progress = &progress;
    return context.invocation.engine->build(watched, out);
  }();
  if (!answer) return fail(context, answer.error());

  ReportOptions options;
  options.format = parse_format(context.arguments.get("--format", "text"));
  options.language = context.language;
  options.style = context.out_style();
  options.columns = context.invocation.columns;
  options.limit = context.arguments.number("--limit", 100);
  options.today = request.today;
  options.build = &*answer;
  options.out = out;
  options.draft = request.draft;
  write_report(context.out(), answer->check, options);
  return answer->published ? exit_clear : exit_blocked;
}

}  // namespace mektep::cli
