// Rules about the site as a whole that show only when its files are planned.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
extern const Rule outputs_two_sources;
extern const Rule outputs_no_layout;
extern const Rule outputs_unknown_shortcode;
extern const Rule outputs_shortcode_argument;
extern const Rule outputs_emblem_damaged;
}  // namespace rules

std::span<const Rule* const> outputs_rules();

}  // namespace mektep
