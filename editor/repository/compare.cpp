#include "editor/repository/compare.h"

#include <git2/tree.h>

namespace mektep::editor {
namespace {

constexpr int deepest = 64;  // folders

struct TreeFreer {
  void operator()(git_tree* tree) const { git_tree_free(tree); }
};
using Tree = std::unique_ptr<git_tree, TreeFreer>;

FileMode mode_of(const git_tree_entry* entry) {
  switch (git_tree_entry_filemode(entry)) {
    case GIT_FILEMODE_LINK:
      return FileMode::symlink;
    case GIT_FILEMODE_COMMIT:
      return FileMode::submodule;
    case GIT_FILEMODE_BLOB_EXECUTABLE:
      return FileMode::executable;
    default:
      return FileMode::file;
  }
}

bool is_folder(const git_tree_entry* entry) {
  return entry && git_tree_entry_type(entry) == GIT_OBJECT_TREE;
}

// Works on the trees of libgit2 as they are: a history of 20,000 commits is compared commit by commit.
struct Comparer {
  git_repository* repository;
  const TreeChange& changed;

  GitResult<Tree> read(const git_oid* id) const {
    if (!id) return Tree();
    git_tree* raw = nullptr;
    if (git_tree_lookup(&raw, repository, id) != 0) {
      return std::unexpected(RepositoryError{Fault::damaged, git_oid_tostr_s(id), {}});
    }
    return Tree(raw);
  }

  // Names in a tree are ordered as if folders ended in '/'.
  static std::string key(const git_tree_entry* entry) {
    std::string name = git_tree_entry_name(entry);
    if (is_folder(entry)) name += '/';
    return name;
  }

  static std::optional<TreeEntry> entry_of(const git_tree_entry* entry) {
    if (!entry) return std::nullopt;
    return TreeEntry{git_tree_entry_name(entry), git_oid_tostr_s(git_tree_entry_id(entry)), mode_of(entry)};
  }

  // One name on one side or both; both are files or both are folders.
  GitResult<void> visit(const git_tree_entry* before, const git_tree_entry* after, const std::string& path,
                        int depth) {
    if (is_folder(before ? before : after)) {
      return compare(before ? git_tree_entry_id(before) : nullptr, after ? git_tree_entry_id(after) : nullptr,
                     path, depth + 1);
    }
    const auto x = entry_of(before);
    const auto y = entry_of(after);
    changed(path, x ? &*x : nullptr, y ? &*y : nullptr);
    return {};
  }

  GitResult<void> compare(const git_oid* before_id, const git_oid* after_id, const std::string& folder,
                          int depth) {
    if (before_id && after_id && git_oid_equal(before_id, after_id)) return {};
    if (depth > deepest) return std::unexpected(RepositoryError{Fault::damaged, "too deep", {folder}});
    const auto before = read(before_id);
    if (!before) return std::unexpected(before.error());
    const auto after = read(after_id);
    if (!after) return std::unexpected(after.error());
    const std::size_t before_count = *before ? git_tree_entrycount(before->get()) : 0;
    const std::size_t after_count = *after ? git_tree_entrycount(after->get()) : 0;
    for (std::size_t i = 0, j = 0; i < before_count || j < after_count;) {
      const auto* x = i < before_count ? git_tree_entry_byindex(before->get(), i) : nullptr;
      const auto* y = j < after_count ? git_tree_entry_byindex(after->get(), j) : nullptr;
      if (x && y && git_oid_equal(git_tree_entry_id(x), git_tree_entry_id(y)) &&
          git_tree_entry_filemode(x) == git_tree_entry_filemode(y) &&
          std::string_view(git_tree_entry_name(x)) == git_tree_entry_name(y)) {
        ++i, ++j;
        continue;
      }
      const std::string x_key = x ? key(x) : std::string();
      const std::string y_key = y ? key(y) : std::string();
      const bool take_x = x && (!y || x_key <= y_key);
      const bool take_y = y && (!x || y_key <= x_key);
      i += take_x ? 1 : 0;
      j += take_y ? 1 : 0;
      auto done = visit(take_x ? x : nullptr, take_y ? y : nullptr, folder + (take_x ? x_key : y_key), depth);
      if (!done) return done;
    }
    return {};
  }
};

// nullopt: no id of a tree.
std::optional<git_oid> parse(const std::string& text) {
  git_oid id;
  if (text.size() != GIT_OID_HEXSZ || git_oid_fromstr(&id, text.c_str()) != 0) return std::nullopt;
  return id;
}

}  // namespace

GitResult<void> compare_trees(const Git& git, const std::string& before, const std::string& after,
                              const TreeChange& changed) {
  const auto before_id = parse(before);
  const auto after_id = parse(after);
  if ((!before_id && !before.empty()) || (!after_id && !after.empty()))
    return std::unexpected(RepositoryError{Fault::damaged, before + " " + after, {}});
  return Comparer{git.raw(), changed}.compare(before_id ? &*before_id : nullptr,
                                              after_id ? &*after_id : nullptr, "", 0);
}

}  // namespace mektep::editor
