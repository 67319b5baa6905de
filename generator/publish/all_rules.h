// Every rule of every module.
#pragma once
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace mektep {

// Collected when first asked for; safe in every thread.
const std::vector<const Rule*>& all_rules();  // sorted by id
const Rule* find_rule(std::string_view id);

}  // namespace mektep
