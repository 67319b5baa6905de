#include <algorithm>
#include <array>

#include "base/phone.h"
#include "base/text.h"
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
      street();
      postal_code();
      licence();
      study_days();
      hours();
      number_of_school();
    }
    phone();
    named_after();
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
    if (!at || is_of_another_trade(*at)) return;
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

  // «Айдоочулук лицензия»
  bool is_of_another_trade(std::size_t licence) const {
    static const std::array<std::string, 4> trades{fold_word("айдоочу"), fold_word("водител"),
                                                   fold_word("медицин"), fold_word("программ")};
    return licence > begin_ && std::ranges::any_of(trades, [&](const std::string& trade) {
             return words_[licence - 1].text.starts_with(trade);
           });
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

  // «Мектептин телефону: …», «звоните в школу: …» with a number that the school does not have.
  void phone() {
    if (facts_.phones.empty() || !has(Cue::school) || !has(Cue::call) || has(Cue::other_school)) return;
    for (std::size_t first = begin_; first < end_; ++first) {
      if (!words_[first].number) continue;
      std::string digits = digits_of(first);
      std::size_t last = first;
      while (last + 1 < end_ && words_[last + 1].number && digits.size() < 12 &&
             between(last, last + 1).find_first_not_of(" -()\xC2\xA0") == std::string_view::npos)
        digits += digits_of(++last);
      const bool local = digits.size() == 10 && digits.front() == '0';
      const bool world = digits.size() == 12 && digits.starts_with("996");
      if (!local && !world) continue;
      const auto e164 = parse_phone((world ? "+" : "") + digits);
      if (e164 && !facts_.phones.contains(*e164))
        add(FactKind::phone, first, last, format_phone(facts_.main_phone));
      first = last;
    }
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

// Another address at the school's own domain, or the school's own name at another one.
void find_emails(std::string_view text, const KnownFacts& facts, std::vector<Contradiction>& found) {
  if (facts.emails.empty()) return;
  const auto part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_' || c == '+';
  };
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && part(text[begin - 1])) --begin;
    while (end < text.size() && part(text[end])) ++end;
    while (end > at + 1 && !(text[end - 1] >= 'a' && text[end - 1] <= 'z')) --end;
    if (begin == at || text.substr(at + 1, end - at - 1).find('.') == std::string_view::npos) continue;
    const std::string said = lower(text.substr(begin, end - begin));
    if (facts.emails.contains(said)) continue;
    const std::string name = said.substr(0, at - begin), domain = said.substr(at - begin + 1);
    for (const std::string& own : facts.emails) {
      const std::size_t sign = own.find('@');
      const bool shared = domain == "gmail.com" || domain == "mail.ru" || domain == "mail.kg";
      if ((own.substr(sign + 1) == domain && !shared) || own.substr(0, sign) == name) {
        found.push_back({FactKind::email, begin, end, own});
        break;
      }
    }
  }
}

}  // namespace

void find_wrong_particulars(std::string_view text, const TextWords& words, const KnownFacts& facts,
                            std::vector<Contradiction>& found) {
  Particulars(text, words, facts, found).run();
  find_emails(text, facts, found);
}

}  // namespace mektep
