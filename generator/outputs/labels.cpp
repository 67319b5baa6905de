#include "outputs/labels.h"

#include "base/text.h"
#include "schema/describe.h"

namespace mektep {

namespace {

const Schema* property_of(const SchemaSet& schemas, std::string_view file, std::string_view property) {
  const Schema* schema = schemas.find(file);
  return schema ? member(*schema, property) : nullptr;
}

}  // namespace

std::string choice_label(const SchemaSet& schemas, std::string_view file, std::string_view property,
                         std::string_view choice, Locale locale) {
  const Schema* schema = property_of(schemas, file, property);
  const Label* label = schema ? name_of_value(*schema, choice) : nullptr;
  return label ? upper_first(label->in(locale)) : std::string(choice);
}

std::vector<std::string> choices_of(const SchemaSet& schemas, std::string_view file,
                                    std::string_view property) {
  std::vector<std::string> all;
  if (const Schema* schema = property_of(schemas, file, property)) {
    for (const Choice& choice : choices(*schema)) all.emplace_back(choice.value);
  }
  return all;
}

}  // namespace mektep
