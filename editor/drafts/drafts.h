// Drafts: what somebody typed and did not save yet, one an account and entry. A draft that was acknowledged
// is on the disk; it survives restarts and the end of the session, and comes back on another device.
//
// Nothing is ever overwritten for good: when two tabs of one account write to the same draft, or a draft is
// thrown away, what stood there becomes a copy, kept for `copy_days`.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

inline constexpr int copy_days = 30;
inline constexpr std::size_t most_copies = 20;  // of one draft

struct DraftFile {
  std::string path;                  // in the repository
  std::optional<std::string> bytes;  // nullopt removes the file
  bool operator==(const DraftFile&) const = default;
};

struct Draft {
  std::int64_t account = 0;
  std::string entry;             // "news/2026/first-bell"
  std::string base;              // the revision that its author looked at
  std::int64_t version = 0;      // counts the saves, from 1
  std::int64_t saved = 0;        // Unix time in milliseconds, on the server's clock
  std::vector<DraftFile> files;  // sorted by path
};

struct DraftSave {
  std::int64_t account = 0;
  std::string entry, base;
  std::int64_t version = 0;  // that the browser saw last; 0 = it knows of none
  std::vector<DraftFile> files;
};

struct DraftSaved {
  std::int64_t version = 0;
  std::int64_t saved = 0;
  bool replaced_another = false;  // another tab or device had saved since; its text is a copy now
};

// Every member may be called from any thread.
class Drafts {
 public:
  Drafts(Database& database, const Machine& machine) : database_(database), machine_(machine) {}

  // Files that are not named stay as they are, unless the base is another one: then they go.
  Stored<DraftSaved> save(const DraftSave& save);
  Stored<std::optional<Draft>> find(std::int64_t account, const std::string& entry) const;
  // Newest first, without the bytes of files; of all accounts when `account` is 0.
  Stored<std::vector<Draft>> list(std::int64_t account) const;
  // Who has a draft of an entry, without the bytes.
  Stored<std::vector<Draft>> of_entry(const std::string& entry) const;

  // Its author throws it away; it can be had back from the copies.
  Stored<void> discard(std::int64_t account, const std::string& entry);
  // It is in the repository now. Stays when another tab has written to it since `version`.
  Stored<void> settle(std::int64_t account, const std::string& entry, std::int64_t version);
  // The entry has another id, and its files begin with another path.
  Stored<void> rename(const std::string& entry, const std::string& new_entry);

  // Newest first, with their files; those of one entry or of all.
  Stored<std::vector<Draft>> copies(std::int64_t account, const std::string& entry) const;
  Stored<std::vector<Draft>> all_copies(std::int64_t account) const;
  // Removes copies that are older than `copy_days`.
  Stored<void> forget_old_copies();

 private:
  Stored<std::vector<Draft>> copies_where(std::string_view condition, std::vector<Cell> arguments) const;

  Database& database_;
  const Machine& machine_;
};

std::span<const Migration> draft_migrations();

}  // namespace mektep::editor
