// What the server did, counted for Prometheus (text format 0.0.4) and told line by line as JSON.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "editor/upkeep/upkeep.h"

namespace mektep::editor {

// Every member may be called from any thread.
class Metrics {
 public:
  void count(int status, std::int64_t milliseconds);
  std::string text() const;
  // The newest report of the upkeep, as lines of the same text.
  static std::string text(const UpkeepReport& report);

 private:
  static constexpr std::array<std::int64_t, 8> bounds{5, 10, 25, 50, 100, 300, 1000, 5000};  // milliseconds
  std::array<std::atomic<std::uint64_t>, 6> by_class_{};  // 1xx…5xx at their digit
  std::array<std::atomic<std::uint64_t>, bounds.size() + 1> by_time_{};
  std::atomic<std::uint64_t> total_milliseconds_{0};
};

struct RequestLine {
  std::int64_t now = 0;  // Unix time
  std::string_view method, path, address;
  std::int64_t account = 0;  // 0 = nobody
  int status = 0;
  std::int64_t milliseconds = 0;
  std::string_view reference;  // that the person was shown; empty = none
  std::string_view detail;     // why it failed, for the maintainer
};
// One line of JSON with its line end. Without query, form and headers: they may hold what is private.
std::string log_line(const RequestLine& line);

}  // namespace mektep::editor
