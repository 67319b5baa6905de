// Inviting a colleague: a link that is good once and for three days. Nobody sets a password for somebody
// else.
#pragma once
#include <string>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct InviteAccount {
  NewAccount invited;
  // The secret part of the link, shown to the administrator once.
  Outcome<std::string> execute(Services& services, const Actor& actor) const;
};

// A link with which somebody who forgot the password, or lost the phone, sets them up anew.
struct ResetAccount {
  std::int64_t account = 0;
  bool factor = false;  // the second factor too
  Outcome<std::string> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
