// Using a one-time link: the first administrator, an invitation, or a new password after a reset.
#pragma once
#include <string>

#include "editor/actions/log_in.h"

namespace mektep::editor {

struct AcceptLink {
  std::string code;         // the secret part of the link
  std::string name, email;  // of a set-up; an invitation has them already
  std::string password;
  Language language = Language::ky;

  Outcome<LoggedIn> execute(Services& services, const Visitor& visitor) const;

 private:
  Outcome<Account> person(Services& services, const OneTimeLink& link) const;
};

}  // namespace mektep::editor
