// The schemas of the project, and the demonstration school, for tests of forms.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "schema/folder.h"
#include "source/snapshot.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor::test {

inline const SchemaFolder& schemas() {
  static const SchemaFolder folder = [] {
    Findings findings;
    return load_schema_folder(**open_working_tree(MEKTEP_ROOT "/schema"), findings);
  }();
  return folder;
}
inline const Snapshot& school() {
  static const std::unique_ptr<Snapshot> snapshot = *open_working_tree(MEKTEP_ROOT "/content");
  return *snapshot;
}
inline std::string read_file(std::string_view path) {
  return *school().read(*school().find(path));
}
inline Node yaml(std::string_view text) {
  Findings findings;
  return parse_yaml(text, "a.yaml", findings);
}

}  // namespace mektep::editor::test
