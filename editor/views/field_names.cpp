#include "editor/views/field_names.h"

#include "content/classify.h"
#include "schema/compiled.h"
#include "schema/describe.h"

namespace mektep::editor {
namespace {

const Schema* schema_of_file(const SchemaFolder& schemas, std::string_view file) {
  return schemas.schemas.find(schema_of(classify(file)));
}

}  // namespace

std::string FieldNames::text_language(std::string_view code) const {
  return std::string(views_.word(code == "ru" ? "writing_in_russian" : "writing_in_kyrgyz", language_));
}

std::string FieldNames::field(std::string_view file, std::string_view field) const {
  const Schema* at = schema_of_file(schemas_, file);
  std::string name;
  while (!field.empty()) {
    const std::string_view part = field.substr(0, field.find('/'));
    field.remove_prefix(std::min(field.size(), part.size() + 1));
    std::string shown(part);
    if (at != nullptr) {
      const Field here = describe(*at);
      if (here.shape == Shape::localised) {
        shown = text_language(part);
        at = nullptr;
      } else if (here.shape == Shape::list) {
        at = items(*here.schema);
      } else {
        const Schema* known = member(*here.schema, part);
        at = known != nullptr ? known : other_members(*here.schema);
        if (known != nullptr && !describe(*known).label->in(language_).empty())
          shown = describe(*known).label->in(language_);
      }
    }
    name.append(name.empty() ? "" : " › ").append(shown);
  }
  return name;
}

std::string FieldNames::file(std::string_view file) const {
  const Classified what = classify(file);
  const bool record = file.ends_with(".yaml") && what.role != FileRole::entry_text;
  const bool sidecar =
      file.ends_with(".jpg.yaml") || file.ends_with(".png.yaml") || file.ends_with(".webp.yaml");
  if (const Schema* schema = record && !sidecar ? schema_of_file(schemas_, file) : nullptr)
    if (const std::string& label = schema->shown_label().in(language_); !label.empty()) return label;
  if (file.ends_with("/index.ky.md")) return text_language("ky");
  if (file.ends_with("/index.ru.md")) return text_language("ru");
  return std::string(file.substr(file.rfind('/') + 1));
}

}  // namespace mektep::editor
