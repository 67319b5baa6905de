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
    if (is_about_some()) return;
    for (const Number& one : numbers_) {
      if (is_year(one) || one.value < 5 || is_some_of_them(one) || !beside(one, whom)) continue;
      if (!of_the_whole(kind) && !is_like_the_whole(one, truths)) return;
      if (std::ranges::none_of(truths, [&](int truth) { return fits(one, truth); }))
        add(kind, one.first, one.last,
            truths.size() == 1 ? std::to_string(*truths.begin())
                               : fmt::format("{}–{}", *truths.begin(), *truths.rbegin()));
      return;
    }
  }
  // «350 орундуу», «на 350 мест» is how many the building holds, not a place in a contest.
  bool is_about_some() const {
    static const std::array<std::string, 2> places{fold_word("орун"), fold_word("мест")};
    for (std::size_t i = begin_; i < end_; ++i) {
      const bool holds = i > begin_ && words_[i - 1].number && words_[i - 1].text.size() > 1 &&
                         (words_[i].text.starts_with(places[0]) || words_[i].text.starts_with(places[1]));
      if (is_cue(words_[i].text, Cue::part) && !holds) return true;
    }
    return false;
  }
  // Whether a number in this sentence may be that of all of them.
  bool of_the_whole(FactKind kind) const {
    const bool acts = has(kind == FactKind::pupils ? Cue::studies : Cue::works);
    return has(Cue::all) || (at_school() && acts) || (has(Cue::now) && (acts || has(Cue::here))) ||
           (has(Cue::here) && (acts || (has(Cue::pupil) && has(Cue::teacher))));
  }
  // A number as large as that of all of them, said of the school or of nothing else («Окуучулар | 330»); more
  // than there are cannot be some of them.
  bool is_like_the_whole(const Number& one, const std::set<int>& truths) const {
    const int least = *truths.begin(), most = *truths.rbegin();
    if (one.value * 10 < least * 7 || one.value * 10 > most * 17) return false;
    const bool staff = has(Cue::staff) && has(Cue::teacher);
    return at_school() || is_row() || staff || has(Cue::now) || (one.value > most && has(Cue::school));
  }
  // A name and its number, as in a table.
  bool is_row() const {
    return end_ - begin_ <= 4 && numbers_.size() == 1 && numbers_.front().last + 2 >= end_;
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
      if (is_cue(words_[i - 1].text, whom) || (whom == Cue::pupil && is_cue(words_[i - 1].text, Cue::child)))
        return true;
    }
    return false;
  }

  void founded() {
    if (!facts_.founded || has(Cue::licence) || has(Cue::thing)) return;
    auto at = find(Cue::founded);
    const bool hinted = !at;  // «эшигин ачкан» may tell of something else, too
    if (hinted) at = find(Cue::began);
    auto school = find_school();
    if (!school && !hinted && is_row()) school = at;  // «Негизделген жылы | 1938»
    if (!at || !school || (*at > *school ? *at - *school : *school - *at) > 7 || has(Cue::other_school))
      return;
    for (const Number& one : numbers_) {
      if (one.value < 1850 || one.value > 2100 || one.first != one.last || (hinted && !is_year(one)))
        continue;
      for (std::size_t i = one.last + 1; i <= *school; ++i)
        if ((words_[i].gap & gap_comma) != 0) return;  // «Село основано в 1911 году, школа – позже»
      const int doubt = std::min(25, (facts_.year - *facts_.founded) / 3);
      if (hinted && std::abs(one.value - *facts_.founded) > doubt) return;
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
      judge_director(i + 1);
    }
    if (has(Cue::director)) return;
    leader();
    head();
  }
  // «Руководитель школы – …», «Мектептин жетекчиси …»
  void head() {
    static const std::string of_school = fold_word("школы"), its = fold_word("сы"), its_own = fold_word("си");
    const auto at = find(Cue::head);
    if (!at || near(*at, Cue::former, 3) || near(*at, Cue::deputy, 3) || of_another_time() ||
        has(Cue::other_school))
      return;
    const std::size_t behind = *at + 1;
    if (behind < end_ &&
        (words_[behind].text == of_school || (is_cue(words_[behind].text, Cue::ours) && behind + 1 < end_ &&
                                              words_[behind + 1].text == of_school))) {
      judge_director(words_[behind].text == of_school ? behind + 1 : behind + 2);
    } else if (*at > begin_ && is_cue(words_[*at - 1].text, Cue::school) &&
               (words_[*at].text.ends_with(its) || words_[*at].text.ends_with(its_own))) {
      judge_director(behind);
    }
  }
  // «Школой руководит …», «Мектепти … жетектейт»
  void leader() {
    const auto at = find(Cue::leads);
    if (!at || of_another_time() || has(Cue::other_school)) return;
    for (std::size_t i = *at > begin_ + 4 ? *at - 4 : begin_; i < std::min(end_, *at + 2); ++i) {
      if (!is_cue(words_[i].text, Cue::school) || is_genitive(i)) continue;
      if (i > begin_ && !is_cue(words_[i - 1].text, Cue::ours) && i - 1 != *at) return;
      const bool beside = i + 1 == *at || i == *at + 1;
      judge_director(beside ? std::max(i, *at) + 1 : i + 1);
      return;
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

  bool is_directors(std::string_view word, std::string KnownFacts::Name::* part) const {
    return std::ranges::any_of(facts_.director, [&](const KnownFacts::Name& name) {
      return word.starts_with(stem_of(fold_word(name.*part)).text);
    });
  }

  // The surname that follows within three words of `from`: «директор Асанов Б.», «директор – Бакыт Асанов».
  void judge_director(std::size_t from) {
    std::optional<std::size_t> other;  // somebody else's first name
    for (std::size_t at = from; at < std::min(end_, from + 4); ++at) {
      const TextWord& word = words_[at];
      if (word.initial) continue;
      if (!word.capital) {
        if (at > from + 1) return;
        continue;
      }
      const NameShape shape = shape_of(word.text);
      if (shape.patronymic || (!shape.surname && is_given_name(word.text))) {
        if (!shape.patronymic && !is_directors(word.text, &KnownFacts::Name::given)) other = at;
        continue;
      }
      if (is_common_word(word.text)) return;
      if (!shape.surname) {
        // «Айбек Кравец»: no ending tells that it is a surname, but the first name is not the director's.
        if (other == at - 1 && !is_directors(word.text, &KnownFacts::Name::surname)) add_name(from, at);
        return;
      }
      const bool named = (at + 1 < end_ && (words_[at + 1].initial || is_given_name(words_[at + 1].text))) ||
                         words_[at - 1].initial || is_given_name(words_[at - 1].text) ||
                         shape_of(words_[at - 1].text).patronymic || at == from;
      if (!is_directors(word.text, &KnownFacts::Name::surname) && named) add_name(from, at);
      return;
    }
  }
};

}  // namespace

void find_contradictions(std::string_view text, const TextWords& words, const KnownFacts& facts,
                         std::vector<Contradiction>& found) {
  found.clear();
  School(text, words, facts, found).run();
  find_wrong_contacts(text, words, facts, found);
  find_wrong_particulars(text, words, facts, found);
  std::ranges::sort(found, {}, &Contradiction::begin);
}

}  // namespace mektep
