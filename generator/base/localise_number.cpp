#include "base/localise.h"

namespace mektep {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

}  // namespace

std::string format_number(std::int64_t value, int decimals) {
  std::string digits = fmt::format("{:0{}}", magnitude(value), decimals + 1);
  std::string fraction = digits.substr(digits.size() - static_cast<std::size_t>(decimals));
  digits.resize(digits.size() - static_cast<std::size_t>(decimals));
  std::string out;
  if (value < 0) out += "\u2212";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += no_break_space;
    out += digits[i];
  }
  if (!fraction.empty()) out += "," + fraction;
  return out;
}

std::string format_percent(std::int64_t value, int decimals, Locale locale) {
  return format_number(value, decimals) + (locale == Locale::ky ? "%" : "\u00A0%");
}

std::string format_som(std::int64_t tyiyn) {
  const bool whole = tyiyn % 100 == 0;
  return format_number(whole ? tyiyn / 100 : tyiyn, whole ? 0 : 2) + "\u00A0сом";
}

std::string format_size(std::uint64_t bytes, Locale locale) {
  constexpr std::uint64_t kilo = 1024;
  constexpr std::uint64_t mega = kilo * kilo;
  const std::string_view byte = locale == Locale::ky ? "\u00A0байт" : "\u00A0Б";
  if (bytes < kilo) return fmt::format("{}{}", bytes, byte);
  const std::uint64_t kilos = (bytes + kilo / 2) / kilo;
  if (kilos < kilo) return fmt::format("{}\u00A0КБ", kilos);
  const std::uint64_t tenths = bytes / mega * 10 + (bytes % mega * 10 + mega / 2) / mega;
  const bool whole = tenths % 10 == 0;
  return format_number(static_cast<std::int64_t>(whole ? tenths / 10 : tenths), whole ? 0 : 1) + "\u00A0МБ";
}

Plural plural(std::int64_t count, Locale locale) {
  const std::uint64_t n = magnitude(count);
  if (locale == Locale::ky) return n == 1 ? Plural::one : Plural::other;
  const std::uint64_t ones = n % 10;
  const std::uint64_t tens = n % 100 / 10;
  if (ones == 1 && tens != 1) return Plural::one;
  if (ones >= 2 && ones <= 4 && tens != 1) return Plural::few;
  return Plural::many;
}

Plural plural(std::int64_t value, int decimals, Locale locale) {
  if (decimals == 0) return plural(value, locale);
  if (locale == Locale::ru) return Plural::other;
  std::int64_t unit = 1;
  for (int i = 0; i < decimals; ++i) unit *= 10;
  return value == unit || value == -unit ? Plural::one : Plural::other;
}

Quotes quotes(Locale) {
  return {"«", "»", "„", "“"};
}

}  // namespace mektep
