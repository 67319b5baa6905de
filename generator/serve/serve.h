// mektep serve: the preview behind a web address of this machine, made anew at every change until it is
// stopped.
#pragma once
#include <expected>
#include <functional>
#include <string>

#include "serve/preview.h"

namespace mektep {

struct ServeOptions {
  BuildOptions build;  // a draft, whatever it says; base_url is the server's
  Language language = Language::en;
  int port = 0;           // 0: the first free one from 8000 on
  std::uint64_t now = 0;  // Unix time, to tell runs apart
  std::function<void(const std::string& url)> ready;
  // After each build, the first one included.
  std::function<void(const PreviewState& state, std::chrono::milliseconds took)> built;
};

enum class ServeFault : std::uint8_t { port_taken, cannot_watch };

// Returns when the program is asked to end (SIGINT, SIGTERM); a second signal ends it at once. Takes these
// signals for the whole process.
std::expected<void, ServeFault> serve(ServeOptions options);

}  // namespace mektep
