// Saving: what somebody wrote becomes a commit, merged with what others saved meanwhile. What cannot be
// merged comes back as a conflict, with both texts kept.
#pragma once
#include "editor/actions/write_entry.h"

namespace mektep::editor {

struct SaveEntry {
  std::string entry;
  std::string base;         // with `files`: the revision that the form showed
  std::vector<Edit> files;  // of a form without JavaScript; none = the draft of the account
  std::string summary;      // what its author says about it; may be empty

  Outcome<void> check(Services& services, const Actor& actor) const;
  // A conflict is no refusal: the draft then holds mine, the repository theirs.
  Outcome<Written> execute(Services& services, const Actor& actor) const;
};

// The draft of an account against the head of the moment: what a screen for deciding shows. Without conflict
// when there is nothing to decide.
Outcome<std::optional<EntryConflict>> find_conflict(Services& services, const Actor& actor,
                                                    const std::string& entry);

// Somebody decided about every place of a conflict.
struct ResolveConflict {
  std::string entry;
  std::string head;                                                        // that was shown
  std::vector<std::pair<std::string, std::vector<Resolution>>> decisions;  // by path

  Outcome<void> check(Services& services, const Actor& actor) const;
  // Others may have saved again meanwhile: then there may be another conflict.
  Outcome<Written> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
