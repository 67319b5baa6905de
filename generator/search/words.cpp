#include "search/words.h"

#include "base/text.h"

namespace mektep {

namespace {

bool in_word(char32_t c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

std::string fold(std::string_view text) {
  const auto invalid = find_invalid_utf8(text);
  if (!invalid) return is_nfc(text) ? fold_for_search(text) : fold_for_search(to_nfc(text));
  // Around the bytes that are no letters: texts of PDF files hold anything.
  std::string valid;
  while (!text.empty()) {
    const auto bad = find_invalid_utf8(text);
    valid += text.substr(0, bad.value_or(text.size()));
    if (!bad) break;
    valid += ' ';
    text.remove_prefix(*bad + 1);
  }
  return fold_for_search(to_nfc(valid));
}

}  // namespace

SearchWords::SearchWords(std::string_view text) : folded_(fold(text)) {}

bool SearchWords::next(std::string_view& word) {
  const std::string_view all = folded_;
  std::size_t begin = all.size(), end = begin, letters = 0;
  while (at_ < all.size()) {
    std::size_t after = at_;
    if (in_word(next_code_point(all, after))) {
      if (letters == 0) begin = at_;
      if (++letters <= longest) end = after;
    } else if (letters > 0) {
      break;
    }
    at_ = after;
  }
  word = all.substr(begin, end - begin);
  return letters > 0;
}

}  // namespace mektep
