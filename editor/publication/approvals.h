// Approvals: which version of an entry may be shown to the public. An approval is bound to what the entry
// said (digest_of_entry), so a change after it asks again; what was approved before stays on the site
// meanwhile.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/accounts/actor.h"
#include "editor/store/database.h"
#include "editor/store/machine.h"
#include "source/snapshot.h"

namespace mektep::editor {

struct Approval {
  std::string entry;
  std::string digest;           // "absent": the removal of the entry was approved
  std::string revision;         // in which the entry has this digest
  std::int64_t account = 0;     // 0: taken over when the repository was set up
  std::string name;             // of the person at that time
  std::int64_t time = 0;        // Unix time
  std::int64_t not_before = 0;  // scheduled: shown from this moment on; 0 = at once
};
// The newest approval that is due, and the one that is waiting for its moment, by entry.
struct Approved {
  std::optional<Approval> shown, scheduled;
};
using ApprovalMap = std::map<std::string, Approved, std::less<>>;

// Every member may be called from any thread.
class Approvals {
 public:
  Approvals(Database& database, const Machine& machine) : database_(database), machine_(machine) {}

  // A scheduled approval of the same entry that still waits is replaced.
  Stored<void> approve(const Actor& actor, std::string_view entry, std::string_view digest,
                       std::string_view revision, std::int64_t not_before = 0);
  // Every entry of a revision as it is: what was on the school's site before it had an editor.
  Stored<void> take_over(const Snapshot& snapshot, const std::string& revision);
  // As they stand at `now` (Unix time).
  Stored<ApprovalMap> all(std::int64_t now) const;
  // When the next scheduled approval falls due; nullopt: none waits.
  Stored<std::optional<std::int64_t>> next_due(std::int64_t now) const;
  // Takes a scheduled approval back. False: none waits.
  Stored<bool> unschedule(std::string_view entry, std::int64_t now);
  // Newest first.
  Stored<std::vector<Approval>> of_entry(std::string_view entry) const;

 private:
  Database& database_;
  const Machine& machine_;
};

}  // namespace mektep::editor
