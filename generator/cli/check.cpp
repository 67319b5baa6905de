// mektep check: findings out, exit code.
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/report/report.h"

namespace mektep::cli {

int run_check(const Context& context) {
  Request request;
  if (!make_request(context, context.arguments.argument, request)) return exit_failed;
  const auto answer = [&] {
    Progress progress(context.err(), context.invocation.err_is_terminal, context.language,
                      context.invocation.columns);
    Request watched = request;
    watched.progress = &progress;
    return context.invocation.engine->check(watched);
  }();
  if (!answer) return fail(context, answer.error());

  write_report(context.out(), *answer, report_options(context, request));
  return any_blocks(answer->findings) ? exit_blocked : exit_clear;
}

}  // namespace mektep::cli
