// mektep-editor: hands the outside world to the command.
#include <cstdlib>
#include <exception>
#include <iostream>

#include "editor/cli/commands.h"
#include "editor/store/memory.h"

namespace {

mektep::Language environment_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value)
      return mektep::parse_language(value).value_or(mektep::Language::en);
  return mektep::Language::en;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace mektep::editor;
  keep_memory_together();
  try {
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    const auto options = read_options(words, environment_language());
    if (!options) {
      (options.error().code == 0 ? std::cout : std::cerr) << options.error().text << std::flush;
      return options.error().code;
    }
    switch (options->command) {
      case CommandOptions::Command::init:
        return run_init(*options, std::cout, std::cerr);
      case CommandOptions::Command::user_add:
      case CommandOptions::Command::user_disable:
      case CommandOptions::Command::user_reset:
        return run_user(*options, std::cout, std::cerr);
      case CommandOptions::Command::fsck:
        return run_fsck(*options, std::cout, std::cerr);
      case CommandOptions::Command::gc:
        return run_gc(*options, std::cout, std::cerr);
      case CommandOptions::Command::serve:
        break;
    }
    return run_serve(*options, std::cout, std::cerr);
  } catch (const std::exception& error) {
    std::cerr << "mektep-editor: " << error.what() << std::endl;
    return 2;
  }
}
