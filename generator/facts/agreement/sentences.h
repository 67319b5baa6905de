// The sentences of a text with what all searches for contradictions want to know of them, read once. Internal
// to this folder.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "facts/agreement/cues.h"
#include "names/words.h"

namespace mektep {

// A number in a sentence, in digits or in words: 1 250 is one number, 08:30 two.
struct SaidNumber {
  std::size_t first, last;  // words
  int value = 0;
};

struct Sentence {
  std::size_t begin = 0, end = 0;                 // words
  std::size_t first_number = 0, last_number = 0;  // of Sentences::numbers(), the last one excluded
  CueSet said = 0;                                // by all its words
};

// Lives as long as the words that it has read. Memory is kept from one text to the next.
class Sentences {
 public:
  void read(const TextWords& words);

  const std::vector<Sentence>& all() const { return all_; }
  CueSet cues(std::size_t word) const { return cues_[word]; }
  std::span<const SaidNumber> numbers(const Sentence& one) const {
    return std::span(numbers_).subspan(one.first_number, one.last_number - one.first_number);
  }

 private:
  std::vector<Sentence> all_;
  std::vector<CueSet> cues_;  // of each word
  std::vector<SaidNumber> numbers_;
};

// The digits of a number, which are folded as letters are.
std::string digits_of(const TextWord& number);

}  // namespace mektep
