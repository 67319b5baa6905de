#include "facts/agreement/agreement.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "facts/agreement/cues.h"
#include "names/endings.h"
#include "names/lexicon.h"
#include "names/words.h"

namespace mektep {

namespace {

// A number in a sentence: 1 250 is one number, 08:30 two.
struct Number {
  std::size_t first, last;  // words
  int value = 0;
};

class Search {
 public:
  Search(std::string_view text, const KnownFacts& facts, std::vector<Contradiction>& found)
      : text_(text), facts_(facts), found_(found) {
    words_.read(text);
  }

  void run() {
    for (begin_ = 0; begin_ < words_.size(); begin_ = end_) {
      end_ = begin_ + 1;
      while (end_ < words_.size() && !words_[end_].sentence) ++end_;
      sentence();
    }
    emails();
    std::ranges::sort(found_, {}, &Contradiction::begin);
  }

 private:
  void sentence() {
    numbers_.clear();
    for (std::size_t i = begin_; i < end_; ++i) {
      if (words_[i].number) i = number(i);
    }
    if (!numbers_.empty()) {
      count(FactKind::pupils, Cue::pupil);
      count(FactKind::teachers, Cue::teacher);
      founded();
      street();
      postal_code();
      licence();
      study_days();
      hours();
    }
    director();
  }

  std::size_t number(std::size_t i) {
    Number number{i, i, 0};
    std::string digits = digits_of(i);
    while (number.last + 1 < end_ && words_[number.last + 1].number && digits.size() <= 3 &&
           words_[number.last + 1].text.size() == 3 && words_[number.last + 1].gap == gap_space) {
      digits += digits_of(++number.last);
    }
    if (digits.size() > 9) return i;
    for (const char c : digits) number.value = number.value * 10 + (c - '0');
    numbers_.push_back(number);
    return number.last;
  }
  std::string digits_of(std::size_t i) const {
    std::string digits;
    for (const char c : words_[i].text) digits += static_cast<char>(c + 0x20);
    return digits;
  }
  std::string_view between(std::size_t a, std::size_t b) const {
    return text_.substr(words_[a].end, words_[b].begin - words_[a].end);
  }

  bool has(Cue cue) const { return find(cue).has_value(); }
  std::optional<std::size_t> find(Cue cue) const {
    for (std::size_t i = begin_; i < end_; ++i)
      if (is_cue(words_[i].text, cue)) return i;
    return std::nullopt;
  }
  // Within `reach` words of `i`.
  bool near(std::size_t i, Cue cue, std::size_t reach) const {
    const std::size_t from = i > begin_ + reach ? i - reach : begin_, until = std::min(end_, i + reach + 1);
    for (std::size_t at = from; at < until; ++at)
      if (is_cue(words_[at].text, cue)) return true;
    return false;
  }
  // Said of another year than this one, or of the past.
  bool of_another_time() const {
    bool dated = false;
    for (const Number& one : numbers_) {
      if (!is_year(one)) continue;
      if (one.value == facts_.year || one.value == facts_.year + 1) return false;
      dated = true;
    }
    return dated || has(Cue::past);
  }
  bool is_year(const Number& one) const {
    if (one.value < 1850 || one.value > 2100 || one.first != one.last) return false;
    if (one.last + 1 >= end_) return false;
    static const std::array<std::string, 5> years{fold_word("жыл"), fold_word("год"), fold_word("г"),
                                                  fold_word("ж"), fold_word("окуу")};
    const std::string_view next = words_[one.last + 1].text;
    const bool range = words_[one.last + 1].number && between(one.last, one.last + 1).size() <= 3;
    return range || next.starts_with(years[0]) || next.starts_with(years[1]) || next == years[2] ||
           next == years[3];
  }

