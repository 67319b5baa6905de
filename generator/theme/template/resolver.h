// Gives every variable of a parsed template its place: scopes as in Jinja2. A `for`, `with`, macro, block,
// set block and filter block open a scope; what is set inside does not leak. A name that no scope sets is
// looked up in the context.
#pragma once
#include "theme/template/parser.h"
#include "theme/template/tree.h"

namespace mektep::templates {

void resolve_names(Template& tpl, Vocabulary& vocabulary);

}  // namespace mektep::templates
