// The desk at which journals are handed in: upload, preview of what would be stored, confirm; inspection;
// columns of other systems. The command line and the editor use the same functions, so that both say the
// same.
//
//   JournalDesk desk(*snapshot, data_folder + "/schema/statistics", findings);
//   ImportPreview preview = desk.preview({.files = …, .year = …, .period = …}, {.today = …});
//   show(preview.findings, preview.files, preview.change);   // nothing has been stored, nothing is kept of a
//   pupil if (preview.can_store()) commit(preview.change.files);    // path → bytes: one commit, or
//   write_store()
//
// `preview.files` holds counts only, so that a server may keep it between upload and confirmation; when the
// repository has changed meanwhile, make a new desk of the new snapshot and call `again`.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "source/snapshot.h"
#include "statistics/import/guess.h"
#include "statistics/inspect/inspect.h"
#include "statistics/school_statistics.h"

namespace mektep {

// What somebody hands in. The bytes are freed while they are read.
struct JournalFiles {
  std::vector<InputFile> files;
  std::optional<SchoolYear> year;  // of files that do not say
  std::optional<Period> period;
  std::optional<ClassName> class_;
  std::string profile;  // id; empty = guessed
  std::string mapping;  // text of a mapping file; empty = none
  std::string mapping_name = "mapping.yaml";
};

struct ImportPreview {
  std::vector<ImportedFile> files;  // in the order of the upload; counts only
  StoreChange change;               // empty when a finding blocks
  Findings findings;                // sorted; they name rows and columns, never pupils
  bool can_store() const { return !any_blocks(findings); }
  bool changes_anything() const { return !change.files.empty(); }
};

// Immutable; safe to use in several threads.
class JournalDesk {
 public:
  // Reads statistics/ and the programmes of the snapshot, and the lists of subjects and policies in `folder`.
  JournalDesk(const Snapshot& snapshot, const std::string& folder, Findings& findings);

  ImportPreview preview(JournalFiles files, const StoreOptions& options) const;
  // The same files over what is stored now.
  ImportPreview again(ImportPreview preview, const StoreOptions& options) const;
  // `year` and `period` say the term; private (JRN-40).
  Inspection inspect(JournalFiles files) const;
  // A mapping file to be checked and handed in as `mapping`.
  GuessedTable guess(JournalFiles files, Findings& findings) const;
  // The final marks with their pupils: for archive and forecast, in memory only.
  std::vector<PupilMark> marks(JournalFiles files, Findings& findings) const;

  const SchoolStatistics& statistics() const { return statistics_; }

 private:
  ImportOptions options(const JournalFiles& files, Findings& findings) const;

  SchoolStatistics statistics_;
  std::set<std::string, std::less<>> programmes_{"primary", "basic", "secondary"};
};

}  // namespace mektep
