// mektep serve: the draft in a browser of this computer, made anew at every change.
#include "serve/serve.h"

#include <spawn.h>
#include <unistd.h>

#include <ostream>

#include "cli/build_options.h"
#include "cli/commands.h"
#include "cli/report/report.h"

namespace mektep::cli {
namespace {

constexpr std::size_t most_findings = 10;  // on the terminal; the browser and `mektep check` show more

void open_browser(const std::string& url) {
  std::string program = "xdg-open", address = url;
  char* const words[] = {program.data(), address.data(), nullptr};
  pid_t child = 0;
  ::posix_spawnp(&child, program.c_str(), nullptr, nullptr, words, environ);
}

void tell(const Context& context, const PreviewState& state, std::chrono::milliseconds took) {
  const Text what = state.outdated ? Text::serve_kept : Text::serve_built;
  const std::string findings = summary(tally(state.findings), context.language);
  context.out() << say(context.language, what, took.count(), findings) << '\n';
  for (std::size_t i = 0; i < std::min(most_findings, state.findings.size()); ++i)
    context.out() << finding_text(state.findings[i], context.language, context.out_style());
  context.out().flush();
}

}  // namespace

int run_serve(const Context& context) {
  Request request;
  if (!make_request(context, context.arguments.argument, request)) return exit_failed;
  const unsigned port = context.arguments.number("--port", 0);
  if (port > 65535) {
    return fail(context,
                say(context.language, Text::not_a_number, "--port", context.arguments.get("--port"), 65535));
  }
  ServeOptions options;
  options.build = build_options(request);
  options.language = context.language;
  options.port = static_cast<int>(port);
  options.now = static_cast<std::uint64_t>(context.invocation.now);
  options.ready = [&](const std::string& url) {
    context.out() << say(context.language, Text::serve_ready, url) << '\n'
                  << text(Text::serve_stop, context.language) << std::endl;
    if (context.arguments.has("--open")) open_browser(url);
  };
  options.built = [&](const PreviewState& state, std::chrono::milliseconds took) {
    tell(context, state, took);
  };
  const auto served = serve(std::move(options));
  if (served) return exit_clear;
  if (served.error() == ServeFault::port_taken)
    return fail(context, say(context.language, Text::serve_port_taken, port));
  return fail(context, text(Text::serve_cannot_watch, context.language));
}

}  // namespace mektep::cli
