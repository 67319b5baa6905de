#include "names/unknown_names.h"

#include <algorithm>
#include <optional>

#include "names/endings.h"
#include "names/lexicon.h"
#include "names/public_people.h"

namespace mektep {

namespace {

struct Span {
  std::size_t first, last;  // words
};

class Search {
 public:
  Search(const TextWords& words, std::vector<PersonalFind>& found, NamedThings things)
      : words_(words), found_(found), things_(things) {}

  void run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::optional<Span> span = child_of(i);
      if (!span && words_[i].capital && words_[i].text.size() > 1 && !words_[i].latin) {
        const NameShape shape = words_[i].text.size() > 3 ? shape_of(words_[i].text) : NameShape();
        if (shape.patronymic) span = with_patronymic(i);
        if (shape.surname && !span) span = with_surname(i, shape);
        if (!span && is_other_surname(words_[i].text)) span = with_surname(i, {});
      }
      if (span) take(*span);
    }
    // What is left when the names that show what they are have been taken.
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (const std::optional<Span> span = with_given(i)) take(*span);
    }
  }

 private:
  // Whether a name may go on from the word before `i` to `i`.
  bool joined(std::size_t i) const {
    if (i == 0 || i >= words_.size()) return false;
    const std::uint8_t gap = words_[i].gap;
    if (words_[i - 1].initial) return (gap & ~(gap_space | gap_dot | gap_hyphen)) == 0;
    return !words_[i].sentence && (gap & ~(gap_space | gap_hyphen)) == 0;
  }
  bool is_next_cell(std::size_t i) const {
    return i > 0 && i < words_.size() && (words_[i].gap & gap_cell) != 0;
  }
  bool is_name_like(std::size_t i) const {
    const TextWord& word = words_[i];
    return word.capital && !word.latin && !word.initial && word.text.size() > 1 &&
           (is_given_name(word.text) || !is_common_word(word.text));
  }
  bool is_surname(std::size_t i) const {
    return words_[i].capital && (shape_of(words_[i].text).surname || is_other_surname(words_[i].text));
  }
  // Шевченко, Ковальчук, Петросян, Ким, Шмидт: only beside a first name that is well known.
  static bool is_other_surname(std::string_view word) {
    if (is_short_surname(word)) return true;
    static const std::vector<std::string> endings = {fold_word("нко"), fold_word("чук"),  fold_word("юк"),
                                                     fold_word("ян"),  fold_word("их"),   fold_word("ых"),
                                                     fold_word("вич"), fold_word("швили")};
    return word.size() > 4 &&
           std::ranges::any_of(endings, [&](const std::string& end) { return word.ends_with(end); });
  }
  static bool is_genitive(std::string_view word) {
    static const std::vector<std::string> endings = {fold_word("нын"), fold_word("нин"), fold_word("нун"),
                                                     fold_word("дын"), fold_word("дин"), fold_word("дун"),
                                                     fold_word("тын"), fold_word("тин"), fold_word("тун")};
    return word.size() > 5 &&
           std::ranges::any_of(endings, [&](const std::string& end) { return word.ends_with(end); });
  }

  // «Асан у. Бакыт», «Асан к. Айгүл»
  bool is_short_son_or_daughter(std::size_t i) const {
    static const std::string son = fold_word("у"), daughter = fold_word("к");
    return (words_[i].text == son || words_[i].text == daughter) && !words_[i].capital &&
           i + 1 < words_.size() &&
           (is_given_name(words_[i - 1].text) || is_given_name(words_[i + 1].text)) &&
           words_[i + 1].capital && words_[i + 1].gap == (gap_dot | gap_space) && is_name_like(i + 1);
  }

  // «Асан уулу Бакыт», «Бакыт Асан уулу»
  std::optional<Span> child_of(std::size_t i) const {
    if (i == 0 || !joined(i) || !is_name_like(i - 1)) return {};
    if (is_short_son_or_daughter(i)) return Span{i - 1, i + 1};
    if (!is_son_or_daughter(words_[i].text)) return {};
    if (i + 1 < words_.size() && joined(i + 1) && is_name_like(i + 1) && !is_genitive(words_[i - 1].text))
      return Span{i - 1, i + 1};
    if (i >= 2 && joined(i - 1) && is_name_like(i - 2)) return Span{i - 2, i};
    return {};
  }

  // «Анна Петровна», «Иванова Анна Петровна», «Бакыт Асанович Токтосунов»
  std::optional<Span> with_patronymic(std::size_t i) const {
    if (!joined(i) || !is_name_like(i - 1)) return {};
    Span span{i - 1, i};
    if (i >= 2 && joined(i - 1) && is_name_like(i - 2) && (is_surname(i - 2) || !words_[i - 2].sentence)) {
      span.first = i - 2;
    } else if (joined(i + 1) && is_name_like(i + 1) && is_surname(i + 1)) {
      span.last = i + 1;
    }
    return span;
  }

  std::optional<Span> with_surname(std::size_t i, const NameShape& shape) const {
    if (is_common_word(words_[i].text)) return {};
    // Initials on either side
    if (joined(i) && words_[i - 1].initial) {
      const bool two = i >= 2 && joined(i - 1) && words_[i - 2].initial;
      return Span{two ? i - 2 : i - 1, i};
    }
    if (joined(i + 1) && words_[i + 1].initial) {
      const bool two = joined(i + 2) && words_[i + 2].initial;
      return Span{i, two ? i + 2 : i + 1};
    }
    if (joined(i + 1) && is_partner(i + 1, i, shape)) return Span{i, i + 1};
    if (joined(i) && is_partner(i - 1, i, shape)) return Span{i - 1, i};
    // «| Асанов | Бакыт |»
    if (shape.surname && is_next_cell(i + 1) && is_clear_given_name(i + 1)) return Span{i, i + 1};
    if (shape.surname && is_next_cell(i) && is_clear_given_name(i - 1)) return Span{i - 1, i};
    // «окуучу Асанов»: a pupil's surname says enough.
    if (shape.strong && i > 0 && joined(i) && is_pupil_word(words_[i - 1].text)) return Span{i, i};
    return {};
  }

  // «Даша Кравец», «Нурай Таалайбек», «Югай Р. С.»: nothing but the neighbour says that it is a surname.
  std::optional<Span> with_given(std::size_t i) const {
    if (!may_be_surname(i)) return {};
    if (i + 2 < words_.size() && words_[i + 1].initial && words_[i + 2].initial && joined(i + 1) &&
        joined(i + 2))
      return Span{i, i + 2};
    if (i >= 2 && words_[i - 1].initial && words_[i - 2].initial && joined(i) && joined(i - 1))
      return Span{i - 2, i};
    if (joined(i) && is_clear_given_name(i - 1) && !is_place_case(i)) return Span{i - 1, i};
    return {};
  }
  bool may_be_surname(std::size_t i) const {
    const TextWord& word = words_[i];
    return word.capital && !word.all_caps && !word.latin && !word.initial && word.text.size() > 2 &&
           !is_common_word(word.text) && !is_also_a_word(word.text);
  }
  // A first name that is nothing else: neither «Роза» nor «Эркин».
  bool is_clear_given_name(std::size_t i) const {
    const TextWord& word = words_[i];
    return word.capital && !word.all_caps && !word.latin && word.text.size() > 2 &&
           is_given_name(word.text) && !is_common_word(word.text) && !is_also_a_word(word.text);
  }
  // «Асел Түркияга», «Асан Германияда»: where somebody goes or is. A first name is none of these places.
  bool is_place_case(std::size_t i) const {
    static const std::vector<std::string> endings = {
        fold_word("га"),  fold_word("ге"),  fold_word("го"),  fold_word("ка"),  fold_word("ке"),
        fold_word("ко"),  fold_word("да"),  fold_word("де"),  fold_word("до"),  fold_word("та"),
        fold_word("те"),  fold_word("то"),  fold_word("дан"), fold_word("ден"), fold_word("дон"),
        fold_word("тан"), fold_word("тен"), fold_word("тон")};
    const std::string_view word = words_[i].text;
    return !is_given_name(word) &&
           std::ranges::any_of(endings, [&](const std::string& end) { return word.ends_with(end); });
  }

  // Whether the word `i` is the first name that goes with the surname at `surname`.
  bool is_partner(std::size_t i, std::size_t surname, const NameShape& shape) const {
    const TextWord& word = words_[i];
    if (!word.capital || word.latin || word.initial || word.text.size() < 2) return false;
    if (is_common_word(word.text)) return false;
    if (is_given_name(word.text)) return true;
    if (!shape.surname || shape.doubtful || word.text.size() < 3) return false;
    // «Аделина» ends like a surname as well.
    const NameShape own = shape_of(word.text);
    if (own.surname && (own.strong || !shape.strong)) return false;
    // A word that nobody knows: the beginning of a sentence has a capital letter for another reason.
    return shape.strong ||
           (shape.stem > 4 && (!word.sentence || word.text.size() > 3) && words_[surname].text.size() > 5);
  }

  void take(const Span& span) {
    const std::size_t begin = words_[span.first].begin, end = words_[span.last].end;
    for (const PersonalFind& one : found_)
      if (one.begin < end && begin < one.end) return;
    if (things_ == NamedThings::left_out && names_a_thing(span)) return;
    if (is_public(span)) return;
    PersonalFind find{Personal::unknown_name, begin, end};
    find.pupil = near_pupil(span);
    found_.push_back(find);
  }

  bool names_a_thing(const Span& span) const {
    const std::size_t behind = span.last + 1;
    return (behind < words_.size() && !words_[behind].sentence && names_things_behind(words_[behind].text)) ||
           (span.first > 0 && names_things_before(words_[span.first - 1].text)) || bears_the_name(span) ||
           is_title(span);
  }

  // «Роман «Евгений Онегин»», ««Гүлсарат» повести»
  bool is_title(const Span& span) const {
    const std::size_t behind = span.last + 1;
    if ((words_[span.first].gap & gap_quote) == 0) return false;
    return (span.first > 0 && is_work_word(words_[span.first - 1].text)) ||
           (behind < words_.size() && (words_[behind].gap & gap_quote) != 0 &&
            is_work_word(words_[behind].text));
  }

  // «носит имя Героя Советского Союза …», «имени народного поэта …»
  bool bears_the_name(const Span& span) const {
    static const std::string of_the_name = fold_word("имени"), name = fold_word("имя"),
                             from = fold_word("от");
    for (std::size_t i = span.first; i > 0 && span.first - i < 5 && !words_[i].sentence; --i) {
      if (words_[i].gap & gap_comma) return false;
      const std::string_view word = words_[i - 1].text;
      const bool behalf = i > 1 && words_[i - 2].text == from;  // «От имени родителей выступила …»
      if ((word == of_the_name || word == name) && !behalf) return true;
    }
    return false;
  }

  // Any two words of the name, and the one beside it: «Льва Николаевича Толстого».
  bool is_public(const Span& span) const {
    const std::size_t first = joined(span.first) ? span.first - 1 : span.first;
    const std::size_t last = joined(span.last + 1) ? span.last + 1 : span.last;
    for (std::size_t a = first; a <= last; ++a)
      for (std::size_t b = first; b <= last; ++b)
        if (a != b && words_[a].text.size() > 2 && is_public_person(words_[a].text, words_[b].text))
          return true;
    // «Китепканада Айтматовдун»: what stands beside the surname is no name at all.
    return span.last == span.first + 1 &&
           ((words_[span.first].sentence && !is_given_name(words_[span.first].text) &&
             !words_[span.first].initial && is_public_surname(words_[span.last].text)));
  }

  bool near_pupil(const Span& span) const {
    for (std::size_t i = span.first; i > 0 && span.first - i < 25; --i) {
      if (words_[i].sentence) break;
      if (is_pupil_word(words_[i - 1].text)) return true;
    }
    for (std::size_t i = span.last + 1; i < words_.size() && i - span.last < 25 && !words_[i].sentence; ++i)
      if (is_pupil_word(words_[i].text)) return true;
    return false;
  }

  const TextWords& words_;
  std::vector<PersonalFind>& found_;
  const NamedThings things_;
};

}  // namespace

void find_unknown_names(const TextWords& words, std::vector<PersonalFind>& found, NamedThings things) {
  Search(words, found, things).run();
}

}  // namespace mektep
