#include "statistics/count_table.h"

#include <charconv>

#include "base/text.h"

namespace mektep {
namespace {

using Names = std::string_view;
constexpr std::array<Names, 1> by_subject{"subject"};
constexpr std::array<Names, 2> by_programme{"programme", "language"};
constexpr std::array<Names, 8> of_marks{"n5", "n4", "n3", "n2", "n1", "not_attested", "exempt", "missing"};
constexpr std::array<Names, 10> of_pupils{"pupils",       "excellent",    "good",    "one_four",
                                          "satisfactory", "one_three",    "failing", "not_attested",
                                          "missing",      "without_marks"};
constexpr std::array<Names, 11> of_attendance{
    "lessons", "ill",      "excused",      "unexcused",      "unstated",     "late",
    "days",    "days_ill", "days_excused", "days_unexcused", "days_unstated"};
constexpr std::array<Names, 6> of_movement{"start", "arrived", "departed", "moved_in", "moved_out", "end"};
constexpr std::array<Names, 2> of_contingent{"boys", "girls"};
constexpr std::array<Names, 2> of_hours{"curriculum", "plan"};
constexpr std::array<Names, 4> of_lessons{"held", "with_topic", "with_homework", "on_time"};

constexpr std::array<TableSpec, 7> specs{{
    {TableKind::marks, "marks", by_subject, of_marks, {"Баалар", "Отметки", "Marks"}},
    {TableKind::pupils,
     "pupils",
     {},
     of_pupils,
     {"Окуучулардын жетишүүсү", "Успеваемость учеников", "Levels of the pupils"}},
    {TableKind::attendance, "attendance", {}, of_attendance, {"Катышуу", "Посещаемость", "Attendance"}},
    {TableKind::movement, "movement", {}, of_movement, {"Кыймыл", "Движение", "Movement"}},
    {TableKind::contingent,
     "contingent",
     by_programme,
     of_contingent,
     {"Контингент", "Контингент", "Contingent"}},
    {TableKind::hours,
     "hours",
     by_subject,
     of_hours,
     {"План жана окуу планы", "План и учебный план", "Plan and curriculum"}},
    {TableKind::lessons, "lessons", by_subject, of_lessons, {"Сабактар", "Уроки", "Lessons"}},
}};

std::int64_t sum(const Counts& counts, std::size_t from, std::size_t until) {
  std::int64_t total = 0;
  for (std::size_t i = from; i < until; ++i) total += counts[i];
  return total;
}

// «5», «5,0», «5.00»; nullopt for fractions and anything longer.
std::optional<std::int64_t> read_whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || text[0] == '-') return std::nullopt;
  std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (rest.empty()) return value;
  if (rest[0] != ',' && rest[0] != '.') return std::nullopt;
  rest.remove_prefix(1);
  if (rest.empty() || rest.find_first_not_of('0') != std::string_view::npos) return std::nullopt;
  return value;
}

}  // namespace

const TableSpec& spec_of(TableKind kind) {
  return specs[static_cast<std::size_t>(kind)];
}

const TableSpec* find_table(std::string_view id) {
  for (const TableSpec& spec : specs)
    if (spec.id == id) return &spec;
  return nullptr;
}

std::string RowKey::text() const {
  std::string out = class_.text();
  for (const std::string& part : more)
    if (!part.empty()) out += " " + part;
  return out;
}

void add(Counts& to, const Counts& counts) {
  if (to.empty()) to.resize(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) to[i] += counts[i];
}

std::optional<std::int64_t> read_count(std::string_view text) {
  text = trim(text);
  if (text.empty()) return std::nullopt;
  std::string grouped;
  if (text.find("\xC2\xA0") != std::string_view::npos || text.find(' ') != std::string_view::npos) {
    grouped = replace_all(replace_all(text, "\xC2\xA0", ""), " ", "");
    text = grouped;
  }
  const auto value = text.empty() ? std::nullopt : read_whole(text);
  return value && *value <= max_count ? value : std::nullopt;
}

std::optional<Imbalance> imbalance(TableKind kind, const Counts& counts) {
  const auto unless_equal = [](std::int64_t expected, std::int64_t found) -> std::optional<Imbalance> {
    return expected == found ? std::nullopt : std::optional(Imbalance{expected, found});
  };
  const auto unless_within = [](std::int64_t most, std::int64_t found) -> std::optional<Imbalance> {
    return found <= most ? std::nullopt : std::optional(Imbalance{most, found});
  };
  switch (kind) {
    case TableKind::pupils: {
      using enum PupilColumn;
      if (auto fault = unless_within(at(counts, good), at(counts, one_four))) return fault;
      if (auto fault = unless_within(at(counts, satisfactory), at(counts, one_three))) return fault;
      return unless_equal(at(counts, pupils), at(counts, excellent) + at(counts, good) +
                                                  at(counts, satisfactory) + at(counts, failing) +
                                                  at(counts, PupilColumn::not_attested));
    }
    case TableKind::attendance: {
      using enum AttendanceColumn;
      if (auto fault = unless_within(at(counts, lessons), sum(counts, 1, 5))) return fault;
      return unless_within(at(counts, days), sum(counts, 7, 11));
    }
    case TableKind::movement: {
      using enum MovementColumn;
      return unless_equal(at(counts, start) + at(counts, arrived) + at(counts, moved_in) -
                              at(counts, departed) - at(counts, moved_out),
                          at(counts, end));
    }
    case TableKind::lessons: {
      using enum LessonColumn;
      return unless_within(at(counts, held), std::max({at(counts, with_topic), at(counts, with_homework),
                                                       at(counts, on_time)}));
    }
    default:
      return std::nullopt;
  }
}

}  // namespace mektep
