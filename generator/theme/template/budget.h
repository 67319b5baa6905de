// What one rendering may use: steps, bytes of text, nesting. Counts down; once overdrawn it stays so.
#pragma once
#include <cstddef>
#include <cstdint>

namespace mektep::templates {

class Budget {
 public:
  enum class Limit : std::uint8_t { none, steps, output, depth };
  static constexpr unsigned max_value_depth = 64;  // of lists and dicts that a template nests

  Budget(std::uint64_t steps, std::size_t bytes) : steps_(steps), bytes_(bytes) {}

  bool charge(std::uint64_t steps) {
    if (steps_ < steps) [[unlikely]]
      return exceed(Limit::steps);
    steps_ -= steps;
    return true;
  }
  // For a text of `bytes` about to be made.
  bool room(std::size_t bytes) {
    if (bytes > bytes_) [[unlikely]]
      return exceed(Limit::output);
    return charge(bytes / 64);
  }
  bool exceed(Limit limit) {
    limit_ = limit;
    steps_ = 0;
    return false;
  }
  Limit exceeded() const { return limit_; }
  std::size_t bytes() const { return bytes_; }

 private:
  std::uint64_t steps_;
  std::size_t bytes_;
  Limit limit_ = Limit::none;
};

}  // namespace mektep::templates
