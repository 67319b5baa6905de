#include "checks/name_search.h"

#include <algorithm>

namespace mektep {

namespace {

// How many bytes of `text` at `at` are no part of a word: 0 at a letter or digit. Letters are those of ASCII
// and those of two bytes from U+00C0 on (Latin, Cyrillic): quotes, dashes and no-break spaces are shorter or
// longer.
std::size_t gap_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return (byte | 0x20U) - 'a' < 26U || (byte >= '0' && byte <= '9') ? 0 : 1;
  return byte == 0xC2 ? 2 : byte < 0xE0 ? 0 : byte < 0xF0 ? 3 : 4;
}

std::size_t end_of_word(std::string_view text, std::size_t begin) {
  while (begin < text.size() && gap_at(text, begin) == 0) ++begin;
  return begin;
}

std::size_t first_two(std::string_view word) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(word[i]));
  };
  return byte(0) << 8U | (word.size() > 1 ? byte(1) : 0U);
}

}  // namespace

void NameSearch::add(std::string_view name, std::uint32_t whose) {
  const std::string_view first = name.substr(0, end_of_word(name, 0));
  if (first.empty()) return;
  by_first_word_[std::string(first)].push_back({std::string(name), whose});
  begins_[first_two(first)] = true;
}

void NameSearch::find(std::string_view text, std::vector<std::uint32_t>& found) const {
  found.clear();
  std::size_t at = 0;
  while (at < text.size()) {
    if (const std::size_t gap = gap_at(text, at)) {
      at += gap;
      continue;
    }
    const std::size_t end = end_of_word(text, at);
    const std::string_view word = text.substr(at, end - at);
    if (begins_[first_two(word)]) {
      if (const auto names = by_first_word_.find(word); names != by_first_word_.end()) {
        for (const Name& name : names->second) {
          if (text.substr(at).starts_with(name.text)) found.push_back(name.whose);
        }
      }
    }
    at = end;
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
}

}  // namespace mektep
