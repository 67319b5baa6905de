// The archive package of a school year (JRN-6, JRN-42, JRN-44): sheets to be printed, signed and sealed, the
// same as CSV, and a list of SHA-256. Names of pupils stand in it: it is written outside the content
// repository and never published.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "statistics/import/read_mark.h"
#include "statistics/school_statistics.h"
#include "statistics/sheets/sheet.h"

namespace mektep {

struct ArchiveOptions {
  SchoolYear year;
  std::string school;  // its name
  Date today;
  Language language = Language::ky;
};

// Path → bytes: `figures/<term>`, `<class>/progress` (the four quarters, JRN-44), `<class>/<term>-marks` made
// of `marks`, each as .pdf and .csv, and `SHA256SUMS` as sha256sum reads it. Empty when the year has neither
// counts nor marks.
std::map<std::string, std::string> archive_files(const SchoolCounts& counts,
                                                 const std::vector<PupilMark>& marks,
                                                 const MarkingPolicies& policies, const Subjects& subjects,
                                                 const ArchiveOptions& options);

}  // namespace mektep
