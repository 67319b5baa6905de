// The commands: each takes its arguments and a context, writes to the streams of the invocation, returns the
// exit code.
#pragma once
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "cli/invocation.h"
#include "cli/terminal.h"

namespace mektep::cli {

struct Context {
  const Invocation& invocation;
  const Arguments& arguments;
  Language language;

  std::ostream& out() const { return *invocation.out; }
  std::ostream& err() const { return *invocation.err; }
  Style out_style() const;
  Style err_style() const;
};

int run_new(const Context& context);
int run_check(const Context& context);
int run_repair(const Context& context);
int run_build(const Context& context);
int run_serve(const Context& context);
int run_explain(const Context& context);
int run_statistics(const Context& context);
int run_consent(const Context& context);
int run_theme(const Context& context);
int run_completion(const Context& context);
int run_help(const Context& context);
int run_version(const Context& context);

std::string_view version();
// Help of one command, or of the program when `command` is null.
std::string help_text(const CommandSpec* command, Language language, const Style& style);
std::string manual_page();  // roff, English
std::string completion_script(std::string_view shell, Language language);

// Says that the program could not run, on the error stream; returns exit_failed.
int fail(const Context& context, std::string_view message);
int fail(const Context& context, const Finding& finding);

// What check, build and explain have in common; an error has been reported and `request` is unusable when it
// is false.
bool make_request(const Context& context, std::string repository, Request& request);
// The day that counts as today: --today, else SOURCE_DATE_EPOCH or the clock, in Bishkek.
Date today(const Context& context);

}  // namespace mektep::cli
