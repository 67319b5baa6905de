// In which files two trees differ.
#pragma once
#include <functional>

#include "editor/repository/git.h"

namespace mektep::editor {

// Calls `changed` for each file in which the trees differ (empty id = no files), with its entry in both;
// nullptr where there is none. Descends only where they differ. Paths come in no particular order.
using TreeChange =
    std::function<void(const std::string& path, const TreeEntry* before, const TreeEntry* after)>;
GitResult<void> compare_trees(const Git& git, const std::string& before, const std::string& after,
                              const TreeChange& changed);

}  // namespace mektep::editor
