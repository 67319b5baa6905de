// The list of one collection, kept from one snapshot to the next: of 10,000 entries only those are read and
// put into their place whose files have changed.
#pragma once
#include <array>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "editor/forms/entry_summary.h"

namespace mektep::editor {

using EntryList = std::vector<std::shared_ptr<const EntrySummary>>;

// Every member may be called from any thread; they wait for each other.
class EntryShelf {
 public:
  // `folder` ends in '/'.
  EntryShelf(const SchemaFolder& schemas, std::string folder)
      : schemas_(schemas), folder_(std::move(folder)) {}

  // Newest first where entries have dates, else by title in `locale`.
  std::shared_ptr<const EntryList> list(const Snapshot& snapshot, Locale locale);

 private:
  // A file as it was when the list was made.
  struct Seen {
    std::string path, blob;
  };
  std::set<std::string, std::less<>> take_changes(const Snapshot& snapshot);
  EntryList read(const Snapshot& snapshot, const std::set<std::string, std::less<>>& entries) const;

  const SchemaFolder& schemas_;
  const std::string folder_;
  std::mutex mutex_;
  std::vector<Seen> seen_;                                 // sorted by path
  std::array<std::shared_ptr<const EntryList>, 2> lists_;  // by locale; nullptr = not asked for
};

}  // namespace mektep::editor
