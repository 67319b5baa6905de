// Changing one's own password. All other sessions of the account end (security line 9).
#pragma once
#include <string>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct ChangePassword {
  std::string present, wanted;
  Outcome<void> execute(Services& services, const Actor& actor, std::int64_t session) const;
};

}  // namespace mektep::editor
