#include "facts/agreement/sentence.h"

#include <algorithm>
#include <array>

#include "names/endings.h"
#include "names/lexicon.h"

namespace mektep {

void SentenceSearch::run() {
  for (const Sentence& one : sentences_.all()) {
    begin_ = one.begin;
    end_ = one.end;
    said_ = one.said;
    numbers_ = sentences_.numbers(one);
    look();
  }
}

std::optional<SentenceSearch::SaidDay> SentenceSearch::day_at(std::size_t i) const {
  static const std::array<std::string, 12> months{fold_word("янв"), fold_word("фев"), fold_word("мар"),
                                                  fold_word("апр"), fold_word("ма"),  fold_word("июн"),
                                                  fold_word("июл"), fold_word("авг"), fold_word("сен"),
                                                  fold_word("окт"), fold_word("ноя"), fold_word("дек")};
  static const std::string year_word = fold_word("жыл"), year_letter = fold_word("ж");
  const auto number = [&](std::size_t at) {
    return at < end_ && words_[at].number ? std::stoi(digits_of(at).substr(0, 4)) : 0;
  };
  const auto month = [&](std::size_t at) {
    if (at >= end_ || words_[at].number) return 0;
    const auto found =
        std::ranges::find_if(months, [&](const std::string& m) { return words_[at].text.starts_with(m); });
    return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
  };
  int day = 0, of = 0, year = 0;
  std::size_t last = i + 2;
  if (i + 3 < end_ && (words_[i + 1].text.starts_with(year_word) || words_[i + 1].text == year_letter)) {
    year = number(i), day = number(i + 2), of = month(i + 3), last = i + 3;
  } else {
    day = number(i), year = number(i + 2);
    of = number(i + 1) != 0 && words_[i + 1].gap == gap_dot ? number(i + 1) : month(i + 1);
  }
  if (day == 0 || of == 0 || year < 1900) return std::nullopt;
  const auto date = parse_date(fmt::format("{:04}-{:02}-{:02}", year, of, day));
  return date ? std::optional<SaidDay>({i, last, *date}) : std::nullopt;
}

std::string_view SentenceSearch::between(std::size_t a, std::size_t b) const {
  return text_.substr(words_[a].end, words_[b].begin - words_[a].end);
}

std::optional<std::size_t> SentenceSearch::find(Cue cue) const {
  if (!has(cue)) return std::nullopt;
  for (std::size_t i = begin_; i < end_; ++i)
    if (is(i, cue)) return i;
  return std::nullopt;
}

bool SentenceSearch::is_school(std::size_t i) const {
  static const std::string adjective = fold_word("школьн");
  if (is(i, Cue::school)) return !words_[i].text.starts_with(adjective);  // nor «школьник»
  return is(i, Cue::place) && i > begin_ && is(i - 1, Cue::learning);
}

std::optional<std::size_t> SentenceSearch::find_school() const {
  if (!has(Cue::school) && !has(Cue::place)) return std::nullopt;
  for (std::size_t i = begin_; i < end_; ++i)
    if (is_school(i)) return i;
  return std::nullopt;
}

bool SentenceSearch::near(std::size_t i, Cue cue, std::size_t reach) const {
  if (!has(cue)) return false;
  const std::size_t from = i > begin_ + reach ? i - reach : begin_, until = std::min(end_, i + reach + 1);
  for (std::size_t at = from; at < until; ++at)
    if (is(at, cue)) return true;
  return false;
}

bool SentenceSearch::of_another_time() const {
  bool dated = false;
  for (const Number& one : numbers_) {
    dated |= is_decade(one);
    if (!is_year(one)) continue;
    if (one.value == facts_.year || one.value == facts_.year + 1) return false;
    dated = true;
  }
  return dated || has(Cue::past);
}

bool SentenceSearch::of_another_school() const {
  if (has(Cue::other_school)) return true;
  static const std::array<std::string, 6> several{fold_word("мектептер"), fold_word("школах"),
                                                  fold_word("школам"),    fold_word("школами"),
                                                  fold_word("школ"),      fold_word("гимназий")};
  static const std::array<std::string, 2> kinds{fold_word("гимнази"), fold_word("лице")};
  for (std::size_t i = begin_; i < end_; ++i) {
    const std::string_view word = words_[i].text;
    const bool kind =
        std::ranges::any_of(kinds, [&](const std::string& one) { return word.starts_with(one); });
    if (!kind && !(is(i, Cue::school) && is_school(i))) continue;
    if (word.starts_with(several[0]) || std::ranges::find(several, word) != several.end()) return true;
    if (is_named_otherwise(i)) return true;
  }
  return false;
}

// «Кочкорская школа», «Көк-Жар орто мектеби», «№ 5 мектеп», «школа № 5», «24 мектеп»
bool SentenceSearch::is_named_otherwise(std::size_t school) const {
  if (facts_.names.empty()) return false;
  std::size_t i = school;
  const auto joins = [&](std::size_t at) {
    return (words_[at].gap & ~(gap_space | gap_hyphen | gap_quote)) == gap_other;
  };
  // What kind of school it is stands between it and its name.
  static const std::array<std::string, 7> kinds{
      fold_word("орто"),      fold_word("средн"),   fold_word("негизги"),      fold_word("основн"),
      fold_word("башталгыч"), fold_word("начальн"), fold_word("общеобразоват")};
  while (i > begin_ && words_[i].gap == gap_space && std::ranges::any_of(kinds, [&](const std::string& one) {
           return words_[i - 1].text.starts_with(one);
         }))
    --i;
  // «Кара-Суу айылынын мектеби», «школа села Кара-Суу»
  static const std::array<std::string, 8> settlements{
      fold_word("айылынын"), fold_word("айылындагы"), fold_word("шаарынын"), fold_word("шаарындагы"),
      fold_word("села"),     fold_word("города"),     fold_word("района"),   fold_word("аила")};
  const auto is_settlement = [&](std::size_t at) {
    return std::ranges::find(settlements, words_[at].text) != settlements.end();
  };
  if (i > begin_ && is_settlement(i - 1)) --i;
  if (school + 2 < end_ && is_settlement(school + 1) && words_[school + 2].capital &&
      !is_in_names(facts_.names, words_[school + 2].text))
    return true;
  if (i > begin_ && (words_[i].gap & ~(gap_space | gap_hyphen)) == 0) {
    const TextWord& before = words_[i - 1];
    if (before.number) {
      const bool signed_number = i > begin_ + 1 ? between(i - 2, i - 1).find("№") != std::string_view::npos
                                                : text_.substr(0, before.begin).ends_with("№ ");
      const std::string digits = digits_of(i - 1);
      if (signed_number) return !has(Cue::ours) && !has_number(facts_.names, digits);
      return digits.size() < 4 && digits != "1" && words_[i].gap == gap_space;
    }
    const NameShape shape = shape_of(before.text);
    static const std::array<std::string, 2> adjective{fold_word("ск"), fold_word("цк")};
    const bool of_place =
        before.text.size() > 4 && (before.text.substr(0, before.text.size() - 2).ends_with(adjective[0]) ||
                                   before.text.substr(0, before.text.size() - 2).ends_with(adjective[1]));
    const bool of_two =
        i > begin_ + 1 && words_[i - 1].gap == gap_hyphen && words_[i - 2].capital;  // Кара-Суу
    const bool name =
        before.capital && !before.initial && (of_two || !is_common_word(before.text)) &&
        (of_place || of_two ||
         (i - 1 > begin_ && !shape.surname && !shape.patronymic && !is_given_name(before.text)));
    if (name && !is_in_names(facts_.names, before.text)) return true;
  }
  if (school + 1 < end_ && words_[school + 1].number && joins(school + 1) &&
      between(school, school + 1).find("№") != std::string_view::npos)
    return !has(Cue::ours) && !has_number(facts_.names, digits_of(school + 1));
  return false;
}

bool SentenceSearch::is_decade(const Number& one) const {
  static const std::array<std::string, 3> decades{fold_word("жылдар"), fold_word("годы"), fold_word("годах")};
  if (one.value % 10 != 0) return false;
  for (std::size_t i = one.last + 1; i < std::min(end_, one.last + 3); ++i)
    if (std::ranges::any_of(decades,
                            [&](const std::string& word) { return words_[i].text.starts_with(word); }))
      return true;
  return false;
}

bool SentenceSearch::is_year(const Number& one) const {
  if (one.value < 1850 || one.value > 2100 || one.first != one.last) return false;
  if (one.last + 1 >= end_) return false;
  static const std::array<std::string, 5> years{fold_word("жыл"), fold_word("год"), fold_word("г"),
                                                fold_word("ж"), fold_word("окуу")};
  const std::string_view next = words_[one.last + 1].text;
  const bool range = words_[one.last + 1].number && between(one.last, one.last + 1).size() <= 3;
  return range || next.starts_with(years[0]) || next.starts_with(years[1]) || next == years[2] ||
         next == years[3];
}

bool is_in_names(const std::vector<std::string>& names, std::string_view said) {
  const std::string stem = stem_of(said).text;
  return std::ranges::any_of(names, [&](const std::string& name) {
    TextWords words;
    words.read(name);
    return std::ranges::any_of(words.all(), [&](const TextWord& word) {
      return word.capital && (word.text.starts_with(stem) || said.starts_with(stem_of(word.text).text));
    });
  });
}

bool has_number(const std::vector<std::string>& names, std::string_view digits) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    TextWords words;
    words.read(name);
    return std::ranges::any_of(
        words.all(), [&](const TextWord& word) { return word.number && digits_of(word) == digits; });
  });
}

void SentenceSearch::add(FactKind kind, std::size_t first, std::size_t last, std::string expected) {
  found_.push_back({kind, words_[first].begin, words_[last].end, std::move(expected)});
}

bool SentenceSearch::is_genitive(std::size_t i) const {
  static const std::array<std::string, 9> endings{fold_word("нын"), fold_word("нин"), fold_word("нун"),
                                                  fold_word("дын"), fold_word("дин"), fold_word("дун"),
                                                  fold_word("тын"), fold_word("тин"), fold_word("тун")};
  return std::ranges::any_of(endings, [&](const std::string& end) { return words_[i].text.ends_with(end); });
}
}  // namespace mektep
