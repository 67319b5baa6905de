// Numbers written in words, Kyrgyz and Russian: «үч жүз он эки», «трёхсот двенадцати», «шестидневной».
// Internal to this folder.
#pragma once
#include <cstddef>
#include <optional>

#include "names/words.h"

namespace mektep {

struct SpelledNumber {
  std::size_t last;  // word
  int value;
};
// The number that begins with the word `i` and goes on before `end`; below 5 it is no number but a way of
// speaking, nullopt.
std::optional<SpelledNumber> read_number_words(const TextWords& words, std::size_t i, std::size_t end);

}  // namespace mektep
