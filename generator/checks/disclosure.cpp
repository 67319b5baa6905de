// The mandatory items of DISC-1…53 and DISC-S1…S9: what the facts pass has found wrong with them.
#include "facts/disclosure/disclosure.h"

#include "checks/passes.h"

namespace mektep {

void check_disclosure(const CheckInput& input, Findings& findings) {
  report_disclosure(input.site.facts.disclosure, findings);
}

}  // namespace mektep
