#include "statistics/import/decode.h"

#include "base/text.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

// 0x80…0xBF of Windows-1251; 0xC0…0xFF are А…я. 0 = not assigned.
constexpr std::array<char32_t, 64> upper_half{
    0x402, 0x403,  0x201A, 0x453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x409,  0x2039, 0x40A,
    0x40C, 0x40B,  0x40F,  0x452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0,      0x2122,
    0x459, 0x203A, 0x45A,  0x45C, 0x45B,  0x45F,  0xA0,   0x40E,  0x45E,  0x408,  0xA4,   0x490,  0xA6,
    0xA7,  0x401,  0xA9,   0x404, 0xAB,   0xAC,   0xAD,   0xAE,   0x407,  0xB0,   0xB1,   0x406,  0x456,
    0x491, 0xB5,   0xB6,   0xB7,  0x451,  0x2116, 0x454,  0xBB,   0x458,  0x405,  0x455,  0x457};

// Whether the bytes look like a Cyrillic text in that encoding: no control characters, and what is not ASCII
// is mostly letters.
bool looks_like_windows_1251(std::string_view bytes) {
  std::size_t letters = 0, others = 0;
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return false;
    if (c == 0x98) return false;
    if (c >= 0xC0 || c == 0xA8 || c == 0xB8)
      ++letters;
    else if (c >= 0x80)
      ++others;
  }
  return letters > 3 * others;
}

std::string from_windows_1251(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    if (c < 0x80)
      text += byte;
    else
      append_utf8(text, c >= 0xC0 ? U'А' + (c - 0xC0U) : upper_half[c - 0x80U]);
  }
  return text;
}

}  // namespace

std::optional<std::string_view> decode_table(std::string_view bytes, std::string& converted,
                                             const std::string& file, Findings& findings) {
  const auto refuse = [&](const Rule& rule) {
    findings.emplace_back(rule, Place{file, {}});
    return std::nullopt;
  };
  if (bytes.empty()) return refuse(rules::statistics_empty_file);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return refuse(rules::statistics_encoding);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.contains('\0')) return refuse(rules::statistics_not_a_table);
  if (!find_invalid_utf8(bytes)) return bytes;
  if (!looks_like_windows_1251(bytes)) return refuse(rules::statistics_encoding);
  findings.emplace_back(rules::statistics_windows_1251, Place{file, {}});
  converted = from_windows_1251(bytes);
  return converted;
}

}  // namespace mektep
