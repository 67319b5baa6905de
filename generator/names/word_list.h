// A list of words that others are held against, by their beginnings or whole.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "names/beginnings.h"

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
  std::vector<std::string> beginnings_, whole_;
  Beginnings<2> begins_;
};

}  // namespace mektep
