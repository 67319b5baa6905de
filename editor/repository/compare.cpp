#include "editor/repository/compare.h"

namespace mektep::editor {

GitResult<void> compare_trees(const Git& git, const std::string& before, const std::string& after,
                              const TreeChange& changed) {
  const auto fault = mektep::compare_trees(git.raw(), before, after, "", changed);
  if (!fault) return {};
  if (fault->object.empty())
    return std::unexpected(RepositoryError{Fault::damaged, "too deep", {fault->path}});
  return std::unexpected(RepositoryError{Fault::damaged, fault->object, {}});
}

}  // namespace mektep::editor
