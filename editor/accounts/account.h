// An account: one person who may log in. Never shared, never deleted while the log names it: disabled.
#pragma once
#include <cstdint>
#include <string>

#include "editor/accounts/actor.h"

namespace mektep::editor {

struct Account {
  std::int64_t id = 0;
  std::string email;  // lower case; what somebody logs in with
  std::string name;
  Role role = Role::auditor;
  Language language = Language::ky;
  bool disabled = false;
  bool has_totp = false;       // a second factor is set up
  std::int64_t created = 0;    // Unix time
  std::int64_t last_seen = 0;  // Unix time of the last login; 0 = never

  Actor actor() const { return {id, name, email, role, language, {}}; }
};

}  // namespace mektep::editor
