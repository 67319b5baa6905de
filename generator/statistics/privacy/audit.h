// The independent audit: knows nothing of how the numbers were hidden, only what is shown, and asks of each
// hidden count how far a reader can narrow it down (D2, algorithm c).
#pragma once
#include <string>
#include <vector>

#include "statistics/privacy/counts.h"
#include "statistics/privacy/primary.h"
#include "statistics/privacy/system.h"

namespace mektep::privacy {

struct Exposed {
  std::string key;  // of a cell or of a coded or withheld percentage; empty for one of an earlier publication
  Var variable = no_cell;  // of the system; none for a percentage
  std::uint32_t figure = no_cell;
  Range possible;  // all that a reader has to think possible
};

// Hidden numbers that are not safe. A number is safe when two whole-numbered schools are found that agree
// with everything published, now and earlier, in which it differs by as much as the policy wants.
// `where`, by variable: only what is linked with one of these; empty = everything.
std::vector<Exposed> audit(const RawCounts& counts, const Policy& policy, const System& system,
                           const Draft& draft, const std::vector<bool>& where = {});

}  // namespace mektep::privacy
