#include "statistics/calendar.h"

#include <fmt/format.h>

#include "base/text.h"

namespace mektep {
namespace {

std::optional<int> number_of(std::string_view digits) {
  int value = 0;
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// 1…4 of "1", "I", "1-", "1-я"; the rest of the text behind it.
std::pair<int, std::string> leading_number(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, int>, 8> numbers{
      {{"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"iii", 3}, {"ii", 2}, {"iv", 4}, {"i", 1}}};
  for (const auto& [word, value] : numbers) {
    if (!text.starts_with(word)) continue;
    std::string rest;
    for (const char c : text.substr(word.size()))
      if (c != ' ' && c != '-' && c != '.' && c != '\xC2' && c != '\xA0') rest += c;
    for (const std::string_view suffix : {"ая", "я", "ое", "е"})
      if (rest.starts_with(suffix) && rest.size() > suffix.size() + 1) {
        rest.erase(0, suffix.size());
        break;
      }
    return {value, rest};
  }
  return {0, text};
}

}  // namespace

std::string SchoolYear::text() const {
  return fmt::format("{}-{}", first, first + 1);
}

std::optional<SchoolYear> parse_school_year(std::string_view text) {
  text = trim(text);
  if (text.size() != 9 && text.size() != 7) return std::nullopt;
  if (text[4] != '-' && text[4] != '/') return std::nullopt;
  const auto first = number_of(text.substr(0, 4)), second = number_of(text.substr(5));
  if (!first || !second || *first < 1990 || *first > 2100) return std::nullopt;
  const int expected = text.size() == 9 ? *first + 1 : (*first + 1) % 100;
  if (*second != expected) return std::nullopt;
  return SchoolYear{static_cast<std::int16_t>(*first)};
}

std::string_view code(Period period) {
  constexpr std::array<std::string_view, 7> codes{"q1", "q2", "q3", "q4", "h1", "h2", "year"};
  return codes[static_cast<std::size_t>(period)];
}

std::optional<Period> parse_period(std::string_view text) {
  const std::string word = fold_for_search(trim(text));
  for (const Period period : all_periods)
    if (word == code(period)) return period;
  if (word == "год" || word == "жыл" || word == "жылдык" || word == "годовая" || word == "итог" ||
      word == "гд")
    return Period::year;
  const auto [number, rest] = leading_number(word);
  if (number == 0) return std::nullopt;
  if (rest.empty() || rest == "чт" || rest == "ч" || rest.starts_with("чейрек") ||
      rest.starts_with("четверт"))
    return all_periods[static_cast<std::size_t>(number - 1)];
  const bool half = rest == "пг" || rest == "жж" || rest.starts_with("жарым") || rest.starts_with("полугод");
  if (half && number <= 2) return number == 1 ? Period::h1 : Period::h2;
  return std::nullopt;
}

Label name_of(Period period) {
  const int number = static_cast<int>(period) + 1;
  if (period <= Period::q4)
    return {fmt::format("{}-чейрек", number), fmt::format("{}-я четверть", number),
            fmt::format("quarter {}", number)};
  if (period == Period::year) return {"окуу жылы", "учебный год", "school year"};
  return {fmt::format("{}-жарым жылдык", number - 4), fmt::format("{}-е полугодие", number - 4),
          fmt::format("half-year {}", number - 4)};
}

std::pair<Period, Period> quarters_of(Period period) {
  switch (period) {
    case Period::h1:
      return {Period::q1, Period::q2};
    case Period::h2:
      return {Period::q3, Period::q4};
    case Period::year:
      return {Period::q1, Period::q4};
    default:
      return {period, period};
  }
}

bool may_contain(SchoolYear year, Period period, Date day) {
  const auto next = static_cast<std::int16_t>(year.first + 1);
  const auto [from, until] = quarters_of(period);
  const std::array<Date, 4> first{{{year.first, 8, 20}, {year.first, 10, 28}, {next, 1, 1}, {next, 3, 15}}};
  const std::array<Date, 4> last{{{year.first, 11, 20}, {next, 1, 20}, {next, 4, 5}, {next, 7, 10}}};
  return day >= first[static_cast<std::size_t>(from)] && day <= last[static_cast<std::size_t>(until)];
}

std::string Term::path() const {
  return fmt::format("{}/{}", year.text(), code(period));
}

Term Term::previous() const {
  const auto before = static_cast<std::int16_t>(year.first - 1);
  switch (period) {
    case Period::q1:
      return {{before}, Period::q4};
    case Period::h1:
      return {{before}, Period::h2};
    case Period::year:
      return {{before}, Period::year};
    default:
      return {year, static_cast<Period>(static_cast<int>(period) - 1)};
  }
}

}  // namespace mektep
