// What people call a file of an entry and a field in it: «Лицензиялар › 1 › Иш түрү» for
// "licences/1/activity".
#pragma once
#include <string>
#include <string_view>

#include "base/locale.h"
#include "editor/views/page.h"
#include "schema/folder.h"

namespace mektep::editor {

class FieldNames {
 public:
  // All of them must outlive the names.
  FieldNames(const SchemaFolder& schemas, const Views& views, Language language)
      : schemas_(schemas), views_(views), language_(language) {}

  // `field` as differences and conflicts name it, parts divided by '/'. Parts that the schema does not know
  // stay as they are.
  std::string field(std::string_view file, std::string_view field) const;
  // The label of the schema for the main file of a record, the language of a text; otherwise the last part of
  // the path.
  std::string file(std::string_view file) const;

 private:
  std::string text_language(std::string_view code) const;

  const SchemaFolder& schemas_;
  const Views& views_;
  Language language_;
};

}  // namespace mektep::editor
