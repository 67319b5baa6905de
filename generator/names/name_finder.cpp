#include "names/name_finder.h"

#include <algorithm>

#include "base/digest.h"
#include "names/endings.h"
#include "names/lexicon.h"
#include "names/numbers.h"
#include "names/unknown_names.h"

namespace mektep {

void NameFinder::find(std::string_view text, std::vector<PersonalFind>& found) const {
  thread_local TextWords words;
  words.read(text);
  find(text, words, found);
}

void NameFinder::find(std::string_view text, const TextWords& words, std::vector<PersonalFind>& found) const {
  found.clear();
  known_.find(words, found);
  find_unknown_names(words, found);
  if (!allowed_.empty()) {
    std::erase_if(found, [&](const PersonalFind& one) {
      return one.kind == Personal::unknown_name &&
             allowed_.contains(fingerprint(text.substr(one.begin, one.end - one.begin)));
    });
  }
  find_numbers(text, words, phones_, found);
  find_home_addresses(words, found);
  std::ranges::sort(found, {}, [](const PersonalFind& one) { return std::pair(one.begin, one.whose); });
}

void NameFinder::allow(std::string_view text) {
  TextWords words;
  words.read(text);
  std::vector<PersonalFind> found;
  find_unknown_names(words, found, NamedThings::found);
  for (const PersonalFind& one : found)
    allowed_.insert(fingerprint(text.substr(one.begin, one.end - one.begin)));
}

namespace {

// What all forms of a word of a name begin with: «асанов» of «Асановдун», «бакыт» of «Бакыттын».
std::string root_of(std::string_view word) {
  for (std::size_t size = 3; size < word.size(); ++size) {
    const Stem stem = stem_of(word.substr(0, size));
    if (stem.text.size() == size && is_given_name(word.substr(0, size)) &&
        is_ending(word.substr(size), stem.declension))
      return stem.text;
  }
  const NameShape shape = shape_of(word);
  const bool made = (shape.surname || shape.patronymic) && !is_given_name(word);
  return made ? std::string(word.substr(0, shape.stem)) : stem_of(word).text;
}

}  // namespace

std::string fingerprint(std::string_view text) {
  TextWords words;
  words.read(text);
  std::string all = "mektep";
  for (const TextWord& word : words.all()) all += ' ' + root_of(word.text);
  return sha256_hex(all).substr(0, 16);
}

}  // namespace mektep