  void add(FactKind kind, std::size_t first, std::size_t last, std::string expected) {
    found_.push_back({kind, words_[first].begin, words_[last].end, std::move(expected)});
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
    if (truths.empty() || !has(whom) || of_another_time() || has(Cue::other_school)) return;
    const bool whole =
        has(Cue::all) || (has(Cue::school) && has(kind == FactKind::pupils ? Cue::studies : Cue::works));
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
  // «312 окуучу», «окуучулардын саны – 312», «312 бала… окуучу» within a few words, no other count between.
  bool beside(const Number& one, Cue whom) const {
    for (std::size_t i = one.last + 1; i < std::min(end_, one.last + 4); ++i) {
      if (words_[i].number) break;
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

  // The school's own street with another house, or «мектептин дареги» with another street.
  void street() {
    for (const std::string& address : facts_.streets) {
      TextWords own;
      own.read(address);
      std::string_view name;
      std::string house;
      for (const TextWord& word : own.all()) {
        if (word.number) {
          for (const char c : word.text) house += static_cast<char>(c + 0x20);
        } else if (name.empty() && !is_cue(word.text, Cue::street)) {
          name = word.text;
        }
      }
      if (name.empty() || house.empty()) continue;
      for (std::size_t i = begin_; i < end_; ++i) {
        if (!words_[i].capital || words_[i].text != name || !near(i, Cue::street, 1)) continue;
        for (const Number& one : numbers_) {
          if (!is_house(i, one.first)) continue;
          if (one.value != std::stoi(house) && !has(Cue::other_school))
            add(FactKind::street, i, one.last, address);
          return;
        }
      }
    }
  }
  // Whether nothing but a word for a street or a house stands between the name and the number.
  bool is_house(std::size_t name, std::size_t number) const {
    static const std::array<std::string, 3> house{fold_word("дом"), fold_word("д"), fold_word("үй")};
    for (std::size_t i = name + 1; i < number; ++i) {
      const bool word =
          is_cue(words_[i].text, Cue::street) || std::ranges::find(house, words_[i].text) != house.end();
      if (!word) return false;
    }
    return number > name;
  }
  void postal_code() {
    if (facts_.postal_code.empty()) return;
    static const std::string code = fold_word("индекс");
    const bool labelled = std::ranges::any_of(words_.all().begin() + static_cast<std::ptrdiff_t>(begin_),
                                              words_.all().begin() + static_cast<std::ptrdiff_t>(end_),
                                              [&](const TextWord& w) { return w.text.starts_with(code); });
    for (const Number& one : numbers_) {
      const std::string digits = digits_of(one.first);
      const bool address = has(Cue::street) && digits.starts_with('7');
      if (one.first != one.last || digits.size() != 6 || !(labelled || address)) continue;
      if (digits != facts_.postal_code) add(FactKind::postal_code, one.first, one.last, facts_.postal_code);
    }
  }

  void licence() {
    if (facts_.licences.empty()) return;
    const auto at = find(Cue::licence);
    if (!at) return;
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

  void study_days() {
    if (!facts_.study_days || !has(Cue::days) || !has(Cue::week) || has(Cue::part) || of_another_time())
      return;
    static const std::array<std::string, 2> school{fold_word("окуу"), fold_word("учебн")};
    const bool of_study = std::ranges::any_of(
        words_.all().begin() + static_cast<std::ptrdiff_t>(begin_),
        words_.all().begin() + static_cast<std::ptrdiff_t>(end_),
        [&](const TextWord& w) { return w.text.starts_with(school[0]) || w.text.starts_with(school[1]); });
    for (const Number& one : numbers_) {
      if (!of_study || one.value < 4 || one.value > 7 || !near(one.last, Cue::days, 1)) continue;
      if (one.value != *facts_.study_days)
        add(FactKind::study_days, one.first, one.last, std::to_string(*facts_.study_days));
    }
  }

  // «Мектеп саат 08:00дөн 17:00гө чейин иштейт»
  void hours() {
    if (facts_.hours.empty() || !has(Cue::school) || !has(Cue::hours) || has(Cue::part) || of_another_time())
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
    if (times.size() != 2) return;
    const std::pair said(times[0].second, times[1].second);
    if (said.second - said.first < 5 * 60 || facts_.hours.contains(said)) return;
    const auto& truth = *facts_.hours.begin();
    add(FactKind::hours, times[0].first, times[1].first + 1,
        fmt::format("{:02}:{:02}–{:02}:{:02}", truth.first / 60, truth.first % 60, truth.second / 60,
                    truth.second % 60));
  }

  // Another address at the school's own domain, or the school's own name at another one.
  void emails() {
    if (facts_.emails.empty()) return;
    const auto part = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
             c == '-' || c == '_' || c == '+';
    };
    for (std::size_t at = text_.find('@'); at != std::string_view::npos; at = text_.find('@', at + 1)) {
      std::size_t begin = at, end = at + 1;
      while (begin > 0 && part(text_[begin - 1])) --begin;
      while (end < text_.size() && part(text_[end])) ++end;
      while (end > at + 1 && !(text_[end - 1] >= 'a' && text_[end - 1] <= 'z')) --end;
      if (begin == at || text_.substr(at + 1, end - at - 1).find('.') == std::string_view::npos) continue;
      const std::string said = lower(text_.substr(begin, end - begin));
      if (facts_.emails.contains(said)) continue;
      const std::string name = said.substr(0, at - begin), domain = said.substr(at - begin + 1);
      for (const std::string& own : facts_.emails) {
        const std::size_t sign = own.find('@');
        const bool shared = domain == "gmail.com" || domain == "mail.ru" || domain == "mail.kg";
        if ((own.substr(sign + 1) == domain && !shared) || own.substr(0, sign) == name) {
          found_.push_back({FactKind::email, begin, end, own});
          break;
        }
      }
    }
  }

  std::string_view text_;
  const KnownFacts& facts_;
  std::vector<Contradiction>& found_;
  TextWords words_;
  std::vector<Number> numbers_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace

void find_contradictions(std::string_view text, const KnownFacts& facts, std::vector<Contradiction>& found) {
  found.clear();
  Search(text, facts, found).run();
}

}  // namespace mektep
