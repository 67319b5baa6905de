#include "schema/pattern.h"

#include <re2/re2.h>

namespace mektep {

struct Pattern::Impl {
  explicit Impl(std::string_view expression)
      : re(re2::StringPiece(expression.data(), expression.size()), options()) {}
  static RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    return options;
  }
  RE2 re;
};

Pattern::Pattern() = default;
Pattern::Pattern(std::string_view expression) : impl_(std::make_unique<Impl>(expression)) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::string Pattern::error() const {
  return impl_ && !impl_->re.ok() ? impl_->re.error() : std::string();
}

bool Pattern::found_in(std::string_view text) const {
  return impl_ && impl_->re.ok() && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), impl_->re);
}

}  // namespace mektep
