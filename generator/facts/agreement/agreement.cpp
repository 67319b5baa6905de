#include "facts/agreement/agreement.h"

#include <algorithm>

#include "facts/agreement/sentence.h"

namespace mektep {

void find_contradictions(std::string_view text, const TextWords& words, const KnownFacts& facts,
                         std::vector<Contradiction>& found) {
  found.clear();
  thread_local std::vector<CueSet> cues;
  cues.clear();
  for (const TextWord& word : words.all()) cues.push_back(cues_of(word.text));
  find_wrong_counts(text, words, cues, facts, found);
  find_wrong_founding(text, words, cues, facts, found);
  find_wrong_director(text, words, cues, facts, found);
  find_wrong_contacts(text, words, cues, facts, found);
  find_wrong_particulars(text, words, cues, facts, found);
  std::ranges::sort(found, {}, &Contradiction::begin);
}

}  // namespace mektep
