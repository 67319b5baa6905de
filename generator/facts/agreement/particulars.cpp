#include <algorithm>
#include <array>

#include "base/localise.h"
#include "facts/agreement/sentence.h"
#include "names/endings.h"

namespace mektep {

namespace {

class Particulars final : public SentenceSearch {
 public:
  using SentenceSearch::SentenceSearch;

 private:
  void look() override {
    if (!numbers_.empty()) {
      licence();
      study_days();
      hours();
      number_of_school();
    }
    named_after();
    kind_of_school();
  }

  void licence() {
    if (facts_.licences.empty()) return;
    const auto at = find(Cue::licence);
    if (!at || near(*at, Cue::former, 3) || is_of_another_trade(*at)) return;
    if (const auto day = wrong_day(*at)) {
      add(FactKind::licence, day->first, day->last,
          format_date(*facts_.licence_days.begin(), Locale::ru, DateStyle::short_));
      return;
    }
    for (std::size_t i = *at > begin_ + 8 ? *at - 8 : begin_; i < std::min(end_, *at + 8); ++i) {
      if (i < *at && !words_[i].latin) continue;  // before it the number has its letters
      // LS210000417, LD 180001234
      std::size_t last = i;
      std::string said;
      if (words_[i].latin && words_[i].text.size() <= 3 && i + 1 < end_ && words_[i + 1].number) {
        for (const char c : words_[i].text) said += static_cast<char>(c - 32);
        last = i + 1;
      } else if (!(words_[i].number && words_[i].text.size() >= 4)) {
        continue;
      }
      said += digits_of(last);
      const bool year = said.size() == 4 && said >= "1990" && said <= "2100";
      if (year) {
        const Number one{last, last, std::stoi(said)};
        if (!facts_.licence_years.empty() && is_year(one) && !facts_.licence_years.contains(one.value) &&
            one.value < facts_.year)
          add(FactKind::licence, last, last, std::to_string(*facts_.licence_years.rbegin()));
        continue;
      }
      const bool known =
          std::ranges::any_of(facts_.licences, [&](const std::string& one) { return one.ends_with(said); });
      if (said.size() >= 5 && !known) add(FactKind::licence, i, last, *facts_.licences.begin());
      return;
    }
  }

  // «Лицензия от 12.05.2021»: the year is right, the day is not.
  std::optional<SaidDay> wrong_day(std::size_t licence) const {
    if (facts_.licence_days.empty() || !(has(Cue::issued) || says_number(licence))) return std::nullopt;
    for (std::size_t i = licence > begin_ + 10 ? licence - 10 : begin_; i < std::min(end_, licence + 12);
         ++i) {
      const auto day = day_at(i);
      if (!day) continue;
      const bool known =
          facts_.licence_days.contains(day->date) || !facts_.licence_years.contains(day->date.year);
      return known ? std::nullopt : day;
    }
    return std::nullopt;
  }

  // Whether the number of the licence stands beside it, and so the day is hers.
  bool says_number(std::size_t licence) const {
    for (std::size_t i = licence; i < std::min(end_, licence + 8); ++i)
      if (words_[i].number && std::ranges::any_of(facts_.licences, [&](const std::string& one) {
            return words_[i].text.size() >= 5 && one.ends_with(digits_of(i));
          }))
        return true;
    return false;
  }
  // «Айдоочулук лицензия», «автомектептин лицензиясы», «лицензия перевозчика»
  bool is_of_another_trade(std::size_t licence) const {
    static const std::array<std::string, 7> trades{
        fold_word("айдоочу"),    fold_word("водител"),  fold_word("медицин"),   fold_word("программ"),
        fold_word("автомектеб"), fold_word("автошкол"), fold_word("перевозчик")};
    for (std::size_t i = licence > begin_ ? licence - 1 : licence; i < std::min(end_, licence + 2); ++i)
      if (std::ranges::any_of(trades,
                              [&](const std::string& one) { return words_[i].text.starts_with(one); }))
        return true;
    // «Лицензия на Windows», «лицензия на 30 компьютеров»; not «лицензия на право ведения …»
    static const std::string on = fold_word("на");
    static const std::array<std::string, 6> rights{fold_word("образоват"), fold_word("прав"),
                                                   fold_word("веден"),     fold_word("осуществ"),
                                                   fold_word("обуч"),      fold_word("деятельн")};
    static const std::array<std::string, 4> trade{fold_word("куп"), fold_word("приобр"), fold_word("сатып"),
                                                  fold_word("оплач")};
    const auto begins = [&](std::size_t i, const auto& list) {
      return std::ranges::any_of(list,
                                 [&](const std::string& one) { return words_[i].text.starts_with(one); });
    };
    for (std::size_t i = begin_; i < end_; ++i)
      if (begins(i, trade)) return true;
    return licence + 2 < end_ && words_[licence + 1].text == on && !begins(licence + 2, rights) &&
           !words_[licence + 2].number;
  }

