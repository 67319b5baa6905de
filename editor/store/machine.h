// What the editor takes from the machine it runs on: the time and random bytes. Given at start, so that tests
// can give another time and known bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace mektep::editor {

struct Machine {
  std::function<std::int64_t()> milliseconds;            // Unix time; may jump when somebody sets the clock
  std::function<std::string(std::size_t)> random_bytes;  // unpredictable, for keys and tokens

  std::int64_t now() const { return milliseconds() / 1000; }  // Unix time in seconds
};

// The real one: the clock and the random generator of the system. Safe in every thread.
Machine this_machine();

}  // namespace mektep::editor
