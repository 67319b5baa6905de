// The state of an inspection while files are read. Private to inspect/.
#pragma once
#include <array>
#include <map>
#include <set>

#include "statistics/import/reader.h"
#include "statistics/inspect/inspect.h"

namespace mektep {

struct InspectionTally {
  const ImportOptions& options;
  Findings& findings;
  std::array<CheckResult, check_count> checks{};
  std::set<ClassName> classes;                     // met in any file
  std::set<ClassName> checked;                     // with their data confirmed in the term
  std::map<std::pair<int, int>, int> inspections;  // (year, month) → how many
  std::string inspections_file, checks_file;       // the last one that was given, empty = none

  CheckResult& of(Check check) { return checks[static_cast<std::size_t>(check)]; }
  void looked(Check check) { ++of(check).looked_at; }
  void fault(Check check, Finding finding) {
    ++of(check).faults;
    if (of(check).faults <= max_import_faults) findings.push_back(std::move(finding));
  }
};

void inspect_lessons(TableReader& reader, InspectionTally& tally);
void inspect_hours(TableReader& reader, InspectionTally& tally);
void inspect_workbook(const std::string& path, std::string_view bytes, InspectionTally& tally);

}  // namespace mektep
