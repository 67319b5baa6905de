#include <algorithm>
#include <array>

#include "base/phone.h"
#include "base/text.h"
#include "facts/agreement/sentence.h"
#include "names/endings.h"

namespace mektep {

namespace {

class Contacts final : public SentenceSearch {
 public:
  using SentenceSearch::SentenceSearch;

 private:
  void look() override {
    street();
    if (numbers_.empty()) return;
    postal_code();
    phone();
  }

  // The school's own street with another house, or «мектептин дареги» with another street.
  void street() {
    const std::size_t before = found_.size();
    house();
    if (found_.size() == before) other_street();
  }
  void house() {
    for (const std::string& address : facts_.streets) {
      TextWords own;
      own.read(address);
      std::string_view name;
      std::string house;
      for (const TextWord& word : own.all()) {
        if (word.number) {
          for (const char c : word.text) house += static_cast<char>(c + 0x20);
        } else if (name.empty() && !tells(word.text, Cue::street)) {
          name = word.text;
        }
      }
      if (name.empty() || house.empty()) continue;
      for (std::size_t i = begin_; i < end_; ++i) {
        if (!words_[i].capital || words_[i].text != name || !near(i, Cue::street, 1)) continue;
        for (const Number& one : numbers_) {
          if (!is_house(i, one.first)) continue;
          if (one.value != std::stoi(house) && !of_another_school())
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
      const bool word = is(i, Cue::street) || std::ranges::find(house, words_[i].text) != house.end();
      if (!word) return false;
    }
    return number > name;
  }
  // «Мектептин дареги: Ленин көчөсү, 5»
  void other_street() {
    const bool own = has(Cue::school) || has(Cue::ours) || says_own_code();
    if (facts_.streets.empty() || !own || !has(Cue::street) || of_another_school() || has(Cue::thing) ||
        has(Cue::office) || of_another_time() || !(has(Cue::address) || school_stands()))
      return;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!is(i, Cue::street)) continue;
      const std::size_t name =
          i > begin_ && words_[i - 1].capital && words_[i].gap == gap_space ? i - 1 : i + 1;
      if (name >= end_ || !words_[name].capital || words_[name].initial || words_[name].text.size() < 3)
        continue;
      const std::string stem = stem_of(words_[name].text).text;
      if (std::ranges::any_of(facts_.places, [&](const std::string& one) { return has_word(one, stem); }))
        return;
      add(FactKind::street, std::min(i, name), std::max(i, name), facts_.streets.front());
      return;
    }
  }
  // «Мектебибиз … көчөсүнөн орун алган», «школа стоит на улице …»: the school is the subject, and in a
  // street.
  bool school_stands() const {
    static const std::array<std::string, 5> subjects{fold_word("мектеп"), fold_word("мектебибиз"),
                                                     fold_word("мектеби"), fold_word("школа"),
                                                     fold_word("школы")};
    static const std::array<std::string, 4> places{fold_word("көчөсүндө"), fold_word("көчөсүнөн"),
                                                   fold_word("улице"), fold_word("проспекте")};
    bool subject = false, place = false;
    for (std::size_t i = begin_; i < end_; ++i) {
      subject |= std::ranges::find(subjects, words_[i].text) != subjects.end();
      place |= std::ranges::find(places, words_[i].text) != places.end();
    }
    static const std::string stands = fold_word("орун");
    const bool took_place = end_ - begin_ > 1 && words_[end_ - 2].text == stands;  // «орун алган» is no event
    return subject && place && (took_place || !happened({begin_, end_}));
  }
  static bool has_word(const std::string& text, std::string_view stem) {
    TextWords words;
    words.read(text);
    return std::ranges::any_of(words.all(), [&](const TextWord& word) {
      return word.text.starts_with(stem) || stem.starts_with(stem_of(word.text).text);
    });
  }

