// Changing what somebody else's account may do: its role, or whether it may log in at all. Its sessions end.
#pragma once
#include <cstdint>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct ChangeAccount {
  std::int64_t account = 0;
  Role role = Role::auditor;
  bool disabled = false;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

// Ends one session of one's own.
struct EndSession {
  std::int64_t session = 0;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

struct ChooseLanguage {
  Language language = Language::ky;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
