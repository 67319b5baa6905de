// What stands in one folder of the file system.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace mektep {

struct FolderEntry {
  enum class Kind : std::uint8_t { file, folder, link, other };
  std::string name;
  Kind kind = Kind::other;
};

// Appends the entries of an open folder, "." and ".." left out, in the order of the file system. Moves the
// position of `folder`. Returns 0 or a value of errno.
int list_folder(int folder, std::vector<FolderEntry>& entries);

}  // namespace mektep
