// What happens to a repository before its first commit of this process, and the calls of the operating system
// that libgit2 does not make.
#pragma once
#include <string>

#include "editor/repository/git.h"

namespace mektep::editor {

// Held by one process at a time; gone with the process, however it ends.
class ProcessLock {
 public:
  // On the file `name` of the folder, which is made; Fault::locked when somebody else holds it.
  static GitResult<ProcessLock> take(const std::string& folder, const char* name = "mektep-editor.pid");
  ProcessLock(ProcessLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  ProcessLock& operator=(ProcessLock&&) = delete;
  ~ProcessLock();

 private:
  explicit ProcessLock(int fd) : fd_(fd) {}
  int fd_;
};

// Removes locks and temporary files of killed processes. Those of a `git push` that is alive are waited for:
// a lock counts as left behind when nothing happens to it for `patience` milliseconds.
GitResult<void> clear_leftovers(const std::string& folder, int patience);

// All 256 folders of loose objects, so that no save has to make one and sync its parent.
GitResult<void> make_object_folders(const std::string& folder);

// The names of all objects and references are on the disk when this returns true; their contents are already,
// as libgit2 syncs them before it names them. Not by syncing the whole file system, which others write to.
bool sync_names(const std::string& folder);
// Everything below a new folder is on the disk.
bool sync_tree(const std::string& folder);
// Likewise for one file (which may be missing) and the folder that holds its name.
bool sync_file(const std::string& path);

// Bytes that may still be written at that place; 0 when that cannot be told.
std::uint64_t free_bytes(const std::string& folder);

}  // namespace mektep::editor
