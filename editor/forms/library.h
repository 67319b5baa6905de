// What forms of a running editor share: schema/, read once, and what may be referred to, read once a
// revision.
#pragma once
#include <array>
#include <expected>
#include <memory>
#include <mutex>
#include <string>

#include "base/finding.h"
#include "editor/forms/directory.h"
#include "editor/forms/entry_index.h"
#include "schema/folder.h"
#include "source/snapshot.h"

namespace mektep::editor {

// Every member may be called from any thread.
class FormLibrary {
 public:
  FormLibrary() = default;
  FormLibrary(const FormLibrary&) = delete;
  FormLibrary& operator=(const FormLibrary&) = delete;
  // From the folder that holds schema/. Fails when there is no such folder; faults in it are findings.
  static std::expected<std::unique_ptr<FormLibrary>, Findings> load(const std::string& data_folder);

  const SchemaFolder& schemas() const { return schemas_; }
  const EntryIndex& index() const { return index_; }
  std::shared_ptr<const Directory> directory(const Snapshot& snapshot, Language language) const;

 private:
  struct Kept {
    std::string revision;
    std::shared_ptr<const Directory> directory;
  };
  SchemaFolder schemas_;
  EntryIndex index_{schemas_};
  mutable std::mutex mutex_;
  mutable std::array<Kept, 3> kept_;  // the last one of each language
};

}  // namespace mektep::editor
