// The words of a text, folded so that one name has one spelling: lower case, Kyrgyz letters as their Russian
// neighbours, no soft signs, no soft hyphens and zero-width characters, look-alikes of other alphabets as
// what they look like.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mektep {

// What stands between a word and the one before it.
enum WordGap : std::uint8_t {
  gap_space = 1,
  gap_dot = 2,       // . or …
  gap_sentence = 4,  // ! ? ; or an empty line
  gap_comma = 8,
  gap_hyphen = 16,
  gap_other = 32,  // brackets, dashes, colons, quotes, slashes…
  gap_quote = 64,  // a quote, which is gap_other too
  gap_cell = 128,  // the border of a table's cell, which is gap_other too
};

// A word in a text; `text` is folded, a byte a letter (see fold_word), and lives as long as the TextWords.
struct TextWord {
  std::uint32_t begin = 0, end = 0;  // bytes of the original
  std::string_view text;
  std::uint8_t gap = 0;   // before it
  bool capital = false;   // begins with a capital letter
  bool all_caps = false;  // two letters or more, all capitals
  bool latin = false;     // Latin letters only
  bool number = false;    // digits only
  bool initial = false;   // a single capital letter with a dot behind it
  bool sentence = false;  // begins a sentence
};

class TextWords {
 public:
  // Replaces what was there. `text` is UTF-8 and is not kept.
  void read(std::string_view text);
  std::size_t size() const { return words_.size(); }
  const TextWord& operator[](std::size_t i) const { return words_[i]; }
  const std::vector<TextWord>& all() const { return words_; }

 private:
  class Reader;
  std::vector<TextWord> words_;
  std::vector<char> folded_;  // only grows
};

// A word as TextWords has it: Cyrillic а…я as 0x30…0x4F, Latin a…z as themselves, digits as 0x10…0x19. Empty
// when the text is not one word.
std::string fold_word(std::string_view word);

}  // namespace mektep
