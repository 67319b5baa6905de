// The words that schema/ gives to values: "licence" → «Лицензия».
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "schema/schema.h"

namespace mektep {

// The label of one choice of an enumeration; the choice itself when the schema has no label for it.
std::string choice_label(const SchemaSet& schemas, std::string_view file, std::string_view property,
                         std::string_view choice, Locale locale);
// All choices of a property, in the order of the schema.
std::vector<std::string> choices_of(const SchemaSet& schemas, std::string_view file,
                                    std::string_view property);

}  // namespace mektep
