#include "editor/forms/entry_form.h"

#include "content/classify.h"
#include "syntax/front_matter.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {

std::optional<EntryFile> entry_file(const SchemaFolder& schemas, std::string_view entry, Locale locale) {
  const std::string id(entry);
  for (const std::string& path :
       {id + ".yaml", id + "/document.yaml", fmt::format("{}/index.{}.md", id, code(locale))}) {
    const Classified what = classify(path);
    const Schema* schema = schemas.schemas.find(schema_of(what));
    if (schema == nullptr || what.role == FileRole::sidecar) continue;
    return EntryFile{id, path, schema, what.role == FileRole::entry_text};
  }
  return std::nullopt;
}

Node read_values(const EntryFile& file, std::string_view text, Findings& findings) {
  return file.front_matter ? parse_front_matter(text, file.path, findings).data
                           : parse_yaml(text, file.path, findings);
}

std::expected<std::string, PatchFault> write_values(const EntryFile& file, std::string_view text,
                                                    const Node& values) {
  return file.front_matter ? patch_front_matter(text, values) : patch_yaml(text, values);
}

}  // namespace mektep::editor
