// In which files two trees of a git repository differ. For whoever holds an open repository: the history of
// the sources and the editor read it alike.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

struct git_repository;

namespace mektep {

// A file as a tree names it.
struct TreeFile {
  enum class Kind : std::uint8_t { file, symlink, submodule };
  std::string id;  // of the blob, or of the commit of a submodule
  Kind kind = Kind::file;
};

// Where a comparison ended early.
struct TreeFault {
  std::string object;  // the tree that cannot be read; empty: folders lie deeper in each other than 64
  std::string path;
};

// nullptr: the file is not on that side.
using TreeChange =
    std::function<void(const std::string& path, const TreeFile* before, const TreeFile* after)>;

// Calls `changed` for each file in which two trees differ (empty id = no files), only below `folder` where
// one is given ("" or with a slash at its end). Descends only where they differ: a history of 20,000 commits
// is compared commit by commit. Paths are those in the repository and come in no particular order. One thread
// at a time.
std::optional<TreeFault> compare_trees(git_repository* repository, const std::string& before,
                                       const std::string& after, std::string_view folder,
                                       const TreeChange& changed);

}  // namespace mektep
