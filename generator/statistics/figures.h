// Figures: what the regulation wants reported (JRN-43, EMIS-8, EMIS-18), exactly, or the reason why there is
// none. Formulas: schema/statistics/marking.yaml and generator/statistics/README.md.
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "statistics/marking.h"
#include "statistics/rational.h"
#include "statistics/terms.h"

namespace mektep {

// Why there is no figure.
enum class Lack : std::uint8_t {
  none,
  no_data,        // nothing was imported
  missing_marks,  // marks of the term are not all given
  missing_class,  // a class has not been imported
  missing_quarter,
  nobody,      // nobody to divide by
  not_marked,  // the grade has no marks
};
struct Reason {
  Lack gap = Lack::none;
  std::int64_t count = 0;  // of missing marks or classes
  bool operator==(const Reason&) const = default;
  Label text() const;
};

// A share in per cent, a mark, a number of pupils.
struct Figure {
  std::optional<Rational> value;
  Reason reason;
  bool operator==(const Figure&) const = default;
};
// Now minus before: in points of per cent, marks, pupils. No figure when one of the two is none.
Figure change(const Figure& now, const Figure& before);

// Whom a figure is about. Ordered: the school, levels, grades, classes.
struct Scope {
  enum class Kind : std::uint8_t { school, level, grade, school_class } kind = Kind::school;
  Level level = Level::primary;
  int grade = 0;
  ClassName class_;
  auto operator<=>(const Scope&) const = default;
  Label name() const;
  std::string id() const;  // "school", "level-basic", "grade-9", "9-А"
};
std::vector<Scope> scopes_of(const ClassName& class_, const Marking& marking);

// Sums of the rows that belong together. Everything that is shown is computed from these, never from other
// shares.
struct Group {
  Scope scope;
  std::string subject;  // id; empty = all subjects
  Counts counts;        // columns of the table; empty when there are none
  Reason reason;        // why no figure may be made of them
};

// Of marks and pupils the grades without marks are left out; classes of such a grade have one group with
// Lack::not_marked.
std::vector<Group> groups_of(const SchoolCounts& counts, Term term, TableKind kind, const Marking& marking);

struct MarkFigures {
  Figure success, quality, level, average;  // жетишүү, билим сапаты, СОУ: per cent; орточо баа
};
MarkFigures mark_figures(const Group& group, const Marking& marking);

struct PupilFigures {
  Figure success, quality;  // per cent of the pupils
};
PupilFigures pupil_figures(const Group& group);

struct AttendanceFigures {
  Figure lessons, days;  // per cent attended
};
AttendanceFigures attendance_figures(const Group& group);

// start + arrived − departed = end; moves between classes count for classes only.
struct MovementFigures {
  std::int64_t start = 0, arrived = 0, departed = 0, end = 0;
  bool balanced() const { return start + arrived - departed == end; }
};
MovementFigures movement_figures(const Group& group);

// Numbers of learners by one property (DISC-20): programme, language, grade, level, or all of them.
enum class Property : std::uint8_t { programme, language, grade, level, school };
struct Contingent {
  std::string name;  // id of the programme, code of the language, number of the grade, name of the level
  std::int64_t boys = 0, girls = 0;
  std::int64_t total() const { return boys + girls; }
};
std::vector<Contingent> contingent_by(Property property, const CountTable& table, const Marking& marking);

}  // namespace mektep
