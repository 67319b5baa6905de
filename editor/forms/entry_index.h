// The entries of all collections with the names by which people know them, for lists. A file that has not
// changed is read once.
#pragma once
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/forms/entry_shelf.h"

namespace mektep::editor {

// The collections that lists and forms know, in the order of the navigation: school, news, …
std::vector<std::string_view> entry_collections();

// Every member may be called from any thread.
class EntryIndex {
 public:
  explicit EntryIndex(const SchemaFolder& schemas);

  // Newest first where entries have dates, else by title. Sections of the school are listed whether they are
  // written yet or not.
  std::shared_ptr<const EntryList> list(const Snapshot& snapshot, std::string_view collection,
                                        Language language) const;
  // One entry; nullopt when nothing of it is there.
  std::optional<EntrySummary> find(const Snapshot& snapshot, std::string_view entry) const;

 private:
  EntrySummary summarise(const Snapshot& snapshot, const SourceFile& file, std::string_view entry) const;
  EntryList fixed_list(const Snapshot& snapshot, std::string_view collection) const;

  const SchemaFolder& schemas_;
  mutable std::map<std::string, EntryShelf, std::less<>> shelves_;  // by collection; none is added later
  mutable std::mutex mutex_;
  mutable std::map<std::string, EntrySummary> known_;  // by path and blob
};

}  // namespace mektep::editor
