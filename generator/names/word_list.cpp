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
    begins_.add(folded);
  }
}

bool WordList::matches(std::string_view folded) const {
  if (!begins_.may_begin(folded)) return false;
  return std::ranges::find(whole_, folded) != whole_.end() ||
         std::ranges::any_of(beginnings_, [&](const std::string& b) { return folded.starts_with(b); });
}

}  // namespace mektep