  // «Юридический адрес: 722999, …»: the postal code is the school's.
  bool says_own_code() const {
    return !facts_.postal_code.empty() && std::ranges::any_of(numbers_, [&](const Number& one) {
      return one.first == one.last && digits_of(one.first) == facts_.postal_code;
    });
  }
  bool is_in_village() const {
    static const std::array<std::string, 4> words{fold_word("с"), fold_word("село"), fold_word("айыл"),
                                                  fold_word("айылы")};
    return std::ranges::any_of(
        words_.all().begin() + static_cast<std::ptrdiff_t>(begin_),
        words_.all().begin() + static_cast<std::ptrdiff_t>(end_),
        [&](const TextWord& word) { return std::ranges::find(words, word.text) != words.end(); });
  }
  bool is_money(const Number& one) const {
    static const std::string som = fold_word("сом");
    return one.last + 1 < end_ && words_[one.last + 1].text.starts_with(som);
  }
  void postal_code() {
    if (facts_.postal_code.empty()) return;
    static const std::string code = fold_word("индекс");
    const bool labelled = std::ranges::any_of(words_.all().begin() + static_cast<std::ptrdiff_t>(begin_),
                                              words_.all().begin() + static_cast<std::ptrdiff_t>(end_),
                                              [&](const TextWord& w) { return w.text.starts_with(code); });
    for (const Number& one : numbers_) {
      const std::string digits = digits_of(one.first);
      const bool address =
          (has(Cue::street) || is_in_village()) && digits.starts_with("72") && !is_money(one);
      if (one.first != one.last || digits.size() != 6 || !(labelled || address)) continue;
      if (digits != facts_.postal_code) add(FactKind::postal_code, one.first, one.last, facts_.postal_code);
    }
  }

  // Somebody else is named in the clause of the number, or before it when the clause says nothing of the
  // school.
  bool is_of_office(std::size_t number) const {
    for (std::size_t i = number + 1; i > begin_; --i) {
      if (is(i - 1, Cue::office)) return true;
      if (is_any(i - 1, bit(Cue::reception) | bit(Cue::school) | bit(Cue::ours))) return false;
    }
    return false;
  }
  // «Мектептин телефону: …», «звоните в школу: …» with a number that the school
  // does not have.
  void phone() {
    const bool own = has(Cue::school) || has(Cue::reception) || has(Cue::ours);
    if (facts_.phones.empty() || !own || !has(Cue::call) || of_another_school()) return;
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
      if (e164 && !facts_.phones.contains(*e164) && !is_of_office(first))
        add(FactKind::phone, first, last, format_phone(facts_.main_phone));
      first = last;
    }
  }
};

// Whether the words around the bytes `at`…`end` say that an address of the school stands there: «пишите нам»,
// «мектептин почтасы».
bool is_said_to_be_ours(const TextWords& words, std::size_t at, std::size_t end) {
  static const std::array<std::string, 4> us{fold_word("нам"), fold_word("нами"), fold_word("бизге"),
                                             fold_word("биз")};
  const auto behind =
      std::ranges::partition_point(words.all(), [&](const TextWord& word) { return word.begin < at; });
  bool ours = false, mail = false;
  for (auto word = behind; word != words.all().begin() && behind - word < 6;) {
    --word;
    for (const Cue cue : {Cue::other_school, Cue::office, Cue::thing, Cue::teacher})
      if (tells(word->text, cue)) return false;
    ours |= tells(word->text, Cue::school) || tells(word->text, Cue::ours) ||
            std::ranges::find(us, word->text) != us.end();
    mail |= tells(word->text, Cue::mail);
    if (word->sentence) break;
  }
  if (ours && mail) return true;
  ours = mail = false;
  // «… дарегине жазыңыз, мектептин почтасы ушул»
  auto word = std::ranges::partition_point(words.all(), [&](const TextWord& one) { return one.begin < end; });
  for (const auto last = words.all().end(); word != last && !word->sentence && word - behind < 14; ++word) {
    for (const Cue cue : {Cue::other_school, Cue::office, Cue::thing, Cue::teacher})
      if (tells(word->text, cue)) return false;
    ours |= tells(word->text, Cue::school) || tells(word->text, Cue::ours);
    mail |= tells(word->text, Cue::mail);
  }
  return ours && mail;
}

// Another address at the school's own domain, the school's own name at another one, or what is said to be the
// school's.
void find_emails(std::string_view text, const TextWords& words, const KnownFacts& facts,
                 std::vector<Contradiction>& found) {
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
    if (is_said_to_be_ours(words, begin, end)) {
      found.push_back({FactKind::email, begin, end, *facts.emails.begin()});
      continue;
    }
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

void find_wrong_contacts(std::string_view text, const TextWords& words, const Sentences& sentences,
                         const KnownFacts& facts, std::vector<Contradiction>& found) {
  Contacts(text, words, sentences, facts, found).run();
  find_emails(text, words, facts, found);
}

}  // namespace mektep
