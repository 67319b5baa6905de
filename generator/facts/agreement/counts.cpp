#include <algorithm>
#include <array>

#include "facts/agreement/sentence.h"

namespace mektep {

namespace {

// A number is of those whom the word beside it names; what its clause says tells whether of all or of some.
class Counts final : public SentenceSearch {
 public:
  using SentenceSearch::SentenceSearch;

 private:
  void look() override {
    if (numbers_.empty()) return;
    if (facts_.pupils) count(FactKind::pupils, Cue::pupil, {*facts_.pupils});
    if (!facts_.teachers.empty()) count(FactKind::teachers, Cue::teacher, facts_.teachers);
  }

  void count(FactKind kind, Cue whom, const std::set<int>& truths) {
    if (!(has(whom) || (whom == Cue::pupil && has(Cue::child)) ||
          (whom == Cue::teacher && has(Cue::staff))) ||
        has(Cue::event) || is_to_come() || of_another_time() || of_another_school())
      return;
    for (const Number& one : numbers_) {
      if (is_year(one) || one.value < 5 || is_some_of_them(one) || !beside(one, whom)) continue;
      const Range said = range_of(one);
      if (is_about_some(one, said) || happened(said) || is_of_area(one, said)) continue;
      if (is_few(one, said, truths)) continue;
      if (!of_the_whole(kind, said) && !is_like_the_whole(one, said, truths)) continue;
      if (std::ranges::any_of(truths, [&](int truth) { return fits(one, truth); })) continue;
      add(kind, one.first, one.last,
          truths.size() == 1 ? std::to_string(*truths.begin())
                             : fmt::format("{}–{}", *truths.begin(), *truths.rbegin()));
      return;
    }
  }

  // «Мектепте 9 бала үйдө окуйт»: so much less than all of them is hardly meant to be all of them.
  bool is_few(const Number& one, Range range, const std::set<int>& truths) const {
    return one.value * 10 < *truths.begin() * 4 && !has_in(range, Cue::all);
  }

  // Whether a number said so fits the true one.
  bool fits(const Number& said, int truth) const {
    const double value = said.value, real = truth;
    if (near(said.first, Cue::more, 2)) return value <= real && real <= value * 1.25;
    if (near(said.first, Cue::nearly, 2)) return value * 0.85 <= real && real <= value * 1.02;
    if (near(said.first, Cue::about, 3)) return std::abs(value - real) <= real * 0.1;
    return said.value == truth;
  }

  bool has_in(Range range, Cue cue) const {
    if (!has(cue)) return false;
    for (std::size_t i = range.begin; i < range.end; ++i)
      if (is(i, cue)) return true;
    return false;
  }

  // A word for a part of the school, unless another number counts it: «14 класс», «класстар – 14».
  bool is_about_some(const Number& one, Range range) const {
    if (!has(Cue::some)) return false;
    const auto counts = [&](std::size_t number) {
      return number >= begin_ && number < end_ && words_[number].number && number != one.last &&
             number != one.first;
    };
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (!is(i, Cue::some) || (is_language(i) && !in_clause_of(i, one.first))) continue;
      const bool before =
          i > begin_ && counts(i - 1) && words_[i].gap == gap_space && !is_place_in_contest(i);
      const bool behind = i + 1 < end_ && counts(i + 1) && (words_[i + 1].gap & gap_other) != 0;
      if (!before && !behind && !is_capacity(i)) return true;
    }
    return false;
  }
  bool is_language(std::size_t i) const {
    static const std::array<std::string, 2> words{fold_word("тилинде"), fold_word("языке")};
    return words_[i].text == words[0] || words_[i].text == words[1];
  }
  // Whether no comma stands between two words.
  bool in_clause_of(std::size_t a, std::size_t b) const {
    for (std::size_t i = std::min(a, b) + 1; i <= std::max(a, b); ++i)
      if (begins_clause(i)) return false;
    return true;
  }
  // «3 орун» of a contest; «350 орундуу» is how many the building holds.
  bool is_place_in_contest(std::size_t i) const { return is_seat(i) && words_[i - 1].text.size() == 1; }
  bool is_capacity(std::size_t i) const {
    return is_seat(i) && i > begin_ && words_[i - 1].number && words_[i - 1].text.size() > 1;
  }
  bool is_seat(std::size_t i) const {
    static const std::array<std::string, 2> places{fold_word("орун"), fold_word("мест")};
    return words_[i].text.starts_with(places[0]) || words_[i].text.starts_with(places[1]);
  }