  // «Окуу жумасы 6 күндүк», «шестидневка», «жумасына алты күн окуйбуз»
  void study_days() {
    const bool lessons = has(Cue::lessons) || has(Cue::regime) || has(Cue::pupil);
    if (!facts_.study_days || !has(Cue::days) || is_of_some() || has(Cue::thing) || of_another_time() ||
        of_another_school())
      return;
    for (const Number& one : numbers_) {
      if (one.value < 4 || one.value > 7 || !near(one.last, Cue::days, 1)) continue;
      const bool spelled = !words_[one.first].number && is(one.first, Cue::days);  // «шестидневка»
      const std::size_t unit = spelled ? one.first : one.last + 1;
      const bool of_week = (has(Cue::week) || (has(Cue::pupil) && has(Cue::school) && has(Cue::studies))) &&
                           (lessons || (find_school() && (has(Cue::works) || has(Cue::studies))));
      const bool regime = unit < end_ && is_lasting(unit) && (lessons || find_school());
      if ((of_week || regime) && one.value != *facts_.study_days)
        add(FactKind::study_days, one.first, one.last, std::to_string(*facts_.study_days));
    }
  }
  // «Алты күндүк», «шестидневный»; not «алты күн», «шесть дней»
  bool is_lasting(std::size_t i) const {
    static const std::array<std::string, 2> endings{fold_word("күндүк"), fold_word("днев")};
    return words_[i].text.find(endings[0]) != std::string_view::npos ||
           words_[i].text.find(endings[1]) != std::string_view::npos;
  }

  // «Мектеп саат 08:00дөн 17:00гө чейин иштейт»
  void hours() {
    const bool works = find_school() && (has(Cue::hours) || has(Cue::regime));
    if (facts_.hours.empty() || !works || is_of_something() || is_of_some() || has(Cue::thing) ||
        of_another_time())
      return;
    std::vector<std::pair<std::size_t, int>> times;
    for (std::size_t i = begin_; i + 1 < end_; ++i) {
      const bool time = words_[i].number && words_[i + 1].number && words_[i].text.size() <= 2 &&
                        words_[i + 1].text.size() == 2 &&
                        (between(i, i + 1) == ":" || between(i, i + 1) == ".");
      if (!time) continue;
      const int minutes = std::stoi(digits_of(i)) * 60 + std::stoi(digits_of(i + 1));
      if (minutes < 24 * 60) times.emplace_back(i, minutes);
      ++i;
    }
    const bool twice =
        times.size() == 4 && times[0].second == times[2].second && times[1].second == times[3].second;
    if (times.size() != 2 && !twice) return;
    const std::pair said(times[0].second, times[1].second);
    if (said.second - said.first < 5 * 60 || facts_.hours.contains(said)) return;
    const auto& truth = *facts_.hours.begin();
    add(FactKind::hours, times[0].first, times[1].first + 1,
        fmt::format("{:02}:{:02}–{:02}:{:02}", truth.first / 60, truth.first % 60, truth.second / 60,
                    truth.second % 60));
  }

  // «Медпункт школы», «мектептин медпункту»; not «двери школы», «режим работы школы», «мектептин эшиги»
  bool is_of_something() const {
    static const std::string of_school = fold_word("школы"), door = fold_word("эшиг");
    constexpr CueSet own = bit(Cue::hours) | bit(Cue::regime) | bit(Cue::began) | bit(Cue::lessons) |
                           bit(Cue::reception) | bit(Cue::days) | bit(Cue::ours) | bit(Cue::works);
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!is_school(i)) continue;
      if (words_[i].text == of_school) {
        if (i == begin_ || (words_[i].gap & gap_other) != 0 || is_any(i - 1, own)) return false;
      } else if (!is_genitive(i) || i + 1 >= end_ || words_[i + 1].number || is_any(i + 1, own) ||
                 (i + 2 < end_ && is_any(i + 2, own)) || words_[i + 1].text.starts_with(door)) {
        return false;
      }
    }
    return true;
  }

  // «Биздин № 7 мектеп», «наша школа № 7»: the number that the name has.
  void number_of_school() {
    if (facts_.names.empty() || !has(Cue::ours) || has(Cue::other_school)) return;
    for (const Number& one : numbers_) {
      const std::size_t before = one.first > begin_ ? words_[one.first - 1].end : words_[begin_].begin;
      const std::size_t sign = text_.substr(before, words_[one.first].begin - before).rfind("№");
      if (sign == std::string_view::npos || !is_ours(one.first, one.last)) continue;
      const std::string said = digits_of(one.first);
      if (!has_number(facts_.names, said)) add(FactKind::name, one.first, one.last, facts_.names.front());
    }
  }
  // A school stands beside these words, and «our» before them.
  bool is_ours(std::size_t first, std::size_t last) const {
    bool school = false, ours = false;
    for (std::size_t i = first > begin_ + 4 ? first - 4 : begin_; i < std::min(end_, last + 4); ++i) {
      school |= is(i, Cue::school);
      ours |= i < first && is(i, Cue::ours);
    }
    return school && ours;
  }

