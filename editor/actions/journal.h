// Class journals: turned into counts after a preview, and inspected. Files come, are read in memory and
// forgotten: nothing about a pupil reaches the state folder, the log or the repository.
#pragma once
#include <string>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"
#include "statistics/desk.h"

namespace mektep::editor {

struct PreviewedImport {
  std::string id;  // to confirm it; empty when a finding blocks or nothing would change
  ImportPreview preview;
  JournalDesk desk;  // as the repository is now
};
// Reads the files and says what would be stored. Stores nothing (JRN-43).
Outcome<PreviewedImport> preview_import(Services& services, const Actor& actor, JournalFiles files);

struct StoredImport {
  std::string revision;
  std::size_t added = 0, corrected = 0;  // rows
};
// Stores the counts of a preview in one commit; what others changed meanwhile is taken into account.
// `unpublished`: the numbers that are corrected were not published yet (D2.6).
Outcome<StoredImport> store_import(Services& services, const Actor& actor, const std::string& id,
                                   bool unpublished);

// Holds the files against the regulation on the journal; private, for the administrator and the director.
Outcome<Inspection> inspect_journal(Services& services, const Actor& actor, JournalFiles files);

// The desk over the newest revision.
Outcome<JournalDesk> journal_desk(Services& services, const Actor& actor);

}  // namespace mektep::editor
