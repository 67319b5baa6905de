// A child process: a program run on bytes in memory, within limits; never through a shell, never with our
// environment, never with a file of its own.
#pragma once
#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace mektep {

struct ChildLimits {
  std::uint32_t cpu_seconds = 20;
  std::uint64_t memory = 1u << 30;         // address space, bytes
  std::size_t output = 16u << 20;          // of standard output, bytes
  std::chrono::milliseconds wall{60'000};  // from start to end
  bool writes_files = false;
  int niceness = 0;  // 0 = an equal share of the processors; 19 = what others leave
};

// Somebody who looks on while a child runs, in the calling thread.
struct ChildWatch {
  std::function<void(std::string_view part)> output;  // told each part when it comes; it is not kept
  std::stop_token stop;                               // ends the child
};

enum class ChildFault : std::uint8_t {
  not_started,      // no such program, or the system refused
  failed,           // it said so itself, by its exit code
  killed,           // by a signal: it crashed, or used up its processor time
  too_long,         // it was still running at the end of `wall`
  too_much_output,  // it wrote more than `output`
  stopped,          // as the watch wanted
};

// Runs `program` (an absolute path) with `arguments`; `input` is its standard input, a file in memory that it
// can seek in. Returns what it wrote to standard output; its standard error is thrown away. Whatever happens,
// the child is gone when this returns. Safe in every thread.
std::expected<std::string, ChildFault> run_child(const std::string& program,
                                                 std::span<const std::string> arguments,
                                                 std::string_view input, const ChildLimits& limits = {},
                                                 const ChildWatch& watch = {});

}  // namespace mektep
