// Faults of the editor's own words: found when it starts, and by the tests.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep::editor::rules {

extern const Rule word_incomplete;
extern const Rule word_twice;
extern const Rule help_page_faulty;

std::span<const Rule* const> views();

}  // namespace mektep::editor::rules
