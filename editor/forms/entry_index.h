// The entries of a collection with the names by which people know them, for lists. A file that has not
// changed is read once.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "schema/folder.h"
#include "source/snapshot.h"

namespace mektep::editor {

struct EntrySummary {
  std::string id;  // "people/asanova"
  Label title;
  std::string date;  // of a text or document: sorts the list; empty = none
  bool draft = false;
  std::size_t faults = 0;  // of its own file, that would stop a publication
};

// The collections that lists and forms know, in the order of the navigation: school, news, …
std::vector<std::string_view> entry_collections();

// Every member may be called from any thread.
class EntryIndex {
 public:
  explicit EntryIndex(const SchemaFolder& schemas) : schemas_(schemas) {}

  // Newest first where entries have dates, else by title. Sections of the school are listed whether they are
  // written yet or not.
  std::vector<EntrySummary> list(const Snapshot& snapshot, std::string_view collection,
                                 Language language) const;
  // One entry; nullopt when nothing of it is there.
  std::optional<EntrySummary> find(const Snapshot& snapshot, std::string_view entry) const;

 private:
  EntrySummary summarise(const Snapshot& snapshot, const SourceFile& file, std::string_view entry) const;

  const SchemaFolder& schemas_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, EntrySummary> known_;  // by path and blob
};

}  // namespace mektep::editor
