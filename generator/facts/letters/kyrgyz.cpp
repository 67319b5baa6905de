// Kyrgyz words typed without ү ө ң: looked up by their stems, all spellings of a stem under one key.
#include "base/text.h"
#include "facts/letters/word.h"

namespace mektep::letters {
namespace {

constexpr std::uint64_t fnv_start = 0xcbf29ce484222325, fnv_prime = 0x100000001b3;
constexpr std::size_t longest_stem = 14, slots = 8192;

struct Stem {
  std::array<std::uint8_t, longest_stem> at{};
  std::uint8_t size = 0;
  bool whole = false;  // takes no endings
  bool right = false;  // the word is right as it stands
};

// Open addressing by FNV-1a of the folded letters. Immutable once made.
class Stems {
 public:
  Stems() : tags_(slots), numbers_(slots) {
    add(right_as_they_stand(), true);
    add(stems_with_kyrgyz_letters(), false);
  }
  // Length of the longest stem that begins with these two folded letters; 0 = none.
  std::size_t longest(std::uint8_t first, std::uint8_t second) const {
    return longest_[std::size_t{first} * codes + second];
  }
  static std::uint64_t next(std::uint64_t hash, std::uint8_t folded) { return (hash ^ folded) * fnv_prime; }
  const Stem* find(std::uint64_t hash) const {
    for (std::size_t slot = slot_of(hash);; slot = (slot + 1) % slots) {
      if (tags_[slot] == 0) return nullptr;
      if (tags_[slot] == tag_of(hash)) return &stems_[numbers_[slot]];
    }
  }

 private:
  static std::size_t slot_of(std::uint64_t hash) { return (hash ^ hash >> 32) % slots; }
  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 20) | 1U; }

  void add(std::string_view list, bool right) {
    Stem stem;
    stem.right = right;
    for (std::size_t at = 0; at < list.size();) {
      const char32_t letter = next_code_point(list, at);
      if (letter == U'=')
        stem.whole = true;
      else if (const std::uint8_t code = code_of(letter); code != no_code && stem.size < longest_stem)
        stem.at[stem.size++] = code;
      else if (stem.size > 0) {
        keep(stem);
        voice(stem);
        stem = {};
        stem.right = right;
      }
    }
  }
  // к and п at the end of a stem become г and б before a vowel: бөлүк, бөлүгү.
  void voice(Stem stem) {
    std::uint8_t& last = stem.at[stem.size - 1U];
    if (stem.whole || stem.size < 4 || (last != k && last != p)) return;
    last = last == k ? g : b;
    keep(stem);
  }
  void keep(const Stem& stem) {
    std::uint64_t hash = fnv_start;
    for (std::size_t at = 0; at < stem.size; ++at) hash = next(hash, fold(stem.at[at]));
    std::uint8_t& limit = longest_[std::size_t{fold(stem.at[0])} * codes + fold(stem.at[1])];
    limit = std::max(limit, stem.size);
    if (find(hash)) return;  // the first stays: what is right as it stands goes before
    std::size_t slot = slot_of(hash);
    while (tags_[slot] != 0) slot = (slot + 1) % slots;
    tags_[slot] = tag_of(hash);
    numbers_[slot] = static_cast<std::uint16_t>(stems_.size());
    stems_.push_back(stem);
  }

  std::array<std::uint8_t, codes * codes> longest_{};
  std::vector<std::uint32_t> tags_;
  std::vector<std::uint16_t> numbers_;
  std::vector<Stem> stems_;
};

bool begins_with(const CodedWord& word, const Stem& stem) {
  return std::equal(stem.at.begin(), stem.at.begin() + stem.size, word.at.begin());
}
bool begins_with_folded(const CodedWord& word, const Stem& stem) {
  for (std::size_t at = 0; at < stem.size; ++at) {
    if (fold(word.at[at]) != fold(stem.at[at])) return false;
  }
  return true;
}

// The endings in harmony with the stem before them; false when they cannot belong to it.
bool harmonise(CodedWord& word, std::size_t from) {
  bool front = false, round = false;
  for (std::size_t at = 0; at < from; ++at) {
    if (!is_vowel(word.at[at])) continue;
    front = is_front(word.at[at]);
    round = word.at[at] == oe || word.at[at] == ue;
  }
  for (std::size_t at = from; at < word.size; ++at) {
    std::uint8_t& code = word.at[at];
    if (front && (code == a || code == y || code == ya)) return false;
    if (!front && (is_front(code) || code == eh)) return false;
    if (round && (code == e || code == i || code == eh)) return false;  // ө and ү are followed by ө and ү
    if (front) code = fronted(code);
  }
  for (std::size_t at = from; at + 2 < word.size; ++at) {  // -ңүз, -сүңөр
    if (word.at[at] == ue && word.at[at + 1] == n && (word.at[at + 2] == ue || word.at[at + 2] == oe) &&
        at + 3 < word.size &&
        ((word.at[at + 2] == ue && word.at[at + 3] == z) || (word.at[at + 3] == r && at + 4 == word.size)))
      word.at[at + 1] = ng;
  }
  return true;
}

std::optional<CodedWord> with_stem(const CodedWord& word, const Stem& stem) {
  const auto rest = word.span().subspan(stem.size);
  if (stem.whole ? !rest.empty() : !are_endings(rest)) return std::nullopt;
  for (std::size_t at = 0; at < stem.size; ++at) {  // who wrote ң meant it: another word
    if (word.at[at] != stem.at[at] && word.at[at] >= ng) return std::nullopt;
  }
  CodedWord repaired = word;
  std::copy_n(stem.at.begin(), stem.size, repaired.at.begin());
  if (!harmonise(repaired, stem.size)) return std::nullopt;
  return repaired;
}

}  // namespace

std::optional<CodedWord> repair_kyrgyz(const CodedWord& word) {
  static const Stems stems;
  std::array<const Stem*, longest_stem> hits;
  std::size_t count = 0;
  std::uint64_t hash = fnv_start;
  const std::size_t limit = std::min(word.size, stems.longest(fold(word.at[0]), fold(word.at[1])));
  for (std::size_t at = 0; at < limit; ++at) {
    hash = Stems::next(hash, fold(word.at[at]));
    if (at == 0) continue;
    if (const Stem* stem = stems.find(hash); stem && stem->size == at + 1) hits[count++] = stem;
  }
  while (count > 0) {  // the longest first
    const Stem& stem = *hits[--count];
    if (!begins_with_folded(word, stem)) continue;
    if (begins_with(word, stem)) {
      if (stem.whole && stem.size != word.size) continue;
      if (stem.right) return repair_polite(word);
      break;  // a right stem; its endings are judged below
    }
    if (stem.right) continue;
    if (auto repaired = with_stem(word, stem)) return repaired;
  }
  return repair_by_harmony(word);
}

}  // namespace mektep::letters
