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
    if (!at || is_of_another_trade(*at)) return;
    if (const auto day = wrong_day(*at)) {
      add(FactKind::licence, day->first, day->last,
          format_date(*facts_.licence_days.begin(), Locale::ru, DateStyle::short_));
      return;
    }
    for (std::size_t i = *at + 1; i < std::min(end_, *at + 8); ++i) {
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
      if (said.size() >= 5 && !facts_.licences.contains(said))
        add(FactKind::licence, i, last, *facts_.licences.begin());
      return;
    }
  }

  // «Лицензия от 12.05.2021»: the year is right, the day is not.
  std::optional<SaidDay> wrong_day(std::size_t licence) const {
    if (facts_.licence_days.empty() || !has(Cue::issued)) return std::nullopt;
    for (std::size_t i = licence + 1; i < std::min(end_, licence + 12); ++i) {
      const auto day = day_at(i);
      if (!day) continue;
      const bool known =
          facts_.licence_days.contains(day->date) || !facts_.licence_years.contains(day->date.year);
      return known ? std::nullopt : day;
    }
    return std::nullopt;
  }

  // «Айдоочулук лицензия»
  bool is_of_another_trade(std::size_t licence) const {
    static const std::array<std::string, 4> trades{fold_word("айдоочу"), fold_word("водител"),
                                                   fold_word("медицин"), fold_word("программ")};
    return licence > begin_ && std::ranges::any_of(trades, [&](const std::string& trade) {
             return words_[licence - 1].text.starts_with(trade);
           });
  }

  void study_days() {
    if (!facts_.study_days || !has(Cue::days) || !(has(Cue::week) || has(Cue::school)) || has(Cue::part) ||
        has(Cue::thing) || of_another_time())
      return;
    static const std::array<std::string, 2> school{fold_word("окуу"), fold_word("учебн")};
    const bool of_study = std::ranges::any_of(
        words_.all().begin() + static_cast<std::ptrdiff_t>(begin_),
        words_.all().begin() + static_cast<std::ptrdiff_t>(end_),
        [&](const TextWord& w) { return w.text.starts_with(school[0]) || w.text.starts_with(school[1]); });
    for (const Number& one : numbers_) {
      const bool spelled =
          !words_[one.first].number && is_cue(words_[one.first].text, Cue::days);  // «шестидневка»
      if (!(spelled || of_study || (has(Cue::school) && (has(Cue::works) || has(Cue::studies)))) ||
          one.value < 4 || one.value > 7 || !near(one.last, Cue::days, 1))
        continue;
      if (one.value != *facts_.study_days)
        add(FactKind::study_days, one.first, one.last, std::to_string(*facts_.study_days));
    }
  }

  // «Мектеп саат 08:00дөн 17:00гө чейин иштейт»
  void hours() {
    const bool works = find_school() && (has(Cue::hours) || has(Cue::regime));
    if (facts_.hours.empty() || !works || has(Cue::part) || has(Cue::thing) || of_another_time()) return;
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

  // «Биздин № 7 мектеп», «наша школа № 7»: the number that the name has.
  void number_of_school() {
    if (facts_.names.empty() || !has(Cue::ours) || has(Cue::other_school)) return;
    for (const Number& one : numbers_) {
      const std::size_t before = one.first > begin_ ? words_[one.first - 1].end : words_[begin_].begin;
      const std::size_t sign = text_.substr(before, words_[one.first].begin - before).rfind("№");
      if (sign == std::string_view::npos || !is_ours(one.first, one.last)) continue;
      const std::string said = digits_of(one.first);
      if (std::ranges::none_of(facts_.names,
                               [&](const std::string& name) { return names_number(name, said); }))
        add(FactKind::name, one.first, one.last, facts_.names.front());
    }
  }
  static bool names_number(const std::string& name, const std::string& digits) {
    TextWords words;
    words.read(name);
    return std::ranges::any_of(words.all(), [&](const TextWord& word) {
      std::string own;
      for (const char c : word.text) own += static_cast<char>(c + 0x20);
      return word.number && own == digits;
    });
  }
  // A school stands beside these words, and «our» before them.
  bool is_ours(std::size_t first, std::size_t last) const {
    bool school = false, ours = false;
    for (std::size_t i = first > begin_ + 4 ? first - 4 : begin_; i < std::min(end_, last + 4); ++i) {
      school |= is_cue(words_[i].text, Cue::school);
      ours |= i < first && is_cue(words_[i].text, Cue::ours);
    }
    return school && ours;
  }

  // «Биздин Токтогул Сатылганов атындагы мектеп», «наша школа имени Гагарина»: after whom it is called.
  void named_after() {
    static const std::string after_ky = fold_word("атындагы"), after_ru = fold_word("имени");
    if (facts_.names.empty() || !has(Cue::ours) || has(Cue::other_school) || has(Cue::thing)) return;
    for (std::size_t i = begin_; i < end_; ++i) {
      const bool kyrgyz = words_[i].text == after_ky;
      if (!kyrgyz && words_[i].text != after_ru) continue;
      std::size_t first = kyrgyz ? i : i + 1, last = i;
      while (kyrgyz && first > begin_ && words_[first - 1].capital &&
             !is_cue(words_[first - 1].text, Cue::ours))
        --first;
      while (!kyrgyz && last + 1 < end_ && words_[last + 1].capital) ++last;
      if (kyrgyz ? first == i : last == i) continue;
      if (kyrgyz) last = i - 1;
      // The school itself, not something of hers: «биздин … атындагы мектеп», «наша школа имени …».
      const bool school = kyrgyz ? i + 1 < end_ && near(i + 1, Cue::school, 2)
                                 : i > begin_ && is_cue(words_[i - 1].text, Cue::school);
      if (!school || !is_ours(first, last)) continue;
      if (!is_in_name(words_[last].text)) add(FactKind::name, first, last, facts_.names.front());
    }
  }
  // «Жаз-Булак гимназиясы», «наша гимназия» of a school that is none.
  void kind_of_school() {
    static const std::array<std::string, 6> kinds{fold_word("гимназия"), fold_word("гимназии"),
                                                  fold_word("гимназию"), fold_word("гимназией"),
                                                  fold_word("лицей"),    fold_word("лицея")};
    if (facts_.names.empty() || has(Cue::other_school)) return;
    for (std::size_t i = begin_; i < end_; ++i) {
      const std::string_view word = words_[i].text;
      const auto kind =
          std::ranges::find_if(kinds, [&](const std::string& one) { return word.starts_with(one); });
      if (kind == kinds.end() || is_word_of_name(kind->substr(0, 5))) continue;
      const bool ours = i > begin_ && is_cue(words_[i - 1].text, Cue::ours);
      if (ours || (welcomes() && is_called_so(i))) add(FactKind::name, i, i, facts_.names.front());
    }
  }
  bool welcomes() const {
    static const std::array<std::string, 5> signs{fold_word("кош"), fold_word("добро"), fold_word("атындагы"),
                                                  fold_word("имени"), fold_word("сайт")};
    for (std::size_t i = begin_; i < end_; ++i)
      if (std::ranges::any_of(signs, [&](const std::string& one) { return words_[i].text.starts_with(one); }))
        return true;
    return false;
  }
  // Whether the school's own name stands within three words.
  bool is_called_so(std::size_t kind) const {
    for (std::size_t i = kind > begin_ + 3 ? kind - 3 : begin_; i < std::min(end_, kind + 4); ++i)
      if (i != kind && words_[i].capital && words_[i].text.size() > 2 && is_in_name(words_[i].text))
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
  bool is_in_name(std::string_view said) const {
    const std::string stem = stem_of(said).text;
    return std::ranges::any_of(facts_.names, [&](const std::string& name) {
      TextWords words;
      words.read(name);
      return std::ranges::any_of(words.all(), [&](const TextWord& word) {
        return word.capital && (word.text.starts_with(stem) || said.starts_with(stem_of(word.text).text));
      });
    });
  }
};

}  // namespace

void find_wrong_particulars(std::string_view text, const TextWords& words, const KnownFacts& facts,
                            std::vector<Contradiction>& found) {
  Particulars(text, words, facts, found).run();
}

}  // namespace mektep
