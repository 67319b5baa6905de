// Saves what a form of an entry said: the values patched into its file, in one commit. What somebody else
// saved meanwhile is merged by field; where both changed the same, nothing is saved and both texts are told.
#pragma once
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"
#include "editor/forms/entry_form.h"
#include "editor/permissions/permissions.h"

namespace mektep::editor {

struct SaveEntryForm {
  std::string entry;
  Locale locale = Locale::ky;  // of a text in two languages
  std::string base;            // the revision that the form was made from; empty = the entry was not there
  std::span<const std::pair<std::string, std::string>> fields;
  bool overrule = false;  // where both changed the same place, this text wins
};

struct SavedEntryForm {
  std::string revision;  // the new commit, or the head when nothing had changed
  bool changed = false;
  bool merged = false;  // with what somebody else had saved
};

// Values that do not fit the schema are saved all the same: the gate of publication stops them, and a half
// filled form is not lost. Refused are texts that cannot be patched (they are to be mended as text).
Outcome<SavedEntryForm> save_entry_form(Services& services, const Actor& actor, const SaveEntryForm& input);

// The text of an entry's file in a revision; empty when it is not there.
Outcome<std::string> read_entry_text(Services& services, const EntryFile& file, const std::string& revision);

// Settings of the site are not everybody's.
Ability ability_to_save(std::string_view entry);

}  // namespace mektep::editor
