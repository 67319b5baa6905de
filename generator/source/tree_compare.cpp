#include "source/tree_compare.h"

#include <git2/oid.h>
#include <git2/tree.h>

#include "base/owned.h"

namespace mektep {
namespace {

constexpr int deepest_folder = 64;

using TreeHandle = Owned<git_tree, git_tree_free>;

bool is_folder(const git_tree_entry* entry) {
  return entry && git_tree_entry_type(entry) == GIT_OBJECT_TREE;
}

// Names in a tree are ordered as if folders ended in '/'.
std::string ordered_name(const git_tree_entry* entry) {
  std::string name = git_tree_entry_name(entry);
  if (is_folder(entry)) name += '/';
  return name;
}

bool same(const git_tree_entry* x, const git_tree_entry* y) {
  return git_oid_equal(git_tree_entry_id(x), git_tree_entry_id(y)) &&
         git_tree_entry_filemode(x) == git_tree_entry_filemode(y) &&
         std::string_view(git_tree_entry_name(x)) == git_tree_entry_name(y);
}

std::optional<TreeFile> file_of(const git_tree_entry* entry) {
  if (!entry) return std::nullopt;
  TreeFile file{git_oid_tostr_s(git_tree_entry_id(entry))};
  const git_filemode_t mode = git_tree_entry_filemode(entry);
  if (mode == GIT_FILEMODE_LINK) file.kind = TreeFile::Kind::symlink;
  if (mode == GIT_FILEMODE_COMMIT) file.kind = TreeFile::Kind::submodule;
  return file;
}

struct TreeComparer {
  git_repository* repository;
  std::string_view folder;  // only below this
  const TreeChange& changed;

  bool inside(const std::string& path) const {
    return path.size() < folder.size() ? folder.starts_with(path) : path.starts_with(folder);
  }

  // One name on one side or both; both are files or both are folders.
  std::optional<TreeFault> visit(const git_tree_entry* before, const git_tree_entry* after,
                                 const std::string& path, int depth) {
    if (!inside(path)) return std::nullopt;
    if (is_folder(before ? before : after)) {
      return compare(before ? git_tree_entry_id(before) : nullptr, after ? git_tree_entry_id(after) : nullptr,
                     path, depth + 1);
    }
    const auto x = file_of(before);
    const auto y = file_of(after);
    changed(path, x ? &*x : nullptr, y ? &*y : nullptr);
    return std::nullopt;
  }

  std::optional<TreeFault> compare(const git_oid* before_id, const git_oid* after_id, const std::string& path,
                                   int depth) {
    if (depth > deepest_folder) return TreeFault{{}, path};
    TreeHandle before;
    TreeHandle after;
    for (const auto& [id, tree] : {std::pair{before_id, &before}, std::pair{after_id, &after}}) {
      if (id && take(*tree, git_tree_lookup, repository, id) != 0)
        return TreeFault{git_oid_tostr_s(id), path};
    }
    const std::size_t before_count = before ? git_tree_entrycount(before.get()) : 0;
    const std::size_t after_count = after ? git_tree_entrycount(after.get()) : 0;
    for (std::size_t i = 0, j = 0; i < before_count || j < after_count;) {
      const auto* x = i < before_count ? git_tree_entry_byindex(before.get(), i) : nullptr;
      const auto* y = j < after_count ? git_tree_entry_byindex(after.get(), j) : nullptr;
      if (x && y && same(x, y)) {
        ++i, ++j;
        continue;
      }
      const std::string x_name = x ? ordered_name(x) : std::string();
      const std::string y_name = y ? ordered_name(y) : std::string();
      const bool take_x = x && (!y || x_name <= y_name);
      const bool take_y = y && (!x || y_name <= x_name);
      i += take_x ? 1 : 0;
      j += take_y ? 1 : 0;
      if (auto fault =
              visit(take_x ? x : nullptr, take_y ? y : nullptr, path + (take_x ? x_name : y_name), depth))
        return fault;
    }
    return std::nullopt;
  }
};

struct TreeId {
  git_oid id{};
  bool none = true;
  const git_oid* get() const { return none ? nullptr : &id; }
};

// nullopt: neither empty nor an id.
std::optional<TreeId> tree_id(const std::string& text) {
  TreeId parsed;
  if (text.empty()) return parsed;
  if (text.size() != GIT_OID_HEXSZ || git_oid_fromstr(&parsed.id, text.c_str()) != 0) return std::nullopt;
  parsed.none = false;
  return parsed;
}

}  // namespace

std::optional<TreeFault> compare_trees(git_repository* repository, const std::string& before,
                                       const std::string& after, std::string_view folder,
                                       const TreeChange& changed) {
  const auto before_id = tree_id(before);
  const auto after_id = tree_id(after);
  if (!before_id) return TreeFault{before, {}};
  if (!after_id) return TreeFault{after, {}};
  if (before == after) return std::nullopt;
  return TreeComparer{repository, folder, changed}.compare(before_id->get(), after_id->get(), "", 0);
}

}  // namespace mektep
