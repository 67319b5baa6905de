#include "search/kyrgyz.h"

#include <array>
#include <vector>

#include "base/text.h"
#include "search/stemmer.h"

namespace mektep {

namespace {

// After folding, rounded and front vowels coincide: лар, лер, лор stand for лар, лер, лор and лөр.
constexpr std::array<std::string_view, 4> slots{
    // Case: attributive, similative, genitive, ablative, locative, dative, accusative.
    "ндагы ндеги ндогу дагы деги догу тагы теги тогу "
    "дай дей дой тай тей той нын нин нун дын дин дун тын тин тун "
    "дан ден дон тан тен тон нан нен нон нда нде ндо "
    "да де до та те то га ге го ка ке ко на не но ны ни ну ды ди ду ты ти ту",
    // Possession: our, your, his (with the accusative and the dative in «мектебин», «мектебине»).
    "ыбыз ибиз убуз ыныз иниз унуз быз биз буз ныз низ нуз сын син сун "
    "сы си су ын ин ун ы и у",
    "лар лер лор дар дер дор тар тер тор",
    // Quality: «билимдик», «мектептик».
    "лык лик лук дык дик дук тык тик тук"};

constexpr std::string_view vowels = "аеиоуыэюя";

bool has_vowel(std::string_view word) {
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    for (std::size_t v = 0; v < vowels.size(); v += 2) {
      if (word.substr(at, 2) == vowels.substr(v, 2)) return true;
    }
  }
  return false;
}

// Letters are two bytes each in the table.
struct Slot {
  std::vector<std::string_view> endings;
};

const std::array<Slot, slots.size()>& table() {
  static const auto made = [] {
    std::array<Slot, slots.size()> all;
    for (std::size_t i = 0; i < slots.size(); ++i) all[i].endings = split(slots[i], ' ');
    return all;
  }();
  return made;
}

bool strip(std::string& word, const Slot& slot) {
  const std::size_t letters = count_code_points(word);
  for (const std::string_view ending : slot.endings) {
    const std::size_t length = ending.size() / 2;
    if (letters < length + (length == 1 ? 4 : 3) || !word.ends_with(ending)) continue;
    if (!has_vowel(std::string_view(word).substr(0, word.size() - ending.size()))) continue;
    word.resize(word.size() - ending.size());
    return true;
  }
  return false;
}

void replace_last(std::string& word, std::string_view from, std::string_view to) {
  if (word.ends_with(from)) word.replace(word.size() - from.size(), from.size(), to);
}

}  // namespace

std::span<const std::string_view> kyrgyz_endings() {
  return slots;
}

// Until nothing comes off: the bare word and the inflected one must end at the same stem.
std::string kyrgyz_stem(std::string_view from) {
  std::string word(from);
  for (bool changed = true; changed;) {
    changed = false;
    for (const Slot& slot : table()) changed = strip(word, slot) || changed;
  }
  replace_last(word, "б", "п");
  replace_last(word, "г", "к");
  return word;
}

}  // namespace mektep
