// One run of `mektep`: everything that it takes from the outside world, so that tests can give it another
// one.
#pragma once
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/engine.h"

namespace mektep::cli {

enum ExitCode : int { exit_clear = 0, exit_blocked = 1, exit_failed = 2 };

struct Invocation {
  std::vector<std::string> words;  // the arguments without the program's name
  std::function<std::optional<std::string>(std::string_view)> variable;  // of the environment
  std::string executable;                                                // path of the program; may be empty
  std::int64_t now = 0;                                                  // Unix time
  unsigned cores = 1;
  unsigned columns = 80;  // of the terminal
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::ostream* out = nullptr;
  std::ostream* err = nullptr;
  Engine* engine = nullptr;
};

// Runs the command that the words name; returns the exit code. Does not throw.
int run(const Invocation& invocation);

// --lang, else LC_ALL, LC_MESSAGES, LANG (the first that is set decides), else English.
Language choose_language(const Invocation& invocation);

}  // namespace mektep::cli
