// The data of schema/statistics, as the program reads them.
#pragma once
#include <fstream>
#include <sstream>

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

}  // namespace mektep::testing
