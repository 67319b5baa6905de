// The second step of hiding: hides more until no hidden count can be worked out from the sums (D2.3). Inside
// this folder only.
#pragma once
#include "statistics/privacy/primary.h"
#include "statistics/privacy/system.h"

namespace mektep::privacy {

// Asks the audit what is exposed, hides the cheapest further cells and figures of `draft` there or replaces
// `<5` by `c` (never the other way round), and asks again until nothing is exposed or nothing more can be
// hidden.
void suppress(const RawCounts& counts, const Policy& policy, const System& system, Draft& draft);

}  // namespace mektep::privacy
