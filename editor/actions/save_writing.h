// Saves the texts of an entry in one commit. What somebody else saved meanwhile is merged by field and
// paragraph; where both changed the same, nothing is saved and both texts are told.
#pragma once
#include "editor/actions/writing.h"
#include "editor/drafts/merge.h"

namespace mektep::editor {

// A place that both changed.
struct WritingConflict {
  std::string path, mine, theirs;
};

struct SavedWriting {
  std::string revision;
  bool changed = false;                    // there was something to save
  bool merged = false;                     // with what somebody else had saved
  std::vector<WritingConflict> conflicts;  // then nothing was saved; the draft holds `mine`
};

struct SaveWriting {
  std::string entry;
  std::string base;
  std::int64_t version = 0;  // of the draft that is settled by this
  WritingValues values;

  Outcome<SavedWriting> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
