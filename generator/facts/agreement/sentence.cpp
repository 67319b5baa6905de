#include "facts/agreement/sentence.h"

#include <algorithm>
#include <array>

#include "facts/agreement/number_words.h"

namespace mektep {

void SentenceSearch::run() {
  for (begin_ = 0; begin_ < words_.size(); begin_ = end_) {
    end_ = begin_ + 1;
    while (end_ < words_.size() && !words_[end_].sentence) ++end_;
    numbers_.clear();
    for (std::size_t i = begin_; i < end_; ++i) {
      if (words_[i].number) {
        i = read_number(i);
      } else if (const auto spelled = read_number_words(words_, i, end_)) {
        numbers_.push_back({i, spelled->last, spelled->value});
        i = spelled->last;
      }
    }
    look();
  }
}

std::size_t SentenceSearch::read_number(std::size_t i) {
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

std::string SentenceSearch::digits_of(std::size_t i) const {
  std::string digits;
  for (const char c : words_[i].text) digits += static_cast<char>(c + 0x20);
  return digits;
}

std::optional<SentenceSearch::SaidDay> SentenceSearch::day_at(std::size_t i) const {
  static const std::array<std::string, 12> months{fold_word("янв"), fold_word("фев"), fold_word("мар"),
                                                  fold_word("апр"), fold_word("ма"),  fold_word("июн"),
                                                  fold_word("июл"), fold_word("авг"), fold_word("сен"),
                                                  fold_word("окт"), fold_word("ноя"), fold_word("дек")};
  static const std::string year_word = fold_word("жыл");
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
  if (i + 3 < end_ && words_[i + 1].text.starts_with(year_word)) {
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
  for (std::size_t i = begin_; i < end_; ++i)
    if (is_cue(words_[i].text, cue)) return i;
  return std::nullopt;
}

std::optional<std::size_t> SentenceSearch::find_school() const {
  static const std::string adjective = fold_word("школьн");
  for (std::size_t i = begin_; i < end_; ++i)
    if (is_cue(words_[i].text, Cue::school) && !words_[i].text.starts_with(adjective)) return i;
  return std::nullopt;
}

bool SentenceSearch::near(std::size_t i, Cue cue, std::size_t reach) const {
  const std::size_t from = i > begin_ + reach ? i - reach : begin_, until = std::min(end_, i + reach + 1);
  for (std::size_t at = from; at < until; ++at)
    if (is_cue(words_[at].text, cue)) return true;
  return false;
}

bool SentenceSearch::of_another_time() const {
  bool dated = false;
  for (const Number& one : numbers_) {
    if (!is_year(one)) continue;
    if (one.value == facts_.year || one.value == facts_.year + 1) return false;
    dated = true;
  }
  return dated || has(Cue::past);
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
