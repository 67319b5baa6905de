// The easy way to fill RawCounts: units of a school as a tree (class → grade → level → school), numbers of
// the classes only; sums of wider units and all equations between cells are made here.
//
//   SchoolCounts school("2025-2026/q1");
//   const UnitId all = school.add_unit("school", no_unit), nine = school.add_unit("9", all), a =
//   school.add_unit("9-А", nine); const Breakdown& marks = school.add_breakdown("algebra", mark_parts, {{a,
//   {4, 11, 9, 1, 0}}}); school.add_percentage("quality", marks, {0, 1}); auto published =
//   release(school.counts(), policy, place);
#pragma once
#include <deque>
#include <string>
#include <vector>

#include "statistics/privacy/counts.h"

namespace mektep::privacy {

using UnitId = std::uint32_t;
inline constexpr UnitId no_unit = no_cell;

struct Part {
  std::string name;  // "n5", "girls", "excused"
  bool sensitive = true;
  Importance importance = Importance::normal;
};

// The numbers of one class, in the order of the parts. A class that does not learn the subject is left out.
struct ClassNumbers {
  UnitId unit = no_unit;
  std::vector<std::int64_t> numbers;
  bool available = true;  // false: the marks have not come yet; shown as `x`, and so are the sums above
};

// Cells of all units that have data: parts that together make the group.
struct Breakdown {
  std::string name;
  std::vector<Part> parts;
  std::vector<CellId> groups;              // by unit; no_cell = no data there
  std::vector<std::vector<CellId>> cells;  // by part, then by unit
};

// Pupils who came and went in a period (JRN-17). Transfers are those between classes of the school.
struct ClassMovement {
  UnitId unit = no_unit;
  std::int64_t start = 0, arrived = 0, departed = 0, transferred_in = 0, transferred_out = 0, end = 0;
};
struct Movement {
  std::vector<CellId> start, arrived, departed, transferred_in, transferred_out, end;  // by unit
};

class SchoolCounts {
 public:
  explicit SchoolCounts(std::string prefix) : prefix_(std::move(prefix)) {}

  // Parents first. The unit without a parent is the school: its number of pupils is public by law (DISC-20).
  UnitId add_unit(std::string name, UnitId parent);
  // `within`: a breakdown of the same pupils made before, whose groups are taken (marks and sex of the same
  // pupils). The reference stays valid.
  const Breakdown& add_breakdown(std::string name, std::vector<Part> parts,
                                 const std::vector<ClassNumbers>& classes, const Breakdown* within = nullptr);
  // Each part of `whole` is the sum of the same part of the others: marks of girls and of boys.
  void add_split(const Breakdown& whole, std::span<const Breakdown* const> pieces);
  const Movement& add_movement(const std::vector<ClassMovement>& classes);
  // One figure a unit; a class that is too small refers to its grade and so on. The index of each unit's
  // figure.
  std::vector<std::uint32_t> add_percentage(std::string name, const Breakdown& of,
                                            std::span<const std::size_t> parts, int decimals = 1);
  std::vector<std::uint32_t> add_average(std::string name, const Breakdown& of,
                                         std::span<const std::int64_t> weights, int decimals = 2);

  // Name of a cell: prefix/name/unit/part.
  std::string key(const std::string& name, UnitId unit, const std::string& part) const;

  const RawCounts& counts() const { return counts_; }
  RawCounts& counts() { return counts_; }  // to add what is not a breakdown

 private:
  // Adds one cell a unit with data, sums going up.
  std::vector<CellId> add_up(const std::string& name, const std::string& part,
                             std::vector<std::int64_t> values, const std::vector<Presence>& presence,
                             const Cell& like, const std::vector<CellId>& groups);
  void link_figures(const std::vector<std::uint32_t>& figures);

  struct Unit {
    std::string name;
    UnitId parent = no_unit;
  };
  std::string prefix_;
  std::vector<Unit> units_;
  RawCounts counts_;
  std::deque<Breakdown> breakdowns_;
  std::deque<Movement> movements_;
};

}  // namespace mektep::privacy
