// statistics/settings.yaml of a school: how it counts and what it hides. The parts about marking are read by
// MarkingPolicies; this looks for faults in all of them and reads disclosure control.
#pragma once
#include "base/finding.h"
#include "statistics/privacy/policy.h"
#include "syntax/node.h"

namespace mektep {

inline constexpr std::string_view settings_path = "statistics/settings.yaml";

// The policy of `disclosure: {threshold, min_group, open_group, coded_step, reason}`; defaults for what is
// not said. Findings: unknown keys, values that are no numbers or none of those allowed, a policy that is too
// weak or has no reason (D2). `settings` may be a null node.
privacy::Policy read_settings(const Node& settings, Findings& findings);

}  // namespace mektep
