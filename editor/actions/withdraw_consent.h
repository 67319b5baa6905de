// Taking a consent back, with all that it means: the record, the texts and pictures, the site that is shown,
// the releases kept, the bytes in the store, and what the editor keeps beside the repository.
#pragma once
#include <cstdint>
#include <string>

#include "consent/withdrawal.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct WithdrawConsent {
  std::string consent;  // "c-0031"

  Outcome<void> check(Services& services, const Actor& actor) const;
  // What it would touch. Changes nothing.
  Outcome<Withdrawal> plan(Services& services, const Actor& actor) const;
  // Commits the edits, lets the site be published without the person at once (nobody has to approve a
  // withdrawal), and erases the bytes. Returns what was done.
  Outcome<Withdrawal> execute(Services& services, const Actor& actor) const;
};

// Looks whether withdrawals have come through: nothing of them stands in the site that is shown any longer.
// Then the releases from before go, what was typed in the editor since, and what was searched for is
// forgotten. Called when a publication has ended.
void settle_withdrawals(Ledger& ledger, Releases& releases, PrivateRegister& private_register,
                        StateTraces& state_traces);

}  // namespace mektep::editor
