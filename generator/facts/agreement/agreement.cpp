#include "facts/agreement/agreement.h"

#include <algorithm>

#include "facts/agreement/sentence.h"

namespace mektep {

void find_contradictions(std::string_view text, const TextWords& words, const KnownFacts& facts,
                         std::vector<Contradiction>& found) {
  found.clear();
  thread_local Sentences sentences;
  sentences.read(words);
  find_wrong_counts(text, words, sentences, facts, found);
  find_wrong_founding(text, words, sentences, facts, found);
  find_wrong_director(text, words, sentences, facts, found);
  find_wrong_contacts(text, words, sentences, facts, found);
  find_wrong_particulars(text, words, sentences, facts, found);
  std::ranges::sort(found, {}, &Contradiction::begin);
}

}  // namespace mektep
