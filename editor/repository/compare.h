// In which files two trees of the editor's repository differ.
#pragma once
#include "editor/repository/git.h"
#include "source/tree_compare.h"

namespace mektep::editor {

// As mektep::compare_trees, of all folders; what cannot be read is damage.
GitResult<void> compare_trees(const Git& git, const std::string& before, const std::string& after,
                              const TreeChange& changed);

}  // namespace mektep::editor
