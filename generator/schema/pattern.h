// A compiled regular expression in the part of ECMA 262 that RE2 reads, too. Linear in the text, safe in
// every thread.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace mektep {

class Pattern {
 public:
  Pattern();
  // Of a faulty expression `error()` says why, and nothing matches.
  explicit Pattern(std::string_view expression);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  explicit operator bool() const { return impl_ != nullptr; }
  std::string error() const;
  // Whether it occurs anywhere in `text`, as JSON Schema's `pattern` wants.
  bool found_in(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mektep
