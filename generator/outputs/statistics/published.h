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
  std::optional<privacy::Published> numbers;  // always there once the term has been released

  const PublishedTable* table(TableKind kind, std::string_view subject = {}) const;
  const privacy::Shown& cell(privacy::CellId id) const { return numbers->cells()[id]; }
  const privacy::Shown& figure(std::uint32_t index) const { return numbers->figures()[index]; }
};

// Findings: what could not be protected; the term is not published then.
std::expected<PublishedTerm, Findings> publish_term(const SchoolStatistics& statistics, Term term);

}  // namespace mektep
