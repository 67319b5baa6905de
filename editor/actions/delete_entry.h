// Entries go to the trash and come back from it; nothing is lost on the way.
#pragma once
#include "editor/actions/write_entry.h"

namespace mektep::editor {

struct DeleteEntry {
  std::string entry;
  std::string base;  // that the browser showed: what somebody changed since is a conflict

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<Written> execute(Services& services, const Actor& actor) const;
};

struct RestoreEntry {
  std::int64_t id = 0;  // of Trashed

  Outcome<void> check(Services& services, const Actor& actor) const;
  // The entry that was restored. Refuses (Kind::conflict) when there is another one of that name now.
  Outcome<std::string> execute(Services& services, const Actor& actor) const;
};

// The entry as it was in an old revision becomes a new one; what stands now stays in the history.
struct BringBackVersion {
  std::string entry;
  std::string revision;
  std::string base;  // that the browser showed

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<Written> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
