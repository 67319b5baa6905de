// The store of Git LFS objects: the bytes of photos and documents, each under its SHA-256. What put() has
// acknowledged is on the disk. Objects can be erased for good, which git history would forbid.
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "editor/repository/error.h"
#include "source/lfs.h"

namespace mektep::editor {

// Every member may be called from any thread.
class LfsStore {
 public:
  // `folder` is Repository::lfs_folder(); it is made when it is first needed. No object is written when the
  // disk would have less than `reserve_bytes` free.
  explicit LfsStore(std::string folder, std::uint64_t reserve_bytes = 200ull << 20);

  // Faults: disk_full, io. An object that is there already is checked, and replaced when it is damaged.
  std::expected<LfsPointer, RepositoryError> put(std::string_view bytes);
  // Faults: damaged, when it is missing or its bytes are not those of the id.
  std::expected<std::string, RepositoryError> read(const LfsPointer& pointer) const;
  bool holds(std::string_view oid) const;
  // Erases the bytes; an object that is not there counts as erased.
  std::expected<void, RepositoryError> remove(std::string_view oid);
  std::vector<LfsPointer> list() const;  // sorted by id

 private:
  std::string folder_;
  std::uint64_t reserve_bytes_;
};

// The text of the small file that stands in git for an object (git-lfs specification, version 1).
std::string format_lfs_pointer(const LfsPointer& pointer);

}  // namespace mektep::editor
