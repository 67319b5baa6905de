// mektep build: the site, or the findings that stand in its way.
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/report/report.h"

namespace mektep::cli {

namespace {

// Beside the report, which programs may read.
void tell_why(const Context& context, const BuildAnswer& answer) {
  constexpr std::size_t most = 20;
  const auto tell = [&](Text what, std::string_view name = {}) {
    context.err() << say(context.language, what, visible(name)) << '\n';
  };
  switch (answer.cause) {
    case BuildCause::nothing:
      return tell(Text::why_nothing);
    case BuildCause::first:
      return tell(Text::why_first);
    case BuildCause::folder:
      return tell(Text::why_folder);
    case BuildCause::inputs:
      break;
  }
  for (std::size_t i = 0; i < std::min(answer.changes.size(), most); ++i) {
    const InputChange& change = answer.changes[i];
    tell(change.kind == InputChange::Kind::added     ? Text::why_added
         : change.kind == InputChange::Kind::removed ? Text::why_removed
                                                     : Text::why_changed,
         change.name);
  }
  if (answer.changes.size() > most) tell(Text::why_more, std::to_string(answer.changes.size() - most));
}

}  // namespace

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

  if (context.arguments.has("--why")) tell_why(context, *answer);
  ReportOptions options = report_options(context, request);
  options.build = &*answer;
  options.out = out;
  options.draft = request.draft;
  write_report(context.out(), answer->check, options);
  return answer->published ? exit_clear : exit_blocked;
}

}  // namespace mektep::cli
