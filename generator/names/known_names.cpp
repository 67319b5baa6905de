#include "names/known_names.h"

#include <algorithm>

#include "base/text.h"
#include "names/lexicon.h"

namespace mektep {

namespace {

// Whether a name may go on from the word before `i` to the word `i`.
bool joined(const TextWords& words, std::size_t i) {
  const std::uint8_t gap = words[i].gap;
  if (words[i - 1].initial) return (gap & ~(gap_space | gap_dot | gap_hyphen)) == 0;
  return (gap & ~(gap_space | gap_hyphen | gap_comma)) == 0;
}

}  // namespace

void KnownNames::add_part(std::string_view folded, Kind kind, std::uint32_t name) {
  if (folded.size() < 2) return;
  const Stem stem = stem_of(folded);
  auto& list = parts_[stem.text];
  for (const Part& part : list)
    if (part.kind == kind && part.name == name && part.declension == stem.declension) return;
  list.push_back({kind, stem.declension, name});
  begins_.add(stem.text);
  longest_ = std::max(longest_, stem.text.size());
}

void KnownNames::add(const KnownName& name, std::uint32_t whose) {
  const std::string given = fold_word(trim(name.given)), patronymic = fold_word(trim(name.patronymic));
  const auto index = static_cast<std::uint32_t>(names_.size());
  names_.push_back({whose, given.empty() ? '\0' : given[0], patronymic.empty() ? '\0' : patronymic[0]});
  add_part(given, Kind::given, index);
  add_part(patronymic, Kind::patronymic, index);
  const std::string_view surname = trim(name.surname);
  const std::string_view first = surname.substr(0, surname.find(' '));
  if (first.size() < surname.size()) {
    add_part(fold_word(first), Kind::root, index);  // «Асан уулу»
    return;
  }
  for (const std::string_view part : split(surname, '-')) {
    const std::string folded = fold_word(part);
    add_part(folded, Kind::surname, index);
    // «Асанов» is «Асан уулу» as well.
    const NameShape shape = shape_of(folded);
    if (shape.surname && shape.stem > 4)
      add_part(std::string_view(folded).substr(0, shape.stem - 2), Kind::root, index);
  }
}

void KnownNames::match(const TextWords& words, std::vector<Match>& matches) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i].text;
    if (word.size() < 2 || !begins_.may_begin(word)) continue;
    for (std::size_t size = std::min(word.size(), longest_); size >= 2; --size) {
      const auto at = parts_.find(word.substr(0, size));
      if (at == parts_.end()) continue;
      for (const Part& part : at->second) {
        if (is_ending(word.substr(size), part.declension))
          matches.push_back({static_cast<std::uint32_t>(i), part.kind, part.name});
      }
    }
  }
}

void KnownNames::judge(const TextWords& words, std::span<const Match> matches, const Match& match,
                       std::vector<PersonalFind>& found) const {
  const Name& name = names_[match.name];
  const auto is = [&](std::size_t word, Kind kind) {
    const auto at =
        std::ranges::lower_bound(matches, word, {}, [](const Match& m) { return std::size_t{m.word}; });
    for (auto m = at; m != matches.end() && m->word == word; ++m)
      if (m->kind == kind && m->name == match.name) return true;
    return false;
  };
  std::size_t first = match.word, last = match.word;
  if (match.kind == Kind::root) {
    if (last + 1 >= words.size() || !joined(words, last + 1) || !is_son_or_daughter(words[last + 1].text))
      return;
    ++last;
  } else if (match.kind == Kind::given) {
    // A first name and a patronymic name somebody as well as a surname does.
    const bool behind = last + 1 < words.size() && joined(words, last + 1) && is(last + 1, Kind::patronymic);
    if (!behind) return;
    found.push_back({Personal::known_name, words[first].begin, words[last + 1].end, name.whose});
    return;
  } else if (match.kind == Kind::patronymic) {
    return;
  }

  bool full = false, stranger = false, initials = false;
  // What stands beside: the rest of this name, or that of somebody else with the same surname.
  const auto look = [&](std::size_t word, bool adjacent) {
    const TextWord& w = words[word];
    if (w.initial) {
      if (w.text[0] == name.given) {
        full = initials = true;
      } else if (!(initials && w.text[0] == name.patronymic)) {
        stranger |= !full;
      }
      return true;
    }
    if (is(word, Kind::given) || is(word, Kind::patronymic)) {
      full = true;
      return true;
    }
    if (adjacent && w.capital && !w.sentence && (words[word].gap & gap_comma) == 0 && is_given_name(w.text) &&
        !is_common_word(w.text)) {
      stranger = true;
    }
    return false;
  };
  std::size_t begin = first, end = last;
  while (begin > 0 && first - begin < 2 && joined(words, begin) && !words[begin].sentence) {
    if (words[begin - 1].initial && begin >= 2 && words[begin - 2].initial && joined(words, begin - 1)) {
      look(begin - 2, true);
      look(begin - 1, true);
      begin -= 2;
      break;
    }
    if (!look(begin - 1, begin == first)) break;
    --begin;
  }
  while (end + 1 < words.size() && end - last < 2 && joined(words, end + 1) && !words[end + 1].sentence) {
    if (!look(end + 1, end == last)) break;
    ++end;
  }
  if (stranger && !full) return;
  // «асанова» or «Ким» alone may be any word.
  if (!full && (!words[first].capital || (last == first && words[first].text.size() < 4))) return;
  if (!full &&
      ((end + 1 < words.size() && joined(words, end + 1) && names_things_behind(words[end + 1].text)) ||
       (begin > 0 && joined(words, begin) && names_things_before(words[begin - 1].text)))) {
    return;
  }
  found.push_back({Personal::known_name, words[begin].begin, words[end].end, name.whose, !full});
}

void KnownNames::find(const TextWords& words, std::vector<PersonalFind>& found) const {
  if (parts_.empty()) return;
  thread_local std::vector<Match> matches;
  matches.clear();
  match(words, matches);
  const std::size_t before = found.size();
  for (const Match& one : matches) judge(words, matches, one, found);
  // The same person in overlapping places: the widest one is told.
  const auto begin = found.begin() + static_cast<std::ptrdiff_t>(before);
  std::sort(begin, found.end(), [](const PersonalFind& a, const PersonalFind& b) {
    return std::tuple(a.whose, a.begin, b.end) < std::tuple(b.whose, b.begin, a.end);
  });
  std::vector<PersonalFind> kept;
  for (auto at = begin; at != found.end(); ++at) {
    if (!kept.empty() && kept.back().whose == at->whose && at->begin < kept.back().end) {
      kept.back().end = std::max(kept.back().end, at->end);
      kept.back().surname_only &= at->surname_only;
    } else {
      kept.push_back(*at);
    }
  }
  found.resize(before);
  std::ranges::sort(kept, {}, [](const PersonalFind& one) { return std::pair(one.begin, one.whose); });
  found.insert(found.end(), kept.begin(), kept.end());
}

}  // namespace mektep
