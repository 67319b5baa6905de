#include "facts/agreement/agreement.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "facts/agreement/sentence.h"
#include "names/endings.h"
#include "names/lexicon.h"

namespace mektep {

namespace {

// Numbers of people, the year of founding, the director.
class School final : public SentenceSearch {
 public:
  using SentenceSearch::SentenceSearch;

 private:
  void look() override {
    if (!numbers_.empty()) {
      count(FactKind::pupils, Cue::pupil);
      count(FactKind::teachers, Cue::teacher);
      founded();
    }
    director();
  }

  // Whether a number said so fits the true one.
  bool fits(const Number& said, int truth) const {
    const double value = said.value, real = truth;
    if (near(said.first, Cue::more, 2)) return value <= real && real <= value * 1.25;
    if (near(said.first, Cue::nearly, 2)) return value * 0.85 <= real && real <= value * 1.02;
    if (near(said.first, Cue::about, 3)) return std::abs(value - real) <= real * 0.1;
    return said.value == truth;
  }

  void count(FactKind kind, Cue whom) {
    const std::set<int> truths = kind == FactKind::pupils
                                     ? (facts_.pupils ? std::set<int>{*facts_.pupils} : std::set<int>{})
                                     : facts_.teachers;
    const bool children = kind == FactKind::pupils && has(Cue::child);
    if (truths.empty() || !(has(whom) || children) || of_another_time() || has(Cue::other_school)) return;
    const bool whole =
        has(Cue::all) || (at_school() && has(kind == FactKind::pupils ? Cue::studies : Cue::works));
    if (!whole || has(Cue::part)) return;
    for (const Number& one : numbers_) {
      if (is_year(one) || one.value < 5 || !beside(one, whom)) continue;
      if (std::ranges::none_of(truths, [&](int truth) { return fits(one, truth); }))
        add(kind, one.first, one.last,
            truths.size() == 1 ? std::to_string(*truths.begin())
                               : fmt::format("{}–{}", *truths.begin(), *truths.rbegin()));
      return;
    }
  }
  // «Мектепте», «школа»; «40 учеников школы» are some of them.
  bool at_school() const {
    static const std::string of_school = fold_word("школы");
    for (std::size_t i = begin_; i < end_; ++i)
      if (is_cue(words_[i].text, Cue::school) && words_[i].text != of_school && !is_genitive(i)) return true;
    return false;
  }
  // «312 окуучу», «окуучулардын саны – 312», «312 бала… окуучу» within a few words, no other count between.
  bool beside(const Number& one, Cue whom) const {
    const auto is_child = [&](std::size_t i) {
      return whom == Cue::pupil && i < end_ && is_cue(words_[i].text, Cue::child);
    };
    if (is_child(one.last + 1)) return true;
    for (std::size_t i = one.last + 1; i < std::min(end_, one.last + 4); ++i) {
      if (words_[i].number || (i > one.last + 1 && (words_[i].gap & gap_comma) != 0)) break;
      if (is_cue(words_[i].text, whom)) return true;
      if (is_cue(words_[i].text, whom == Cue::pupil ? Cue::teacher : Cue::pupil)) return false;
    }
    for (std::size_t i = one.first; i > begin_ && one.first - i < 5; --i) {
      if (words_[i - 1].number) return false;
      if (is_cue(words_[i - 1].text, whom)) return true;
    }
    return false;
  }

  void founded() {
    if (!facts_.founded || has(Cue::licence) || has(Cue::thing)) return;
    const auto at = find(Cue::founded);
    const auto school = find(Cue::school);
    if (!at || !school || (*at > *school ? *at - *school : *school - *at) > 7 || has(Cue::other_school))
      return;
    for (const Number& one : numbers_) {
      if (one.value < 1850 || one.value > 2100 || !is_year(one)) continue;
      for (std::size_t i = one.last + 1; i <= *school; ++i)
        if ((words_[i].gap & gap_comma) != 0) return;  // «Село основано в 1911 году, школа – позже»
      if (one.value != *facts_.founded && !near(one.first, Cue::about, 2))
        add(FactKind::founded, one.first, one.last, std::to_string(*facts_.founded));
      return;
    }
  }

  void director() {
    if (facts_.director.empty()) return;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!is_cue(words_[i].text, Cue::director)) continue;
      if (near(i, Cue::deputy, 3) || near(i, Cue::former, 3) || of_another_time() || has(Cue::other_school))
        continue;
      if (!near(i, Cue::school, 3) && !near_name(i)) continue;
      // «Китепкананын директору»
      if (i > begin_ && is_genitive(i - 1) && !is_cue(words_[i - 1].text, Cue::school) &&
          !is_cue(words_[i - 1].text, Cue::ours))
        continue;
      judge_director(i);
    }
  }
  bool near_name(std::size_t i) const { return i + 1 < end_ && words_[i + 1].capital; }

  // The surname with the names and initials around it, back to the word `from`.
  void add_name(std::size_t from, std::size_t surname) {
    const auto belongs = [&](const TextWord& word) {
      return word.initial || (word.capital && (is_given_name(word.text) || shape_of(word.text).patronymic));
    };
    std::size_t first = surname, last = surname;
    while (first > from && belongs(words_[first - 1])) --first;
    while (last + 1 < end_ && belongs(words_[last + 1])) ++last;
    add(FactKind::director, first, last,
        facts_.director.front().surname + " " + facts_.director.front().given);
  }

  void judge_director(std::size_t i) {
    // The surname that follows within three words: «директор Асанов Б.», «директор – Бакыт Асанов».
    for (std::size_t at = i + 1; at < std::min(end_, i + 5); ++at) {
      const TextWord& word = words_[at];
      if (word.initial) continue;
      if (!word.capital) {
        if (at > i + 2) return;
        continue;
      }
      const NameShape shape = shape_of(word.text);
      if (shape.patronymic || (!shape.surname && is_given_name(word.text))) continue;
      if (!shape.surname || is_common_word(word.text)) return;
      const bool same = std::ranges::any_of(facts_.director, [&](const KnownFacts::Name& name) {
        const Stem stem = stem_of(fold_word(name.surname));
        return word.text.starts_with(stem.text);
      });
      const bool named = (at + 1 < end_ && (words_[at + 1].initial || is_given_name(words_[at + 1].text))) ||
                         words_[at - 1].initial || is_given_name(words_[at - 1].text) || at == i + 1;
      if (!same && named) add_name(i + 1, at);
      return;
    }
  }
};

}  // namespace

void find_contradictions(std::string_view text, const TextWords& words, const KnownFacts& facts,
                         std::vector<Contradiction>& found) {
  found.clear();
  School(text, words, facts, found).run();
  find_wrong_particulars(text, words, facts, found);
  std::ranges::sort(found, {}, &Contradiction::begin);
}

}  // namespace mektep
