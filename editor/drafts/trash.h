// The trash: entries that somebody deleted, with the last revision that held them. Their texts stay in git
// and their pictures in the object store, so that they can be had back.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "editor/accounts/actor.h"
#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct Trashed {
  std::int64_t id = 0;
  std::string entry;
  std::string revision;      // the last one that holds the entry
  std::string title;         // for people; may be empty
  std::string name;          // of whoever deleted it
  std::int64_t deleted = 0;  // Unix time
};

// Every member may be called from any thread.
class Trash {
 public:
  Trash(Database& database, const Machine& machine) : database_(database), machine_(machine) {}

  Stored<void> add(const std::string& entry, const std::string& revision, const std::string& title,
                   const Actor& actor);
  Stored<std::vector<Trashed>> list() const;  // what was deleted last comes first
  Stored<std::optional<Trashed>> find(std::int64_t id) const;
  Stored<void> remove(std::int64_t id);

 private:
  Database& database_;
  const Machine& machine_;
};

std::span<const Migration> trash_migrations();

}  // namespace mektep::editor
