// A rational number: what a figure is until it is shown. Percentages are never averaged and never rounded on
// the way.
#pragma once
#include <compare>
#include <cstdint>

namespace mektep {

// Always in lowest terms with a positive denominator. Numerators and denominators of ours are sums of counts
// of one school: products of two of them fit 128 bits, and results 64.
class Rational {
 public:
  constexpr Rational() = default;
  Rational(std::int64_t numerator, std::int64_t denominator = 1);  // denominator ≠ 0

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }

  Rational operator+(const Rational& other) const;
  Rational operator-(const Rational& other) const;
  Rational operator*(const Rational& other) const;
  bool operator==(const Rational&) const = default;
  std::strong_ordering operator<=>(const Rational& other) const;

  // The value × 10^decimals, rounded half away from zero: 86.36 with two decimals is 8636. At most 6
  // decimals.
  std::int64_t rounded(int decimals) const;

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace mektep
