#include "statistics/privacy/release.h"

#include <fmt/format.h>

#include "statistics/privacy/audit.h"
#include "statistics/privacy/primary.h"
#include "statistics/privacy/rules.h"
#include "statistics/privacy/suppress.h"
#include "statistics/privacy/system.h"

namespace mektep::privacy {
namespace {

Findings check_counts(const RawCounts& counts, const System& system, const Place& place) {
  Findings findings;
  for (const Cell& cell : counts.cells())
    if (cell.value < 0) findings.push_back({rules::privacy_negative_count, place, {}, cell.key});
  for (std::size_t e = 0; e < system.equations.size(); ++e) {
    const std::span<const Term> terms = system.equations[e];
    std::int64_t sum = 0;
    for (const Term& term : terms) sum += term.coefficient * system.truth[term.cell];
    if (sum == 0 || terms.front().cell >= system.cells) continue;
    const Cell& total = counts.cells()[terms.front().cell];
    const std::int64_t parts = total.value - sum * (terms.front().coefficient < 0 ? -1 : 1);
    findings.push_back({rules::privacy_sum_differs,
                        place,
                        {},
                        total.key,
                        {{"total", std::to_string(total.value)}, {"sum", std::to_string(parts)}}});
  }
  return findings;
}

}  // namespace

class Gate {
 public:
  static Published open(Draft draft, const Policy& policy) {
    Published published;
    published.cells_ = std::move(draft.cells);
    published.figures_ = std::move(draft.figures);
    published.policy_ = policy;
    return published;
  }
};

std::expected<Published, Findings> release(const RawCounts& counts, const Policy& policy, const Place& place,
                                           std::span<const Earlier> earlier) {
  Findings findings = policy_findings(policy, place);
  const System system = make_system(counts, earlier);
  append(findings, check_counts(counts, system, place));
  if (!findings.empty()) return std::unexpected(std::move(findings));
  Draft draft = hide_primary(counts, policy, earlier);
  suppress(counts, policy, system, draft);
  for (const Exposed& exposed : audit(counts, policy, system, draft))
    findings.push_back(
        {rules::privacy_range_too_narrow,
         place,
         {},
         exposed.key,
         {{"low", std::to_string(exposed.possible.low)}, {"high", std::to_string(exposed.possible.high)}}});
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return Gate::open(std::move(draft), policy);
}

}  // namespace mektep::privacy
