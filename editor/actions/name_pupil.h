// Who is behind a pseudonym: kept in the private state of this machine, so that checks find the name in
// texts.
#pragma once
#include <string>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct NamePupil {
  PrivateName name;  // an empty surname forgets it

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

// Whether this role sees and writes the names of pupils: those who write texts need them.
bool may_know_pupils(Role role);

}  // namespace mektep::editor
