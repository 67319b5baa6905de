// Import: files that journals export become tables of counts; whatever they say about a pupil is forgotten.
// Findings about the rows of pupils name the file, sheet, row and column, never what stands there.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "statistics/import/columns.h"
#include "statistics/import/read_mark.h"
#include "statistics/marking.h"
#include "statistics/subjects.h"
#include "statistics/terms.h"

namespace mektep {

// How the columns of another system are named: a YAML file, or only the id of a profile.
struct Mapping {
  std::string profile;                                      // id; empty = guess
  std::map<std::string, std::string, std::less<>> columns;  // our id → their header
  std::string scale = "five";
};
// Reads a mapping file, {profile, columns, scale}; unknown names are findings.
Mapping read_mapping(const Node& node, const std::string& file, const MarkingPolicies& policies,
                     Findings& findings);

struct ImportOptions {
  Mapping mapping;
  std::optional<SchoolYear> year;  // of files that do not say
  std::optional<Period> period;
  std::optional<ClassName> class_;
  std::set<std::string, std::less<>> programmes{"primary", "basic", "secondary"};  // ids
  const Subjects* subjects = nullptr;
  const MarkingPolicies* policies = nullptr;
  std::set<std::pair<SchoolYear, ClassName>> known_classes;  // none of a year = any
  std::function<void(PupilMark)> on_mark;  // who wants the marks with their pupils; unset for an import
};

struct InputFile {
  std::string path;  // for findings; a workbook without a class in its sheets takes it from the file's name
  std::string bytes;
};

// What one file gave.
struct ImportedFile {
  std::string profile;  // id; "kundoluk" for workbooks
  std::string digest;   // SHA-256 of the file
  std::uint64_t rows = 0;
  std::vector<std::pair<std::size_t, std::string>>
      guessed;                                    // column (from 0) taken for …, shown before it is stored
  std::map<ClassName, std::uint32_t> class_rows;  // where each class is named first
  std::map<Term, TermTables> tables;
};

// All files or none: when a finding blocks, nothing of the result may be stored. The bytes are freed on the
// way. Files about classes (lists, contingent) are read first: the others are held against them.
std::vector<ImportedFile> import_files(std::vector<InputFile> files, const ImportOptions& options,
                                       Findings& findings);

}  // namespace mektep
