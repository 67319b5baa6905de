// A line on the terminal that says how far the work is; does nothing when there is no terminal.
#pragma once
#include <cstddef>
#include <iosfwd>
#include <mutex>
#include <string>
#include <string_view>

#include "base/locale.h"

namespace mektep::cli {

// Safe to call from several threads. The line is wiped at the end.
class Progress {
 public:
  Progress(std::ostream& stream, bool enabled, Language language, unsigned columns);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `name` is one of the phases of the library ("read", "check", "render", "write"); others are shown as they
  // are.
  void phase(std::string_view name, std::size_t done, std::size_t total);

 private:
  std::ostream& stream_;
  bool enabled_;
  Language language_;
  unsigned columns_;
  std::mutex mutex_;
  std::string shown_;
};

}  // namespace mektep::cli
