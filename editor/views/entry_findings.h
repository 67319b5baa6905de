// What the newest check of the whole site says about one entry: what no form can see by itself, because it
// lies between files.
#pragma once
#include <string_view>

#include "editor/actions/services.h"
#include "theme/value.h"

namespace mektep::editor {

// [{message, hint, clauses, field, blocks, href}], at most 20; nothing while the first check is being made.
Value findings_of_entry(Services& services, std::string_view entry, Language language);
// The same as they are, for a form that shows them at its fields: of one file, the schema's own rules left
// out.
Findings findings_between_files(Services& services, std::string_view file);

}  // namespace mektep::editor
