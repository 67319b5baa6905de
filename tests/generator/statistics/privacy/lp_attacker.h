// The strongest attacker that we know: linear programming (GLPK) over everything published. Shares no code
// with the product.
#pragma once
#include <vector>

#include "statistics/privacy/release.h"

namespace mektep::testing {

// Of each cell the least and the greatest whole number that fits: percentages and averages by their rounding
// intervals,
// `<5`, `c` and coded percentages by what they say. Stops early for a cell once more than `enough` values
// fit. Nothing can be deduced that is not in these ranges. Throws when nothing fits.
std::vector<privacy::Range> lp_attack(const privacy::RawCounts& links,
                                      const std::vector<privacy::Shown>& cells,
                                      const std::vector<privacy::Shown>& figures,
                                      const privacy::Policy& policy, std::int64_t enough);

}  // namespace mektep::testing
