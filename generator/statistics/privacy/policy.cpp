#include "statistics/privacy/policy.h"

#include <string>

#include "statistics/privacy/rules.h"

namespace mektep::privacy {

bool Policy::is_default() const {
  const Policy standard;
  return threshold == standard.threshold && min_group == standard.min_group &&
         open_group == standard.open_group && coded_step == standard.coded_step &&
         below_symbol == standard.below_symbol;
}

Findings policy_findings(const Policy& policy, const Place& place) {
  Findings findings;
  const auto least = [&](const Rule& rule, const char* field, std::int64_t value, std::int64_t bound) {
    if (value < bound)
      findings.push_back({rule, place, field, std::to_string(value), {{"least", std::to_string(bound)}}});
  };
  // A threshold of 2 would hide ones only: with two pupils in a cell each knows the other.
  least(rules::privacy_policy_weak, "threshold", policy.threshold, 3);
  least(rules::privacy_policy_weak, "min_group", policy.min_group, 5);
  // Else a percentage could have few pupils on both of its sides.
  least(rules::privacy_policy_contrary, "min_group", policy.min_group, 2 * policy.threshold - 1);
  least(rules::privacy_policy_contrary, "open_group", policy.open_group, policy.min_group);
  least(rules::privacy_policy_contrary, "coded_step", policy.coded_step, 1);
  if (!policy.is_default() && (policy.reason.texts[0].empty() || policy.reason.texts[1].empty()))
    findings.push_back({rules::privacy_policy_no_reason, place, "reason"});
  return findings;
}

}  // namespace mektep::privacy
