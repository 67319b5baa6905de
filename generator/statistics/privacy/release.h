// The gate between raw counts and everything that is published: HTML, charts, their texts, CSV, JSON. Outputs
// accept `Published` only, and only `release` makes it, after the audit has found every hidden count safe
// (D2, JRN-43).
#pragma once
#include <expected>
#include <span>
#include <vector>

#include "base/finding.h"
#include "statistics/privacy/counts.h"
#include "statistics/privacy/policy.h"
#include "statistics/privacy/shown.h"

namespace mektep::privacy {

class Published {
 public:
  const std::vector<Shown>& cells() const { return cells_; }      // index: CellId of RawCounts
  const std::vector<Shown>& figures() const { return figures_; }  // index: that of RawCounts::figures()
  const Policy& policy() const { return policy_; }

 private:
  friend class Gate;
  Published() = default;
  std::vector<Shown> cells_;
  std::vector<Shown> figures_;
  Policy policy_;
};

// An earlier publication of the same figures, which readers may have kept. `release` is a pure function, so
// it can be made again from the counts of that time.
struct Earlier {
  const RawCounts* counts = nullptr;
  const Published* published = nullptr;
};

// Hides what must be hidden, audits the result and lets it pass. Findings: sums that do not add up, a cell
// that cannot be protected. `place` is where these findings point to. Pure; may run in many threads at once.
std::expected<Published, Findings> release(const RawCounts& counts, const Policy& policy, const Place& place,
                                           std::span<const Earlier> earlier = {});

}  // namespace mektep::privacy
