#include <algorithm>
#include <array>

#include "facts/agreement/sentence.h"

namespace mektep {

namespace {

class Founding final : public SentenceSearch {
 public:
  using SentenceSearch::SentenceSearch;

 private:
  void look() override {
    if (numbers_.empty() || !facts_.founded || has(Cue::licence) || has(Cue::thing) || of_another_school())
      return;
    if (has(Cue::founded) || has(Cue::began)) founded();
    if (has(Cue::age) && has(Cue::turns)) anniversary();
  }

  void founded() {
    auto at = find(Cue::founded);
    const bool hinted = !at;  // «эшигин ачкан» may tell of something else, too
    if (hinted) at = find(Cue::began);
    auto school = find_school();
    if (school && ((!hinted && (is_told_to(*school) || is_place(*school))) || has_something(*school))) return;
    if (!school && !hinted && is_row()) school = at;  // «Негизделген жылы | 1938»
    if (!at || !school || (*at > *school ? *at - *school : *school - *at) > 7) return;
    for (const Number& one : numbers_) {
      if (one.value < 1850 || one.value > 2100 || one.first != one.last || (hinted && !is_year(one)))
        continue;
      // «Село основано в 1911 году, школа – позже», but «основанная в 1937 году, школа …»
      for (std::size_t i = one.last + 1; i <= *school && *at != begin_; ++i)
        if ((words_[i].gap & gap_comma) != 0) return;
      const int doubt = std::min(25, (facts_.year - *facts_.founded) / 3);
      if (hinted && std::abs(one.value - *facts_.founded) > doubt) return;
      if (one.value != *facts_.founded && !near(one.first, Cue::about, 2))
        add(FactKind::founded, one.first, one.last, std::to_string(*facts_.founded));
      return;
    }
  }

  // «Мектепке», «школе»: something was founded, and the school had something of it.
  bool is_told_to(std::size_t i) const {
    static const std::array<std::string, 5> dative{fold_word("мектепке"), fold_word("мектебибизге"),
                                                   fold_word("школе"), fold_word("мектебине"),
                                                   fold_word("мектебинде")};
    return std::ranges::find(dative, words_[i].text) != dative.end();
  }
  // «Мектепте», «в школе»: somebody's birthday was held there.
  bool is_place(std::size_t i) const {
    static const std::array<std::string, 4> words{fold_word("мектепте"), fold_word("мектебибизде"),
                                                  fold_word("школе"), fold_word("в")};
    if (words_[i].text != words[2]) return words_[i].text == words[0] || words_[i].text == words[1];
    while (i > begin_ && is(i - 1, Cue::ours)) --i;
    return i > begin_ && words_[i - 1].text == words[3];
  }
  // «Мектептин футбол командасы», «ансамбль школы»; not «мектептин тарыхы», «год основания школы»
  bool has_something(std::size_t school) const {
    static const std::array<std::string, 3> words{fold_word("школы"), fold_word("год"), fold_word("дата")};
    const auto tells = [&](std::size_t at) {
      return is_any(at, bit(Cue::founded) | bit(Cue::began)) || words_[at].text == words[1] ||
             words_[at].text == words[2];
    };
    if (is_genitive(school)) return school + 1 >= end_ || !tells(school + 1);
    if (words_[school].text != words[0]) return false;
    std::size_t before = school;
    while (before > begin_ && is(before - 1, Cue::ours)) --before;
    return before == begin_ || !tells(before - 1);
  }

  // «Быйыл мектебибизге 88 жыл толот», «школе исполняется 90 лет», «80 жылдык мааракеси 2018-жылы өттү»: the
  // year that is said, or this one, less the age.
  void anniversary() {
    const auto school = find_school();
    if (!school || is_place(*school) || has(Cue::teacher) || is_to_come()) return;
    int when = facts_.year;
    for (const Number& one : numbers_)
      if (is_year(one)) when = one.value;
    for (const Number& one : numbers_) {
      if (is_year(one) || one.value < 5 || one.value > 300 || one.last + 1 >= end_) continue;
      const std::size_t behind = one.last + 1;
      if (!is(behind, Cue::age) || is_decade(one) || !near(behind, Cue::turns, 4)) continue;
      const int began = when - one.value, truth = *facts_.founded;
      // The number of years may be of something else, or be rounded; a birthday may still be to come.
      if (std::abs(began - truth) <= 1 || std::abs(began - truth) > std::min(25, (facts_.year - truth) / 3))
        return;
      if (near(one.first, Cue::about, 2) || near(one.first, Cue::more, 2) || near(one.first, Cue::nearly, 2))
        return;
      add(FactKind::founded, one.first, one.last, std::to_string(when - truth));
      return;
    }
  }
};

}  // namespace

void find_wrong_founding(std::string_view text, const TextWords& words, const Sentences& sentences,
                         const KnownFacts& facts, std::vector<Contradiction>& found) {
  Founding(text, words, sentences, facts, found).run();
}

}  // namespace mektep
