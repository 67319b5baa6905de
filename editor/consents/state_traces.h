// What the editor keeps outside of the repository (drafts, comments, messages, caches, the database itself)
// and still holds of somebody whose consent was withdrawn: the search for it, and its erasure (ICT-24).
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "consent/traces.h"
#include "editor/store/database.h"

namespace mektep::editor {

// A place of the state: "drafts", "copies", "comments", "messages", "trash", "publications", "upkeep",
// "cache", "thumbnails", "uploads" are erased; "accounts", "log", "other" stay.
struct StateTrace {
  std::string where;
  std::size_t count = 0;  // values or files that hold a trace
  bool stays = false;
};

// Every member may be called from any thread.
class StateTraces {
 public:
  // `state_folder` holds the database, the log, the caches.
  StateTraces(Database& database, std::string state_folder)
      : database_(database), folder_(std::move(state_folder)) {}

  // Changes nothing. `keys`: digests of pictures, by which small copies of them are kept. The private names
  // and open withdrawals are left out: PrivateRegister forgets them. So is public/, see settle_withdrawals().
  Stored<std::vector<StateTrace>> find(const Traces& traces, const std::vector<std::string>& keys) const;
  // Drafts of the person's own files go; in other texts "…" takes the place of each trace; files go. Returns
  // what a second search finds.
  Stored<std::vector<StateTrace>> erase(const Traces& traces, const std::vector<std::string>& keys);
  // Writes the database anew, and looks whether its files hold any of the bytes still.
  Stored<bool> clear_database(const Traces& traces);

 private:
  Database& database_;
  std::string folder_;
};

}  // namespace mektep::editor
