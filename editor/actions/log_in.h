// Logging in: a password first, then the second factor of those who have one or need one.
#pragma once
#include <string>

#include "editor/accounts/sessions.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

// The browser that somebody sits at.
struct Visitor {
  std::string address, agent;
};

struct LoggedIn {
  std::string token;  // for the cookie
  Session::Stage stage = Session::Stage::full;
};

// The same words and the same time for a wrong password, an unknown address and a disabled account.
struct LogIn {
  std::string email, password;
  Outcome<LoggedIn> execute(Services& services, const Visitor& visitor) const;
};

// The second step: a code of the application, or a recovery code. The session gets a new token.
struct ConfirmLogIn {
  std::string code;
  Outcome<LoggedIn> execute(Services& services, const Session& session, const Visitor& visitor) const;
};

// Starts a session for somebody who has just proved who they are, at the stage that the role asks for.
Outcome<LoggedIn> start_session(Services& services, const Account& account, const Visitor& visitor);

}  // namespace mektep::editor
