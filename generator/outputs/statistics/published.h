// What of a term may be shown: the counts of a school after disclosure control. Grades, or levels where
// grades are small, are the smallest unit: classes are never published. Nothing else in outputs sees a count
// (D2).
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "statistics/figures.h"
#include "statistics/privacy/release.h"
#include "statistics/privacy/school_counts.h"
#include "statistics/school_statistics.h"

namespace mektep {

// A table of units × columns; cells and figures are indices of the publication.
struct PublishedTable {
  TableKind kind = TableKind::marks;
  std::string subject;                              // id
  std::vector<std::string> columns;                 // "n5"
  std::vector<privacy::CellId> groups;              // the whole, by unit; no_cell = no data there
  std::vector<std::vector<privacy::CellId>> cells;  // by column, then by unit
  std::vector<std::string> measures;                // "quality"
  std::vector<std::vector<std::uint32_t>> figures;  // by measure, then by unit
};

struct PublishedTerm {
  Term term;
  Denominator denominator = Denominator::pupils;
  std::vector<Scope> units;  // school, levels, grades
  std::vector<PublishedTable> tables;
  std::vector<Rational> exact;  // by figure: its value; to be used only where it is shown exactly
  std::optional<privacy::Published> numbers;  // always there once the term has been released
  std::vector<std::string> left_out;          // tables that could not be protected: "marks/physics"

  const PublishedTable* table(TableKind kind, std::string_view subject = {}) const;
  const privacy::Shown& cell(privacy::CellId id) const { return numbers->cells()[id]; }
  const privacy::Shown& figure(std::uint32_t index) const { return numbers->figures()[index]; }
};

// Every term of the school as it may be published now, in order. What was published before is replayed: a
// term may not reveal what another term, or an earlier version of its own tables, has hidden (D2.6). A term
// that cannot be protected is left out and its findings block.
std::vector<PublishedTerm> publish_terms(const SchoolStatistics& statistics, Findings& findings);

}  // namespace mektep
