// One change of an entry is taken back. What others changed before and after it stays.
#pragma once
#include "editor/actions/write_entry.h"

namespace mektep::editor {

struct UndoChange {
  std::string entry;
  std::string before, after;  // revisions between which the entry changed; `before` empty = it began then

  Outcome<void> check(Services& services, const Actor& actor) const;
  // Refuses (Kind::conflict) when the same place was changed again since, and when it is as before already.
  // Consents are never undone: who withdrew one would be published again (ICT-24).
  Outcome<Written> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
