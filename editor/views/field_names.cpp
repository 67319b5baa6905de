#include "editor/views/field_names.h"

#include "content/classify.h"
#include "schema/compiled.h"
#include "schema/describe.h"

namespace mektep::editor {
namespace {

const Schema* schema_of_file(const SchemaFolder& schemas, std::string_view file) {
  return schemas.schemas.find(schema_of(classify(file)));
}

std::string language_name(std::string_view code, Language language) {
  static constexpr std::array<std::array<std::string_view, 3>, 2> names{
      {{"кыргызча", "по-кыргызски", "Kyrgyz"}, {"орусча", "по-русски", "Russian"}}};
  return std::string(names[code == "ru" ? 1 : 0][static_cast<std::size_t>(language)]);
}

}  // namespace

std::string field_name(const SchemaFolder& schemas, std::string_view file, std::string_view field,
                       Language language) {
  const Schema* at = schema_of_file(schemas, file);
  std::string name;
  while (!field.empty()) {
    const std::string_view part = field.substr(0, field.find('/'));
    field.remove_prefix(std::min(field.size(), part.size() + 1));
    std::string shown(part);
    if (at != nullptr) {
      const Field here = describe(*at);
      if (here.shape == Shape::localised) {
        shown = language_name(part, language);
        at = nullptr;
      } else if (here.shape == Shape::list) {
        at = items(*here.schema);
      } else {
        const Schema* known = member(*here.schema, part);
        at = known != nullptr ? known : other_members(*here.schema);
        if (known != nullptr && !describe(*known).label->in(language).empty())
          shown = describe(*known).label->in(language);
      }
    }
    name.append(name.empty() ? "" : " › ").append(shown);
  }
  return name;
}

std::string file_name(const SchemaFolder& schemas, std::string_view file, Language language) {
  const Classified what = classify(file);
  const bool record = file.ends_with(".yaml") && what.role != FileRole::entry_text;
  const bool sidecar =
      file.ends_with(".jpg.yaml") || file.ends_with(".png.yaml") || file.ends_with(".webp.yaml");
  if (const Schema* schema = record && !sidecar ? schema_of_file(schemas, file) : nullptr)
    if (const std::string& label = schema->shown_label().in(language); !label.empty()) return label;
  if (file.ends_with("/index.ky.md")) return language_name("ky", language);
  if (file.ends_with("/index.ru.md")) return language_name("ru", language);
  return std::string(file.substr(file.rfind('/') + 1));
}

}  // namespace mektep::editor
