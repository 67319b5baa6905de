// A sieve of words by their first letters: nearly every word of a text begins nothing that is looked for, and
// one look says so.
#pragma once
#include <algorithm>
#include <bitset>
#include <string_view>

namespace mektep {

// Words are folded as TextWords are. Filled once, then safe in every thread. More letters tell more words
// apart and take 64 times the memory each: two are 512 bytes.
template <std::size_t letters>
class Beginnings {
 public:
  // `beginning` is not empty; one that is shorter than `letters` lets all through that go on from it.
  void add(std::string_view beginning) {
    const std::size_t known = std::min(beginning.size(), letters);
    const std::size_t first = place(beginning), count = std::size_t{1} << (letters - known) * bits;
    for (std::size_t i = 0; i < count; ++i) places_.set(first + i);
  }
  // False: no beginning that was added is one of `word`.
  bool may_begin(std::string_view word) const { return !word.empty() && places_.test(place(word)); }

 private:
  static constexpr std::size_t bits = 6;  // letters differ in the lower six bits of their bytes, or nearly so
  static std::size_t place(std::string_view word) {
    std::size_t place = 0;
    for (std::size_t i = 0; i < letters; ++i)
      place = place << bits | (i < word.size() ? static_cast<std::size_t>(word[i] & 0x3F) : 0);
    return place;
  }
  std::bitset<std::size_t{1} << letters * bits> places_;
};

}  // namespace mektep
