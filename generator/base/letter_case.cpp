// Case and kind of letters: our own tables, because towlower() asks the machine's locale.
#include "base/text.h"

namespace mektep {
namespace {

// Blocks in which an even code point is the capital of the next one.
bool in_even_pairs(char32_t c) {
  return (c >= 0x100 && c <= 0x12F) || (c >= 0x132 && c <= 0x137) || (c >= 0x14A && c <= 0x177) ||
         (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F);
}

// Blocks in which an odd code point is the capital of the next one.
bool in_odd_pairs(char32_t c) {
  return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x4C1 && c <= 0x4CE);
}

template <class Map>
std::string mapped(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(out, map(next_code_point(text, at)));
  return out;
}

}  // namespace

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;  // А…Я
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;  // Ё among them
  if (in_even_pairs(c)) return c | 1U;            // Ң Ө Ү among them
  if (in_odd_pairs(c)) return c % 2 == 1 ? c + 1 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  if (c == 0x4C0) return 0x4CF;
  return c;
}

char32_t to_upper(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 0x20 : c;
  if (c >= 0x430 && c <= 0x44F) return c - 0x20;
  if (c >= 0x450 && c <= 0x45F) return c - 0x50;
  if (in_even_pairs(c)) return c & ~1U;
  if (in_odd_pairs(c)) return c % 2 == 0 ? c - 1 : c;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 0x20;
  if (c == 0x131) return 'I';
  if (c == 0xFF) return 0x178;
  if (c == 0x4CF) return 0x4C0;
  return c;
}

std::string lower(std::string_view text) {
  return mapped(text, to_lower);
}

std::string upper_first(std::string_view text) {
  if (text.empty()) return {};
  std::size_t at = 0;
  std::string out;
  out.reserve(text.size());
  append_utf8(out, to_upper(next_code_point(text, at)));
  out += text.substr(at);
  return out;
}

bool is_cyrillic(char32_t c) {
  return (c >= 0x400 && c <= 0x481) || (c >= 0x48A && c <= 0x52F);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (is_cyrillic(c)) return true;
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

std::string fold_for_search(std::string_view text) {
  return mapped(text, [](char32_t c) -> char32_t {
    switch (const char32_t small = to_lower(c)) {
      case U'ү':
        return U'у';
      case U'ө':
        return U'о';
      case U'ң':
        return U'н';
      case U'ё':
        return U'е';
      default:
        return small;
    }
  });
}

}  // namespace mektep
