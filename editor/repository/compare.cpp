#include "editor/repository/compare.h"

namespace mektep::editor {
namespace {

constexpr int deepest = 64;  // folders

struct Comparer {
  const Git& git;
  const TreeChange& changed;

  GitResult<std::vector<TreeEntry>> entries(const std::string& id) const {
    if (id.empty()) return std::vector<TreeEntry>();
    auto read = git.read_tree(id);
    if (read) std::ranges::sort(*read, {}, &TreeEntry::name);
    return read;
  }

  // One name: a file or a folder on either side.
  GitResult<void> visit(const TreeEntry* before, const TreeEntry* after, const std::string& path, int depth) {
    const bool was_folder = before && before->mode == FileMode::folder;
    const bool is_folder = after && after->mode == FileMode::folder;
    if ((before && !was_folder) || (after && !is_folder)) {
      changed(path, was_folder ? nullptr : before, is_folder ? nullptr : after);
    }
    if (!was_folder && !is_folder) return {};
    return compare(was_folder ? before->id : "", is_folder ? after->id : "", path + "/", depth + 1);
  }

  GitResult<void> compare(const std::string& before_id, const std::string& after_id,
                          const std::string& folder, int depth) {
    if (before_id == after_id) return {};
    if (depth > deepest) return std::unexpected(RepositoryError{Fault::damaged, "too deep", {folder}});
    const auto before = entries(before_id);
    if (!before) return std::unexpected(before.error());
    const auto after = entries(after_id);
    if (!after) return std::unexpected(after.error());
    auto x = before->begin();
    auto y = after->begin();
    while (x != before->end() || y != after->end()) {
      const bool take_x = x != before->end() && (y == after->end() || x->name <= y->name);
      const bool take_y = y != after->end() && (x == before->end() || y->name <= x->name);
      const TreeEntry* left = take_x ? &*x++ : nullptr;
      const TreeEntry* right = take_y ? &*y++ : nullptr;
      if (left && right && left->id == right->id && left->mode == right->mode) continue;
      if (auto done = visit(left, right, folder + (left ? left : right)->name, depth); !done) return done;
    }
    return {};
  }
};

}  // namespace

GitResult<void> compare_trees(const Git& git, const std::string& before, const std::string& after,
                              const TreeChange& changed) {
  return Comparer{git, changed}.compare(before, after, "", 0);
}

}  // namespace mektep::editor
