// Snapshots of commits for the generator and the preview, each made from the one before it.
#pragma once
#include <functional>
#include <memory>
#include <mutex>

#include "editor/repository/handles.h"
#include "source/snapshot.h"

namespace mektep::editor {

// Keeps the last few snapshots that were asked for. Every member may be called from any thread.
class TreeSnapshots {
 public:
  TreeSnapshots(std::shared_ptr<Handles> handles, std::string lfs_folder);

  GitResult<std::shared_ptr<const Snapshot>> get(const std::string& revision);
  // Of what `head` tells. Whoever waits gets the newest one: while many save, nobody makes those in between.
  GitResult<std::shared_ptr<const Snapshot>> newest(const std::function<GitResult<std::string>()>& head);

 private:
  std::shared_ptr<const Snapshot> find(const std::string& revision);
  GitResult<std::shared_ptr<const Snapshot>> make_and_keep(const std::string& revision);
  GitResult<std::shared_ptr<const Snapshot>> make(const std::string& revision, const Snapshot* near) const;

  std::shared_ptr<Handles> handles_;
  std::string lfs_folder_;
  std::mutex making_;  // held while one is made: many may wait for the same new head
  std::mutex mutex_;
  std::vector<std::shared_ptr<const Snapshot>> kept_;  // the last one asked for comes last
};

}  // namespace mektep::editor
