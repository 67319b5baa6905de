// The rules of the editorial policy.
#pragma once
#include "base/finding.h"

namespace mektep::rules {
extern const Rule policy_question;  // {found}, {topic}, {words}: fingerprint for answers.yaml
extern const Rule policy_tracker;   // {found}: the host or the parameter
}  // namespace mektep::rules
