// What people call a file of an entry and a field in it: «Лицензиялар › 1 › Иш түрү» for
// "licences/1/activity".
#pragma once
#include <string>
#include <string_view>

#include "base/locale.h"
#include "schema/folder.h"

namespace mektep::editor {

// `field` as differences and conflicts name it, parts divided by '/'. Parts that the schema does not know
// stay as they are.
std::string field_name(const SchemaFolder& schemas, std::string_view file, std::string_view field,
                       Language language);
// The label of the schema for the main file of a record; otherwise the last part of the path.
std::string file_name(const SchemaFolder& schemas, std::string_view file, Language language);

}  // namespace mektep::editor
