// A small school in memory for tests: loads files given as path and text with the real schemas of the
// project.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "content/model.h"
#include "schema/schema.h"
#include "source/snapshot.h"

namespace mektep::test {

using Files = std::vector<std::pair<std::string, std::string>>;

inline const SchemaSet& project_schemas() {
  static const SchemaSet schemas = [] {
    Findings findings;
    auto folder = open_working_tree(MEKTEP_ROOT "/schema");
    std::vector<std::string> paths;
    for (const SourceFile& file : (*folder)->files()) {
      if (file.path.ends_with(".yaml") && !file.path.starts_with("starter/") &&
          !file.path.starts_with("policy/") && file.path != "disclosure.yaml" &&
          !file.path.starts_with("itemprop-")) {
        paths.push_back(file.path);
      }
    }
    const Snapshot& files = **folder;
    return SchemaSet::load(
        paths,
        [&](const std::string& path) -> std::optional<std::string> {
          const SourceFile* file = files.find(path);
          return file ? std::optional(*files.read(*file)) : std::nullopt;
        },
        findings);
  }();
  return schemas;
}

struct LoadedSchool {
  std::shared_ptr<const Snapshot> snapshot;
  Findings findings;
  ContentModel model;
};

inline LoadedSchool load_school(Files files) {
  LoadedSchool school;
  school.snapshot = make_memory_snapshot(std::move(files));
  school.model = load_content(*school.snapshot, project_schemas(), {}, school.findings);
  sort_findings(school.findings);
  return school;
}

// The ids of findings, in order, with their places: "rule file:line:column".
inline std::vector<std::string> brief(const Findings& findings) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings) {
    lines.push_back(fmt::format("{} {}:{}:{}", finding.rule->id, finding.place.file, finding.place.mark.line,
                                finding.place.mark.column));
  }
  return lines;
}

inline bool has_rule(const Findings& findings, std::string_view id) {
  for (const Finding& finding : findings) {
    if (finding.rule->id == id) return true;
  }
  return false;
}

inline const std::string site_yaml =
    "title: {ky: Ак-Булак мектеби, ru: Школа Ак-Булак}\nbase_url: https://school.example/\nlocales: [ky, "
    "ru]\n"
    "theme: default\ntime_zone: Asia/Bishkek\nmenu:\n  - {page: news}\n";

}  // namespace mektep::test
