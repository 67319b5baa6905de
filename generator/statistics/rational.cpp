#include "statistics/rational.h"

#include <cassert>

namespace mektep {
namespace {

__extension__ using Wide = __int128;

Wide greatest_common_divisor(Wide a, Wide b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Rational reduced(Wide numerator, Wide denominator) {
  assert(denominator != 0);
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide divisor = greatest_common_divisor(numerator, denominator);
  return {static_cast<std::int64_t>(numerator / divisor), static_cast<std::int64_t>(denominator / divisor)};
}

}  // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator)
    : numerator_(numerator), denominator_(denominator) {
  if (denominator < 0 || greatest_common_divisor(numerator, denominator) != 1)
    *this = reduced(numerator, denominator);
}

Rational Rational::operator+(const Rational& other) const {
  return reduced(Wide(numerator_) * other.denominator_ + Wide(other.numerator_) * denominator_,
                 Wide(denominator_) * other.denominator_);
}
Rational Rational::operator-(const Rational& other) const {
  return reduced(Wide(numerator_) * other.denominator_ - Wide(other.numerator_) * denominator_,
                 Wide(denominator_) * other.denominator_);
}
Rational Rational::operator*(const Rational& other) const {
  return reduced(Wide(numerator_) * other.numerator_, Wide(denominator_) * other.denominator_);
}
std::strong_ordering Rational::operator<=>(const Rational& other) const {
  const Wide left = Wide(numerator_) * other.denominator_, right = Wide(other.numerator_) * denominator_;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

std::int64_t Rational::rounded(int decimals) const {
  assert(decimals >= 0 && decimals <= 6);
  Wide scaled = numerator_;
  for (int i = 0; i < decimals; ++i) scaled *= 10;
  const bool negative = scaled < 0;
  if (negative) scaled = -scaled;
  const Wide result = (2 * scaled + denominator_) / (Wide(2) * denominator_);
  return static_cast<std::int64_t>(negative ? -result : result);
}

}  // namespace mektep
