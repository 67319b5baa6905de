#include "search/words.h"

#include "base/text.h"

namespace mektep {

namespace {

// Letters and marks that follow a base letter begin with these bytes (U+0300…U+036F).
bool has_combining_mark(std::string_view text) {
  return text.find('\xCC') != std::string_view::npos || text.find('\xCD') != std::string_view::npos;
}

std::string valid_utf8(std::string_view text) {
  std::string valid;
  for (;;) {
    const auto bad = find_invalid_utf8(text);
    valid += text.substr(0, bad.value_or(text.size()));
    if (!bad) return valid;
    valid += ' ';
    text.remove_prefix(*bad + 1);
  }
}

char32_t folded(char32_t c) {
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
}

// What a letter of one or two bytes becomes in a word; 0 = it belongs to none. Nearly all letters are such.
struct Short {
  std::array<char32_t, 0x800> letters{};
  Short() {
    for (char32_t c = 0; c < letters.size(); ++c) {
      if (is_letter(c) || (c >= '0' && c <= '9')) letters[c] = folded(c);
    }
  }
};

// The letter at `at`, folded, or 0; moves past it. Bytes that are no UTF-8 are no letters.
char32_t letter(const Short& table, std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return table.letters[byte(at++)];
  if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size() && (byte(at + 1) & 0xC0) == 0x80) {
    const char32_t c = static_cast<char32_t>(first & 0x1F) << 6 | (byte(at + 1) & 0x3F);
    at += 2;
    return table.letters[c];
  }
  const std::size_t length = first < 0xE0 ? 1 : first < 0xF0 ? 3 : 4;
  const std::string_view rest = text.substr(at, length);
  if (rest.size() < length || find_invalid_utf8(rest)) {
    ++at;
    return 0;
  }
  const char32_t c = next_code_point(text, at);
  return is_letter(c) ? folded(c) : 0;
}

}  // namespace

SearchWords::SearchWords(std::string_view text) : text_(text) {
  if (!has_combining_mark(text)) return;
  composed_ = to_nfc(valid_utf8(text));
  text_ = composed_;
}

bool SearchWords::next(std::string_view& word) {
  static const Short table;
  word_.clear();
  for (std::size_t letters = 0; at_ < text_.size();) {
    const char32_t c = letter(table, text_, at_);
    if (c != 0) {
      if (++letters <= longest) append_utf8(word_, c);
    } else if (letters > 0) {
      break;
    }
  }
  word = word_;
  return !word_.empty();
}

}  // namespace mektep
