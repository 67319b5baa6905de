// What actions may find wrong with a text that is to be saved.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep::editor::rules {

extern const Rule secret_key;
extern const Rule personal_number;
extern const Rule telephone_list;

std::span<const Rule* const> secrets();

}  // namespace mektep::editor::rules
