// Rules about the hiding of small counts.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
extern const Rule privacy_sum_differs;       // found: key of the total; {sum}, {total}
extern const Rule privacy_negative_count;    // found: key
extern const Rule privacy_range_too_narrow;  // found: key; {low}, {high}
extern const Rule privacy_policy_weak;       // found: the value; {least}
extern const Rule privacy_policy_contrary;
extern const Rule privacy_policy_no_reason;
}  // namespace rules

std::span<const Rule* const> privacy_rules();

}  // namespace mektep
