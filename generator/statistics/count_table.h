// Tables of counts: the only thing that is kept of a journal. A row is keyed by a class and what the table
// adds to it; its values are numbers of pupils, lessons or days, never anything about one pupil.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "statistics/class_name.h"

namespace mektep {

enum class TableKind : std::uint8_t { marks, pupils, attendance, movement, contingent, hours, lessons };
inline constexpr std::array<TableKind, 7> all_tables{
    TableKind::marks,      TableKind::pupils, TableKind::attendance, TableKind::movement,
    TableKind::contingent, TableKind::hours,  TableKind::lessons};

// Columns of the tables, in the order of the files.
enum class MarkColumn : std::uint8_t { n5, n4, n3, n2, n1, not_attested, exempt, missing };
// one_four: among `good`, with a single 4. one_three: among `satisfactory`, with a single 3.
// missing: pupils with an empty mark. without_marks: exempt from everything. They are not among `pupils`.
enum class PupilColumn : std::uint8_t {
  pupils,
  excellent,
  good,
  one_four,
  satisfactory,
  one_three,
  failing,
  not_attested,
  missing,
  without_marks
};
// lessons, days: what the pupils ought to have attended (pupils × lessons). A missed day is one with no
// lesson attended.
enum class AttendanceColumn : std::uint8_t {
  lessons,
  ill,
  excused,
  unexcused,
  unstated,
  late,
  days,
  days_ill,
  days_excused,
  days_unexcused,
  days_unstated
};
// moved: between classes of this school; they do not count for the school (standard of Kundoluk).
enum class MovementColumn : std::uint8_t { start, arrived, departed, moved_in, moved_out, end };
enum class ContingentColumn : std::uint8_t { boys, girls };
enum class HoursColumn : std::uint8_t { curriculum, plan };
enum class LessonColumn : std::uint8_t { held, with_topic, with_homework, on_time };

struct TableSpec {
  TableKind kind;
  std::string_view id;                       // "marks": names the file, marks.csv
  std::span<const std::string_view> keys;    // behind the class: {"subject"}
  std::span<const std::string_view> counts;  // {"n5", "n4", …}
  Message name;
};
const TableSpec& spec_of(TableKind kind);
const TableSpec* find_table(std::string_view id);

struct RowKey {
  ClassName class_;
  std::array<std::string, 2> more;  // subject; programme and language
  auto operator<=>(const RowKey&) const = default;
  std::string text() const;  // 9-А algebra
};
using Counts = std::vector<std::int64_t>;  // as many as the table has columns

// Largest count that is believed; sums of any number of schools' worth stay far inside 64 bits.
inline constexpr std::int64_t max_count = 10'000'000;

// «12», «12,0», «1 200»; nullopt for anything else, negatives and fractions among it.
std::optional<std::int64_t> read_count(std::string_view text);

struct CountTable {
  std::map<RowKey, Counts> rows;
  bool operator==(const CountTable&) const = default;
};

template <class Column>
std::int64_t at(const Counts& counts, Column column) {
  return counts[static_cast<std::size_t>(column)];
}
void add(Counts& to, const Counts& counts);  // `to` may be empty

// What does not add up in one row; nullopt when all does. The numbers are sums, fit to be shown.
struct Imbalance {
  std::int64_t expected = 0, found = 0;
};
std::optional<Imbalance> imbalance(TableKind kind, const Counts& counts);

}  // namespace mektep
