#include "schema/folder.h"

#include "syntax/yaml/yaml.h"

namespace mektep {

SchemaFolder load_schema_folder(const Snapshot& folder, Findings& findings) {
  std::vector<std::string> paths;
  for (const SourceFile& file : folder.files()) {
    const bool schema = file.path.ends_with(".yaml") && !file.path.starts_with("starter/") &&
                        !file.path.starts_with("statistics/") && !file.path.starts_with("policy/") &&
                        file.path != "disclosure.yaml" && !file.path.starts_with("itemprop-");
    if (schema) paths.push_back(file.path);
  }
  const auto read = [&](const std::string& path) -> std::optional<std::string> {
    const SourceFile* file = folder.find(path);
    if (!file) return std::nullopt;
    auto bytes = folder.read(*file);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
  };
  SchemaFolder loaded{SchemaSet::load(paths, read, findings), {}, {}};
  if (const auto policy = read("policy/words.yaml"))
    loaded.policy = parse_yaml(*policy, "schema/policy/words.yaml", findings);
  if (const auto disclosure = read("disclosure.yaml")) {
    const Node data = parse_yaml(*disclosure, "schema/disclosure.yaml", findings);
    loaded.catalogue = load_catalogue(data, "schema/disclosure.yaml", findings);
  }
  return loaded;
}

}  // namespace mektep
