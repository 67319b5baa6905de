// What was asked for on the command line of `mektep-editor`.
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "base/locale.h"

namespace mektep::editor {

struct CommandOptions {
  enum class Command : std::uint8_t { serve, init, user_add, user_disable, user_reset, fsck, gc };
  Command command = Command::serve;
  Language language = Language::en;
  std::string repository;
  std::string state;  // empty: "<repository>.state" beside it
  std::string data;   // empty: found beside the program
  std::string from;   // of init: a folder that becomes the first commit
  std::string listen = "127.0.0.1:8080";
  std::string preview_listen = "127.0.0.1:8081";
  std::string origin;          // "https://editor.school.example"
  std::string preview_origin;  // "https://preview.school.example": where the proxy answers for the preview
  std::string email, name, role = "editor";  // of the commands `user`
  bool factor = false;                       // user reset: the second factor too
  std::vector<std::string> proxies{"127.0.0.1", "::1"};
};

struct CommandEnd {
  int code = 0;
  std::string text;  // help, or what is wrong
};

// The error ends the program: with its text on standard output (code 0) or on standard error.
std::expected<CommandOptions, CommandEnd> read_options(const std::vector<std::string>& words,
                                                       Language language);

}  // namespace mektep::editor
