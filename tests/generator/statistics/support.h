// The data of schema/statistics, as the program reads them.
#pragma once
#include <fstream>
#include <sstream>

#include "statistics/import/import.h"
#include "statistics/marking.h"
#include "statistics/subjects.h"
#include "syntax/yaml/yaml.h"

namespace mektep::testing {

inline std::string file_text(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

inline Node yaml(std::string_view text) {
  Findings findings;
  Node node = parse_yaml(text, "a.yaml", findings);
  if (!findings.empty()) throw std::runtime_error("the YAML of a test is faulty");
  return node;
}

inline Subjects usual_subjects() {
  Subjects subjects;
  subjects.add(*yaml(file_text(MEKTEP_ROOT "/schema/statistics/subjects.yaml")).get("subjects"));
  return subjects;
}

inline MarkingPolicies usual_policies(std::string_view settings = "{}") {
  return {yaml(file_text(MEKTEP_ROOT "/schema/statistics/marking.yaml")), yaml(settings)};
}

inline ImportOptions usual_options() {
  static const Subjects subjects = usual_subjects();
  static const MarkingPolicies policies = usual_policies();
  ImportOptions options;
  options.year = SchoolYear{2025};
  options.period = Period::q1;
  options.subjects = &subjects;
  options.policies = &policies;
  return options;
}

// "statistics-total 2:3", in the order of the report.
inline std::vector<std::string> reported(Findings findings) {
  sort_findings(findings);
  std::vector<std::string> out;
  for (const Finding& finding : findings)
    out.push_back(
        fmt::format("{} {}:{}", finding.rule->id, finding.place.mark.line, finding.place.mark.column));
  return out;
}

// One file, imported.
struct Imported {
  std::vector<ImportedFile> files;
  Findings findings;
  const ImportedFile& file() const { return files.at(0); }
  std::vector<std::string> reported() const { return testing::reported(findings); }
};

inline Imported import_text(std::string text, const std::string& name = "a.csv") {
  Imported imported;
  imported.files = import_files({{name, std::move(text)}}, usual_options(), imported.findings);
  return imported;
}

}  // namespace mektep::testing
