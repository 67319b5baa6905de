// The first step of hiding: what the policy hides for its own sake, cell by cell and figure by figure. Inside
// this folder only.
#pragma once
#include <span>
#include <vector>

#include "statistics/privacy/counts.h"
#include "statistics/privacy/policy.h"
#include "statistics/privacy/release.h"
#include "statistics/privacy/shown.h"

namespace mektep::privacy {

struct Draft {
  std::vector<Shown> cells;
  std::vector<Shown> figures;
};

Draft hide_primary(const RawCounts& counts, const Policy& policy, std::span<const Earlier> earlier);

// A figure over a group whose number is hidden, or that cannot be computed, is hidden too.
void settle_figures(const RawCounts& counts, Draft& draft);

}  // namespace mektep::privacy
