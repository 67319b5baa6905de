// A list of words that others are held against, by their beginnings or whole.
#pragma once
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace mektep {

// Made once, then safe in every thread. Most words of a text are told apart by their first two letters.
class WordList {
 public:
  // Words with spaces between them: «окуучу класс ул.»; one with a full stop behind is a whole word, of the
  // others each is the beginning of one. They are folded as TextWords are.
  explicit WordList(std::string_view words);
  // `folded` is a word of a TextWords.
  bool matches(std::string_view folded) const;

 private:
  static std::size_t place(char first, char second) {
    return static_cast<std::size_t>(first & 0x3F) << 6U | static_cast<std::size_t>(second & 0x3F);
  }
  std::vector<std::string> beginnings_, whole_;
  std::bitset<1U << 12U> begins_;
};

}  // namespace mektep
