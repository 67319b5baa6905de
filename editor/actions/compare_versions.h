// What differs between two versions of an entry.
#pragma once
#include <string>
#include <vector>

#include "editor/actions/outcome.h"
#include "editor/drafts/difference.h"
#include "editor/repository/repository.h"

namespace mektep::editor {

// Files that differ, sorted by path. An empty revision is a time before the entry.
Outcome<std::vector<FileDiff>> compare_versions(Repository& repository, const std::string& entry,
                                                const std::string& from, const std::string& to,
                                                DiffView view);

}  // namespace mektep::editor
