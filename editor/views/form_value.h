// Forms as templates see them (templates/fields.html).
#pragma once
#include "base/finding.h"
#include "editor/forms/form.h"
#include "theme/value.h"

namespace mektep::editor {

Value form_value(const FormField& field);
// rule, message, expected, hint, field, line, blocks of each.
Value findings_value(const Findings& findings, Language language);

}  // namespace mektep::editor
