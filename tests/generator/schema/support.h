// Small schemas and values for the tests of this module.
#pragma once
#include <fstream>
#include <sstream>

#include "schema/rules.h"
#include "schema/schema.h"
#include "syntax/json.h"
#include "syntax/yaml/yaml.h"

namespace mektep {

// A set made of one file "test.yaml"; loading it must find nothing.
struct TestSchema {
  SchemaSet set;
  explicit TestSchema(const std::string& text) {
    Findings findings;
    set = SchemaSet::load({"test.yaml"}, [&](const std::string&) { return "$schema: x\n" + text; }, findings);
    for (const Finding& finding : findings) FAIL(finding.message(Language::en) << " " << finding.field);
  }
  Findings check(std::string_view yaml) const {
    Findings findings;
    const Node node = parse_yaml(yaml, "value.yaml", findings);
    REQUIRE(findings.empty());
    const bool fits = validate(*set.find("test.yaml"), node, "value.yaml", findings);
    CHECK(fits == findings.empty());
    return findings;
  }
  bool accepts(std::string_view yaml) const { return check(yaml).empty(); }
  bool accepts_json(std::string_view json) const {
    Findings findings;
    const Node node = parse_json(json, "value.json", findings);
    REQUIRE(findings.empty());
    return validate(*set.find("test.yaml"), node, "value.json", findings, Scalars::json);
  }
};

inline std::optional<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline const std::vector<std::string>& schema_files() {
  static const std::vector<std::string> files{"common.yaml",
                                              "person.yaml",
                                              "consent.yaml",
                                              "document.yaml",
                                              "asset.yaml",
                                              "site.yaml",
                                              "redirects.yaml",
                                              "page.yaml",
                                              "news.yaml",
                                              "event.yaml",
                                              "album.yaml",
                                              "disclosure.yaml",
                                              "school/organisation.yaml",
                                              "school/director.yaml",
                                              "school/governance.yaml",
                                              "school/education.yaml",
                                              "school/licences.yaml",
                                              "school/accreditation.yaml",
                                              "school/staff.yaml",
                                              "school/facilities.yaml",
                                              "school/admission.yaml",
                                              "school/finance.yaml"};
  return files;
}

inline SchemaSet load_school_schemas(Findings& findings) {
  return SchemaSet::load(
      schema_files(), [](const std::string& path) { return read_file(MEKTEP_ROOT "/schema/" + path); },
      findings);
}

}  // namespace mektep
