// From the edits of a request to the tree of a commit: checks the paths, writes blobs and trees.
#pragma once
#include <span>

#include "editor/repository/git.h"
#include "editor/repository/repository.h"

namespace mektep::editor {

// Fault::bad_path with the paths that no content repository may hold, that come twice, or of which one needs
// the other to be a folder.
GitResult<void> check_edits(std::span<const Edit> edits);

// The entry of a file in a tree (empty id = no tree); nullopt when there is none.
GitResult<std::optional<TreeEntry>> find_entry(const Git& git, const std::string& tree,
                                               std::string_view path);

// The paths of the edits that differ between two trees.
GitResult<std::vector<std::string>> changed_paths(const Git& git, std::span<const Edit> edits,
                                                  const std::string& old_tree, const std::string& new_tree);

struct WrittenTree {
  std::string id;                    // of the new tree; empty when it has no file
  std::vector<std::string> objects;  // blobs and trees that it needs beside those of the old one
};
// `tree` with the edits. Fault::bad_path when a path is the twin of another file or a file stands where a
// folder is needed.
GitResult<WrittenTree> write_edits(Git& git, const std::string& tree, std::span<const Edit> edits);

}  // namespace mektep::editor
