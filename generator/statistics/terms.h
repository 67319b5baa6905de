// All counts of a school, by term: what statistics/ of a content repository holds.
#pragma once
#include <map>
#include <set>
#include <string>

#include "statistics/calendar.h"
#include "statistics/count_table.h"

namespace mektep {

using TermTables = std::map<TableKind, CountTable>;

struct SchoolCounts {
  std::map<Term, TermTables> terms;

  const CountTable* find(Term term, TableKind kind) const;  // nullptr when nothing was imported
  // The table of the term, else (attendance and movement) the one that its quarters add up to. nullopt when a
  // quarter is missing.
  std::optional<CountTable> table_of(Term term, TableKind kind) const;
  // Every class that the tables of the term name, and those of the latest contingent of the year.
  std::set<ClassName> classes(Term term) const;
};

}  // namespace mektep
