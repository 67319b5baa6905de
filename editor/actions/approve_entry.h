// Approves an entry as it stands: from then on, or from a moment on, it may be shown to the public.
#pragma once
#include <cstdint>
#include <string>

#include "editor/accounts/actor.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct ApproveEntry {
  std::string entry;
  std::string digest;  // of what the person saw: another one means that somebody changed it meanwhile
  std::int64_t not_before = 0;  // Unix time in the future; 0 = at once

  Outcome<void> check(Services& services, const Actor& actor) const;
  // Closes the open review of the entry as well.
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

// Who may approve an entry: administrators and directors; of what holds no mandatory item whoever may publish
// too, also their own.
bool may_approve(Role role, std::string_view entry);
// Whether `actor` wrote a part of what would be approved, and somebody else has to look at it (mandatory
// items).
bool wrote_it(Services& services, const Actor& actor, std::string_view entry);

}  // namespace mektep::editor
