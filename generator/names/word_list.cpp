#include "names/word_list.h"

#include <algorithm>

#include "base/text.h"
#include "names/words.h"

namespace mektep {

WordList::WordList(std::string_view words) {
  for (const std::string_view word : split(words, ' ')) {
    const bool whole = word.ends_with('.');
    const std::string folded = fold_word(word.substr(0, word.size() - (whole ? 1 : 0)));
    if (folded.empty()) continue;
    (whole ? whole_ : beginnings_).push_back(folded);
    if (folded.size() > 1) {
      begins_.set(place(folded[0], folded[1]));
    } else {
      for (int second = 0; second < 64; ++second) begins_.set(place(folded[0], static_cast<char>(second)));
    }
  }
}

bool WordList::matches(std::string_view folded) const {
  if (folded.empty() || !begins_.test(place(folded[0], folded.size() > 1 ? folded[1] : '\0'))) return false;
  return std::ranges::find(whole_, folded) != whole_.end() ||
         std::ranges::any_of(beginnings_, [&](const std::string& b) { return folded.starts_with(b); });
}

}  // namespace mektep
