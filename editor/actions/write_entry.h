// How actions change an entry in the repository: checked, merged with what others did meanwhile, committed.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"
#include "editor/drafts/merge.h"

namespace mektep::editor {

// What was done to an entry, as its history tells it.
enum class Deed : std::uint8_t { create, save, remove, restore, rename, bring_back, undo, other };
std::string_view code(Deed deed);  // "bring-back"
// Read from the message of a commit; Deed::other when it was not made by the editor.
Deed deed_of(std::string_view message);

struct EntryWrite {
  std::string entry, base;
  std::vector<Edit> edits;  // of files of the entry
  Deed deed = Deed::save;
  std::string summary;  // what its author says about it; may be empty
};

struct FileConflict {
  std::string path;
  Merge merge;
  bool mine_removed = false;    // the file, by the one side
  bool theirs_removed = false;  // or the other
};

// Both texts are kept: mine in the draft, theirs in the repository at `head`.
struct EntryConflict {
  std::string head;
  std::vector<FileConflict> files;  // those with conflicts
};

struct Written {
  std::string revision;  // empty when there is a conflict: nothing was written
  bool merged = false;   // with what others had changed meanwhile
  std::optional<EntryConflict> conflict;
};

// Refuses (Kind::invalid, with findings) texts that cannot be read, that hold secrets, and files that are not
// of the entry.
Outcome<void> check_edits_of(const EntryWrite& write);
Outcome<Written> write_entry(Services& services, const Actor& actor, EntryWrite write);

// Lays the edits over what others did since their base, up to `head`: afterwards `edits` are meant for
// `head`. What cannot be merged stays as it is and is returned.
Outcome<std::vector<FileConflict>> merge_edits(Repository& repository, std::vector<Edit>& edits,
                                               const std::string& base, const std::string& head);

// All files of an entry at a revision.
Outcome<std::vector<Edit>> read_entry(Repository& repository, const std::string& entry,
                                      const std::string& revision);
// The title that people know an entry by: of the Kyrgyz text, else the Russian one, else its id.
std::string title_of(Repository& repository, const std::string& entry, const std::string& revision);

}  // namespace mektep::editor
