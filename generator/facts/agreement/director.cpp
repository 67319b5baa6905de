#include <algorithm>
#include <array>

#include "facts/agreement/sentence.h"
#include "names/endings.h"
#include "names/lexicon.h"

namespace mektep {

namespace {

class Director final : public SentenceSearch {
 public:
  using SentenceSearch::SentenceSearch;

 private:
  void look() override {
    if (facts_.director.empty() || !(has(Cue::director) || has(Cue::leads) || has(Cue::head))) return;
    if (has(Cue::director)) return director();
    leader();
    head();
  }

  void director() {
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!is(i, Cue::director)) continue;
      if (near(i, Cue::deputy, 3) || near(i, Cue::former, 3) || of_another_time() || of_another_school())
        continue;
      if (!near(i, Cue::school, 3) && !near(i, Cue::place, 2) && !near_name(i)) continue;
      // «Китепкананын директору»
      if (i > begin_ && is_genitive(i - 1) && !is_school(i - 1) && !is(i - 1, Cue::ours)) continue;
      const std::size_t behind = behind_school(i + 1);
      if (!judge_director(behind) && !judge_title(behind)) judge_before(i);
    }
  }
  // «Руководитель школы – …», «Мектептин жетекчиси …»
  void head() {
    static const std::string of_school = fold_word("школы"), its = fold_word("сы"), its_own = fold_word("си");
    const auto at = find(Cue::head);
    if (!at || near(*at, Cue::former, 3) || near(*at, Cue::deputy, 3) || of_another_time() ||
        of_another_school())
      return;
    const std::size_t behind = *at + 1;
    if (behind < end_ && (words_[behind].text == of_school || (is(behind, Cue::ours) && behind + 1 < end_ &&
                                                               words_[behind + 1].text == of_school))) {
      judge_director(words_[behind].text == of_school ? behind + 1 : behind + 2);
    } else if (*at > begin_ && is(*at - 1, Cue::school) &&
               (words_[*at].text.ends_with(its) || words_[*at].text.ends_with(its_own))) {
      judge_director(behind);
    }
  }
  // «Школой руководит …», «Мектепти … жетектейт»
  void leader() {
    const auto at = find(Cue::leads);
    const bool since = is_since();
    if (!at || (of_another_time() && !since) || of_another_school()) return;
    for (std::size_t i = *at > begin_ + 7 ? *at - 7 : begin_; i < std::min(end_, *at + 2); ++i) {
      if (!is(i, Cue::school) || is_genitive(i)) continue;
      if (i > begin_ && !is(i - 1, Cue::ours) && i - 1 != *at) return;
      const bool beside = i + 1 == *at || i == *at + 1;
      judge_director(behind_date(beside ? std::max(i, *at) + 1 : i + 1));
      return;
    }
  }
  // «С 2019 года», «2019-жылдан бери»: still so.
  bool is_since() const {
    static const std::array<std::string, 3> words{fold_word("с"), fold_word("жылдан"), fold_word("по")};
    bool since = false;
    for (const Number& one : numbers_) {
      if (!is_year(one)) continue;
      since = (one.first > begin_ && words_[one.first - 1].text == words[0]) ||
              words_[one.last + 1].text == words[1];
    }
    return since && !has(Cue::past);
  }
  std::size_t behind_date(std::size_t i) const {
    static const std::array<std::string, 4> words{fold_word("с"), fold_word("год"), fold_word("жыл"),
                                                  fold_word("бери")};
    const auto belongs = [&](std::string_view word) {
      return word == words[0] || word.starts_with(words[1]) || word.starts_with(words[2]) || word == words[3];
    };
    while (i < end_ && (words_[i].number || belongs(words_[i].text))) ++i;
    return i;
  }
  // A word for the school itself: «средней школы Жаз-Булак имени …».
  bool is_of_school(std::size_t at) const {
    static const std::array<std::string, 6> words{fold_word("средней"), fold_word("общеобразовательной"),
                                                  fold_word("имени"),   fold_word("им"),
                                                  fold_word("орто"),    fold_word("атындагы")};
    return is_school(at) || is_any(at, bit(Cue::ours) | bit(Cue::learning) | bit(Cue::place)) ||
           std::ranges::find(words, words_[at].text) != words.end() ||
           (words_[at].capital && !words_[at].initial && is_in_names(facts_.names, words_[at].text));
  }
  std::size_t behind_school(std::size_t i) const {
    while (i < end_ && is_of_school(i)) ++i;
    return i;
  }
  // «Мектебибиздин директору, Эл агартуунун отличниги Жылдыз Осмонова»
  bool judge_title(std::size_t from) {
    if (from >= end_ || (words_[from].gap & gap_comma) == 0) return false;
    for (std::size_t at = from + 1; at + 1 < std::min(end_, from + 8); ++at) {
      if ((words_[at].gap & gap_comma) != 0 ||
          is_any(at, bit(Cue::deputy) | bit(Cue::director) | bit(Cue::head)))
        return false;
      if (is_given_name(words_[at].text) && words_[at].capital && words_[at + 1].capital)
        return judge_director(at);
    }
    return false;
  }
  // «Н. А. Осмонов, мектептин директору», «Осмонов Калыс – директор школы»
  void judge_before(std::size_t post) {
    std::size_t first = post;
    while (first > begin_ && (words_[first].gap & (gap_comma | gap_other)) == 0 && is_of_school(first - 1))
      --first;
    if (first == begin_ || (words_[first].gap & (gap_comma | gap_other)) == 0) return;
    std::size_t from = first;
    while (from > begin_ && first - from < 4 && (words_[from - 1].capital || words_[from - 1].initial) &&
           (from == first || (words_[from].gap & (gap_comma | gap_other)) == 0))
      --from;
    if (first - from >= 2) judge_director(from);
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

  static bool thanks(std::string_view verb) {
    static const std::array<std::string, 3> past{fold_word("ла"), fold_word("ил"), fold_word("ал")};
    return std::ranges::any_of(past, [&](const std::string& end) { return verb.ends_with(end); });
  }

  // The surname that follows within three words of `from`: «директор Асанов Б.», «директор – Бакыт Асанов».
  // False: no name stands there.
  bool judge_director(std::size_t from) {
    std::optional<std::size_t> other;  // somebody else's first name
    for (std::size_t at = from; at < std::min(end_, from + 4); ++at) {
      const TextWord& word = words_[at];
      if (word.initial) continue;
      if (!word.capital) {
        // «Директор школы поблагодарила …»: whoever follows is another one.
        if (at > from + 1 || thanks(word.text)) return false;
        continue;
      }
      const NameShape shape = shape_of(word.text);
      if (shape.patronymic || (!shape.surname && is_given_name(word.text))) {
        if (!shape.patronymic && !is_directors(word.text, &KnownFacts::Name::given)) other = at;
        continue;
      }
      if (is_common_word(word.text)) return false;
      if (!shape.surname) {
        // «Айбек Кравец»: no ending tells that it is a surname, but the first name is not the director's.
        if (other == at - 1 && !is_directors(word.text, &KnownFacts::Name::surname)) add_name(from, at);
        return other.has_value();
      }
      const bool named = (at + 1 < end_ && (words_[at + 1].initial || is_given_name(words_[at + 1].text))) ||
                         words_[at - 1].initial || is_given_name(words_[at - 1].text) ||
                         shape_of(words_[at - 1].text).patronymic || at == from;
      if (!is_directors(word.text, &KnownFacts::Name::surname) && named) add_name(from, at);
      return true;
    }
    return false;
  }
};

}  // namespace

void find_wrong_director(std::string_view text, const TextWords& words, const Sentences& sentences,
                         const KnownFacts& facts, std::vector<Contradiction>& found) {
  Director(text, words, sentences, facts, found).run();
}

}  // namespace mektep
