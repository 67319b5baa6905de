// A visitor writes to the school through the contact form. The only action without an account.
#pragma once
#include <string>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct SendMessage {
  std::string name, contact, text;
  std::string trap;     // a field that people do not see; programs fill it in
  std::string address;  // of the browser

  // Whether the form is open and the texts will do.
  Outcome<void> check(Services& services) const;
  // What fell into the trap is told that all went well and is dropped.
  Outcome<void> execute(Services& services) const;
};

}  // namespace mektep::editor
