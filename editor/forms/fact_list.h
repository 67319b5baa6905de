// The facts of school/ that a text can quote: {{< fact path="school/organisation#phones" >}}.
#pragma once
#include <string>
#include <vector>

#include "editor/forms/directory.h"
#include "schema/folder.h"

namespace mektep::editor {

struct FactOption {
  std::string value;  // "school/organisation#phones/0/number"
  std::string label;  // «Телефондору › 1 › Номери: +996 …»
  std::string group;  // the section: «Уюм жөнүндө маалымат»
};

// In the order of the files; values as the site says them, cut when they are long. People are named from
// `directory`. What only refers to documents, consents or programmes is left out: a text would show an id.
std::vector<FactOption> list_facts(const Snapshot& snapshot, const SchemaFolder& schemas,
                                   const Directory& directory, Language language);

}  // namespace mektep::editor
