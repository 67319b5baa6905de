// The national numbering plan as libphonenumber's metadata for KG tells it.
#include "base/phone.h"

#include "base/text.h"

namespace mektep {
namespace {

constexpr std::string_view country = "+996";

// The digits of `text` between the usual spaces, hyphens, dots and brackets; nullopt when anything else
// occurs. A plus is kept when it comes first.
std::optional<std::string> bare_number(std::string_view text) {
  std::string bare;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= '0' && c <= '9') {
      bare += static_cast<char>(c);
    } else if (c == '+' && bare.empty()) {
      bare += '+';
    } else if (std::u32string_view(U" -.()/\t\u00A0\u2009\u202F\u2010\u2011\u2012\u2013\u2014").find(c) ==
               std::u32string_view::npos) {
      return std::nullopt;
    }
  }
  return bare;
}

// Prefixes written as alternatives; `.` is any digit and [a-b] a range, as in the metadata.
bool matches(std::string_view pattern, std::string_view digits) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i, ++at) {
    if (at == digits.size()) return false;
    if (pattern[i] == '.') continue;
    if (pattern[i] != '[') {
      if (pattern[i] != digits[at]) return false;
      continue;
    }
    bool in_set = false;
    for (++i; pattern[i] != ']'; ++i) {
      const bool range = pattern[i + 1] == '-';
      const char last = range ? pattern[i + 2] : pattern[i];
      in_set = in_set || (digits[at] >= pattern[i] && digits[at] <= last);
      if (range) i += 2;
    }
    if (!in_set) return false;
  }
  return true;
}

constexpr std::string_view known_prefixes[] = {
    // fixed lines: area code and first digit of the subscriber
    "312[0-46-8]", "3125[0-79]", "3129[0-9]", "313[1-9]", "3147", "31[56].", "3222", "323[0-479]", "326[0-7]",
    "3422", "345[6-9]", "346.", "3522", "353[4-7]", "3559", "356.", "3609.", "3612.", "362[2-4].", "3622",
    "365[35-7]", "366.", "3722", "373[468]", "374[1-9]", "3759", "37[67].", "3922", "394[1-8]", "396.",
    // mobile
    "20[0-35]", "22.", "5[0-24-7].", "600", "7[07].", "755", "88[08]", "912", "99[05-9]", "31258", "312973",
    // free of charge
    "800"};

// Area codes of four digits: all of 3xx… but 312 and 315…319.
bool has_long_area_code(std::string_view digits) {
  return matches("31[346]", digits) || matches("3[24-79]", digits);
}

}  // namespace

std::optional<std::string> parse_phone(std::string_view text) {
  const std::string_view trimmed = trim(text);
  const auto bare = bare_number(trimmed.starts_with("tel:") ? trimmed.substr(4) : trimmed);
  if (!bare) return std::nullopt;
  std::string_view digits = *bare;
  if (digits.starts_with("+")) {
    if (!digits.starts_with(country)) return std::nullopt;
    digits.remove_prefix(country.size());
    if (digits.size() > 9 && digits.starts_with("0")) digits.remove_prefix(1);  // "+996 (0312) …"
  } else if (digits.starts_with("00996")) {
    digits.remove_prefix(5);
  } else if (digits.starts_with("996") && digits.size() >= 12) {
    digits.remove_prefix(3);
  } else if (digits.starts_with("0")) {
    digits.remove_prefix(1);
  }
  // Only numbers free of charge may have a tenth digit.
  const bool ten_allowed = digits.starts_with("800");
  if (digits.size() != 9 && !(ten_allowed && digits.size() == 10)) return std::nullopt;
  if (!matches("[235-9]", digits)) return std::nullopt;
  return std::string(country) + std::string(digits);
}

std::string format_phone(std::string_view e164) {
  if (!e164.starts_with(country) || e164.size() < 13) return std::string(e164);
  const std::string_view digits = e164.substr(country.size());
  const std::size_t area = has_long_area_code(digits) ? 4 : 3;
  std::string out = fmt::format("{} {} ", country, digits.substr(0, area));
  if (area == 4) return out += digits.substr(area);
  return out += fmt::format("{} {}", digits.substr(3, 3), digits.substr(6));
}

bool is_known_prefix(std::string_view e164) {
  if (!e164.starts_with(country)) return false;
  const std::string_view digits = e164.substr(country.size());
  return std::ranges::any_of(known_prefixes, [&](std::string_view p) { return matches(p, digits); });
}

}  // namespace mektep
