// The policy: which counts, percentages and averages of a school are small enough to tell about a single
// child. Data, not code: a school may set it in its own way and says why; the site prints both.
#pragma once
#include <cstdint>

#include "base/finding.h"
#include "base/locale.h"

namespace mektep::privacy {

struct Policy {
  std::int64_t threshold = 5;  // counts of 1 … threshold-1 are hidden
  std::int64_t min_group =
      10;  // smaller groups: no percentage, no average, no marks; the next wider unit instead
  std::int64_t open_group = 40;  // smaller groups: "nobody" and "everybody" are hidden like a small count
  std::int64_t coded_step = 5;   // "≥ 85 %": coded percentages are multiples of it
  bool below_symbol = true;      // `<5` where a reader learns nothing more from it than that; else always `c`
  Bilingual reason;              // why the school departs from these defaults

  // Numbers as the default has them, whatever the reason.
  bool is_default() const;
};

// Faults in a school's policy, at `place`: too weak, contradictory, without a reason.
Findings policy_findings(const Policy& policy, const Place& place);

}  // namespace mektep::privacy
