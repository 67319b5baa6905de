// Cells as values.
#include <charconv>

#include "base/text.h"
#include "statistics/import/reader.h"

namespace mektep {
namespace {

std::optional<Date> day_of(int year, int month, int day) {
  return parse_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

}  // namespace

ReadMark read_mark(std::string_view cell, const Scale& scale) {
  cell = trim(cell);
  if (cell.empty() || cell == "-" || cell == "–" || cell == "—") return {MarkWord::missing};
  if (cell[0] >= '0' && cell[0] <= '9') {
    const auto value = cell.size() <= 8 ? read_count(cell) : std::nullopt;
    if (!value || *value > 1000) return {};
    const auto step = scale.step_of(static_cast<int>(*value));
    return step ? ReadMark{MarkWord::mark, *step} : ReadMark{};
  }
  if (cell.size() > 40) return {};
  const std::string word = fold_header(cell);
  // н/а: «на», with Latin letters too. зч, нз: marks without a step, as if the pupil were exempt.
  for (const std::string_view known :
       {"на", "na", "ha", "нa", "аэ", "неаттестован", "неаттестована", "аттестацияланбаган", "атэмес"})
    if (word == known) return {MarkWord::not_attested};
  for (const std::string_view known : {"осв", "освобожден", "освобождена", "бош", "бошотулган", "exempt",
                                       "зч", "нз", "зачет", "незачет", "сыналды"})
    if (word == known) return {MarkWord::exempt};
  return {};
}

std::optional<Date> read_date(std::string_view text) {
  text = trim(text);
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ')) text = text.substr(0, 10);
  if (const auto date = parse_date(text)) return date;
  int parts[3] = {0, 0, 0};
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (int i = 0; i < 3; ++i) {
    const auto [next, error] = std::from_chars(at, end, parts[i]);
    if (error != std::errc()) return std::nullopt;
    at = next;
    if (i == 0 && at == end && parts[0] > 20'000 && parts[0] < 80'000)  // days since 1899-12-30
      return Date::from_days(parts[0] - 25'569);
    if (i < 2) {
      if (at == end || (*at != '.' && *at != '/')) return std::nullopt;
      ++at;
    }
  }
  if (at != end && *at != ' ' && *at != ',') return std::nullopt;
  return day_of(parts[2] < 100 ? 2000 + parts[2] : parts[2], parts[1], parts[0]);
}

}  // namespace mektep