  // Whether a number in this clause may be that of all of them.
  bool of_the_whole(FactKind kind, Range range) const {
    const bool acts = has_in(range, kind == FactKind::pupils ? Cue::studies : Cue::works) ||
                      has_in(range, Cue::is) || (kind == FactKind::teachers && has_in(range, Cue::studies));
    const bool at = at_school();
    // «Окуучуларга 26 мугалим сабак берет»
    const bool teach = kind == FactKind::teachers && acts && (has(Cue::pupil) || has(Cue::child));
    return has_in(range, Cue::all) || teach || (at && (acts || is_bare(range))) ||
           (has(Cue::now) && (acts || has(Cue::here))) ||
           ((has(Cue::here) || has(Cue::ours)) && (acts || (has(Cue::pupil) && has(Cue::teacher))));
  }
  // «В школе чуть больше 200 учеников»: nothing else is said.
  bool is_bare(Range range) const {
    for (std::size_t i = range.begin; i < range.end; ++i)
      if (words_[i].text.size() >= 4 && !words_[i].number && !is_any(i, ~CueSet{0}) && !words_[i].capital)
        return false;
    return true;
  }
  // A number as large as that of all of them, said of the school or of nothing else («Окуучулар | 330»); more
  // than there are cannot be some of them.
  bool is_like_the_whole(const Number& one, Range range, const std::set<int>& truths) const {
    const int least = *truths.begin(), most = *truths.rbegin();
    if (one.value * 10 < least * 7 || one.value * 10 > most * 17) return false;
    return at_school() || is_count_row(one) || is_labelled(one) || has_in(range, Cue::staff) ||
           has(Cue::now) || (one.value > most && has(Cue::school));
  }
  // «Окуучулар | 330», «330 окуучу»; not «китеп менен камсыз: 330 окуучу»
  bool is_count_row(const Number& one) const {
    return is_row() &&
           (one.first == begin_ || is_any(begin_, bit(Cue::pupil) | bit(Cue::teacher) | bit(Cue::all)));
  }
  // «Окуучулар: 305 (кыздар – 150, балдар – 155)»
  bool is_labelled(const Number& one) const {
    return one.first > begin_ && one.first - begin_ <= 3 && (words_[one.first].gap & gap_other) != 0 &&
           is_any(begin_, bit(Cue::pupil) | bit(Cue::teacher) | bit(Cue::all));
  }
  // «Район боюнча 6200 окуучу, алардын 312си биздин мектепте»: the clause speaks of more than one school.
  bool is_of_area(const Number& one, Range range) const {
    if (!has(Cue::wider)) return false;
    for (std::size_t i = range.begin; i < range.end; ++i)
      if (is_school(i) && in_clause_of(i, one.first)) return false;
    for (std::size_t i = range.begin; i < range.end; ++i)
      if (is(i, Cue::wider) && in_clause_of(i, one.first)) return true;
    return false;
  }
  // «Окуучулардын 58и»
  bool is_some_of_them(const Number& one) const {
    static const std::array<std::string, 6> endings{fold_word("и"),  fold_word("ы"),  fold_word("у"),
                                                    fold_word("сы"), fold_word("си"), fold_word("су")};
    return one.last + 1 < end_ && words_[one.last + 1].gap == 0 &&
           std::ranges::find(endings, words_[one.last + 1].text) != endings.end();
  }
  // «Мектепте», «школа»; «40 учеников школы» are some of them.
  bool at_school() const {
    static const std::string of_school = fold_word("школы");
    for (std::size_t i = begin_; i < end_; ++i)
      if (is_school(i) && words_[i].text != of_school && !is_genitive(i)) return true;
    return false;
  }

  // «312 окуучу», «окуучулардын саны – 312», «312 бала… окуучу» within a few words, no other count between.
  bool beside(const Number& one, Cue whom) const {
    const auto names = [&](std::size_t i) {
      return is(i, whom) || (whom == Cue::pupil && is(i, Cue::child));
    };
    std::size_t behind = one.last + 1;
    if (behind < end_ && words_[behind].gap == 0) ++behind;  // 400дөй
    for (std::size_t i = behind; i < std::min(end_, behind + 3); ++i) {
      if (words_[i].number || (words_[i].gap & gap_comma) != 0) break;
      if (names(i)) return true;
      if (is(i, whom == Cue::pupil ? Cue::teacher : Cue::pupil)) return false;
    }
    // «Окуучулардын саны – 312», «… 312 адам»; not «балага … тогуз комуз»
    const bool counts_people = behind < end_ && is(behind, Cue::person);
    constexpr CueSet verbs = bit(Cue::is) | bit(Cue::studies) | bit(Cue::works) | bit(Cue::all) |
                             bit(Cue::past) | bit(Cue::now) | bit(Cue::more) | bit(Cue::nearly) |
                             bit(Cue::about);
    const bool counts_other = !counts_people && behind == one.last + 1 && behind < end_ &&
                              words_[behind].gap == gap_space && !is_any(behind, verbs);
    if (counts_other) return false;
    for (std::size_t i = one.first; i > begin_ && one.first - i < 5; --i) {
      if (words_[i - 1].number || (words_[i].gap & gap_comma) != 0) return false;
      if (names(i - 1)) return true;
      if (counts_people && is(i - 1, whom == Cue::pupil ? Cue::pupil : Cue::staff)) return true;
    }
    return false;
  }
};

}  // namespace

void find_wrong_counts(std::string_view text, const TextWords& words, const Sentences& sentences,
                       const KnownFacts& facts, std::vector<Contradiction>& found) {
  Counts(text, words, sentences, facts, found).run();
}

}  // namespace mektep