  // «Биздин Токтогул Сатылганов атындагы мектеп», «Жаз-Булак мектеби … атындагы», «наша школа имени
  // Гагарина»: after whom it is called.
  void named_after() {
    static const std::string after_ky = fold_word("атындагы"), after_ru = fold_word("имени"),
                             short_ru = fold_word("им");
    if (facts_.names.empty() || has(Cue::other_school) || has(Cue::thing)) return;
    for (std::size_t i = begin_; i < end_; ++i) {
      const bool kyrgyz = words_[i].text == after_ky;
      if (!kyrgyz && words_[i].text != after_ru && words_[i].text != short_ru) continue;
      std::size_t first = kyrgyz ? i : i + 1, last = i;
      // Where a document's line ends the name does, or the rest of it is not judged.
      const auto joins = [&](std::size_t at) {
        return words_[at].gap != 0 && between(at - 1, at).find('\n') == std::string_view::npos;
      };
      while (kyrgyz && first > begin_ && words_[first - 1].capital && !is(first - 1, Cue::ours) &&
             joins(first))
        --first;
      while (!kyrgyz && last + 1 < end_ && words_[last + 1].capital && joins(last + 1)) ++last;
      if (kyrgyz ? first == i : last == i) continue;
      if (kyrgyz) last = i - 1;
      // The school itself, not something of hers: «биздин … атындагы мектеп», «наша школа имени …».
      const bool behind = i + 1 < end_ && near(i + 1, Cue::school, 3);
      const bool aside =
          first > begin_ && between(first - 1, first).ends_with('(') && near(first, Cue::school, 2);
      const bool school = kyrgyz ? behind || aside : i > begin_ && near(i, Cue::school, 4);
      if (!school || !(is_ours(first, last) || is_called_so(first, last))) continue;
      for (std::size_t at = first; at <= last; ++at) {
        if (words_[at].initial || is_in_names(facts_.names, words_[at].text)) continue;
        add(FactKind::name, first, last, facts_.names.front());
        break;
      }
    }
  }
  // «Жаз-Булак гимназиясы», «наша гимназия» of a school that is none.
  void kind_of_school() {
    static const std::array<std::string, 6> kinds{fold_word("гимназия"), fold_word("гимназии"),
                                                  fold_word("гимназию"), fold_word("гимназией"),
                                                  fold_word("лицей"),    fold_word("лицея")};
    if (facts_.names.empty() || of_another_school()) return;
    for (std::size_t i = begin_; i < end_; ++i) {
      const std::string_view word = words_[i].text;
      const auto kind =
          std::ranges::find_if(kinds, [&](const std::string& one) { return word.starts_with(one); });
      if (kind == kinds.end() || is_word_of_name(kind->substr(0, 5))) continue;
      const bool ours = i > begin_ && is(i - 1, Cue::ours);
      if (ours || (welcomes() && is_called_so(i, i)) || is_called_beside(i))
        add(FactKind::name, i, i, facts_.names.front());
    }
  }
  // «Жаз-Булак лицейи», «школа-лицей Жаз-Булак»: a word of the name, and no other name, stands beside it.
  bool is_called_beside(std::size_t i) const {
    const auto names = [&](std::size_t at) {
      return words_[at].capital && words_[at].text.size() > 2 && is_in_names(facts_.names, words_[at].text);
    };
    return (i > begin_ && words_[i].gap == gap_space && names(i - 1)) ||
           (i + 1 < end_ && words_[i + 1].gap == gap_space && names(i + 1));
  }
  bool welcomes() const {
    static const std::array<std::string, 5> signs{fold_word("кош"), fold_word("добро"), fold_word("атындагы"),
                                                  fold_word("имени"), fold_word("сайт")};
    for (std::size_t i = begin_; i < end_; ++i)
      if (std::ranges::any_of(signs, [&](const std::string& one) { return words_[i].text.starts_with(one); }))
        return true;
    return false;
  }
  // Whether another word of the school's own name stands within four words.
  bool is_called_so(std::size_t first, std::size_t last) const {
    for (std::size_t i = first > begin_ + 4 ? first - 4 : begin_; i < std::min(end_, last + 5); ++i)
      if ((i < first || i > last) && words_[i].capital && words_[i].text.size() > 2 &&
          is_in_names(facts_.names, words_[i].text))
        return true;
    return false;
  }
  bool is_word_of_name(std::string_view beginning) const {
    return std::ranges::any_of(facts_.names, [&](const std::string& name) {
      TextWords words;
      words.read(name);
      return std::ranges::any_of(words.all(),
                                 [&](const TextWord& word) { return word.text.starts_with(beginning); });
    });
  }
};

}  // namespace

void find_wrong_particulars(std::string_view text, const TextWords& words, const Sentences& sentences,
                            const KnownFacts& facts, std::vector<Contradiction>& found) {
  Particulars(text, words, sentences, facts, found).run();
}

}  // namespace mektep
