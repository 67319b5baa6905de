// The counts as they lie in a content repository:
//   statistics/settings.yaml                  the school's own subjects, levels, programme, denominator
//   statistics/<year>/<term>/<table>.csv      a line a row, in the order of classes; UTF-8, `,`, LF
//   statistics/<year>/<term>/imports.yaml     where the tables come from: profile, day, SHA-256 of the file;
//                                             which rows a later import corrected; the denominator that held
//   statistics/<year>/<term>/earlier/<day>/<table>.csv   the tables as they were until an import of that day
//                                             (a second one of the day: <day>-2) changed what may have been
//                                             published
// Damaged tables are findings and are left out. Nothing about a pupil stands in any of them.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "source/snapshot.h"
#include "statistics/import/import.h"
#include "statistics/terms.h"
#include "syntax/node.h"

namespace mektep {

// One import or correction, as imports.yaml keeps it.
struct ImportRecord {
  std::string table;    // id
  std::string profile;  // id
  Date date;
  std::string digest;  // SHA-256 of the imported file
  std::uint64_t rows = 0;
  std::vector<std::string> corrected;  // rows whose counts it changed; empty for a first import
};

// Tables of a term as they were, until `until`: a day, and which import of the day. Readers may have kept
// what was published of them, so that a correction may not reveal by difference (D2.6).
struct EarlierTables {
  std::pair<Date, int> until;
  TermTables tables;
};

struct StoredStatistics {
  SchoolCounts counts;
  std::map<Term, std::vector<EarlierTables>> earlier;  // oldest first
  std::map<Term, std::vector<ImportRecord>> records;
  std::map<Term, Denominator> denominators;  // that held when the term was imported
  Node settings;                             // null when the school has none
};

// Everything below statistics/ of the snapshot.
StoredStatistics load_statistics(const Snapshot& snapshot, Findings& findings);

// What an import does to a repository: the files that change, path → new bytes. Empty when everything is
// there already.
struct StoreChange {
  std::map<std::string, std::string> files;
  std::size_t added = 0, corrected = 0, unchanged = 0;  // rows
  std::set<Term> kept;                                  // terms whose earlier tables are kept
};
struct StoreOptions {
  Date today;                 // day of the record
  bool may_be_public = true;  // what is there may have been published: it is kept beside its correction
};
// Rows of the same key are replaced, others stay. Adds findings about what does not fit together across rows
// and terms (movement).
StoreChange plan_store(const StoredStatistics& stored, const std::vector<ImportedFile>& imported,
                       const StoreOptions& options, Findings& findings);

std::string format_table(TableKind kind, const CountTable& table);
CountTable read_table(TableKind kind, std::string_view text, const std::string& file, Findings& findings);

// Findings about movement: moves between classes that do not match, a term that does not begin where the last
// one ended (JRN-17).
void check_movement(const SchoolCounts& counts, Term term, Findings& findings);

// Puts the files in place below `repository`, all of them or none: the new statistics/ is written beside the
// old one and takes its place by one rename.
std::expected<void, Finding> write_store(const std::string& repository, const StoreChange& change);

}  // namespace mektep
