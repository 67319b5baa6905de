// Which names a compiled template uses and sets, from its tree alone.
#pragma once
#include <vector>

#include "theme/template/tree.h"

namespace mektep::templates {

void collect_uses(const Template& tpl, std::vector<TemplateUse>& uses);

}  // namespace mektep::templates
