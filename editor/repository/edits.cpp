#include "editor/repository/edits.h"

#include "source/file_name.h"

namespace mektep::editor {
namespace {

std::unexpected<RepositoryError> bad_path(std::string path, std::string detail) {
  return std::unexpected(RepositoryError{Fault::bad_path, std::move(detail), {std::move(path)}});
}

// The edits as a tree of names.
struct Node {
  std::map<std::string, Node, std::less<>> children;
  const Edit* edit = nullptr;
};

Node arrange(std::span<const Edit> edits) {
  Node root;
  for (const Edit& edit : edits) {
    Node* node = &root;
    for (std::size_t at = 0;;) {
      const std::size_t slash = edit.path.find('/', at);
      node = &node->children[edit.path.substr(at, slash - at)];
      if (slash == std::string::npos) break;
      at = slash + 1;
    }
    node->edit = &edit;
  }
  return root;
}

class TreeWriter {
 public:
  TreeWriter(Git& git, WrittenTree& written) : git_(git), written_(written) {}

  // Empty when nothing is left of the folder.
  GitResult<std::string> write(const std::string& tree, const Node& node, const std::string& folder) {
    std::vector<TreeEntry> entries;
    if (!tree.empty()) {
      auto read = git_.read_tree(tree);
      if (!read) return std::unexpected(std::move(read.error()));
      entries = std::move(*read);
    }
    std::vector<TreeEntry> changes;
    for (const auto& [name, child] : node.children) {
      const auto found = std::ranges::find(entries, name, &TreeEntry::name);
      const TreeEntry* existing = found == entries.end() ? nullptr : &*found;
      auto changed = child.children.empty() ? file(existing, name, child, folder)
                                            : subfolder(existing, name, child, folder);
      if (!changed) return std::unexpected(std::move(changed.error()));
      if (*changed) changes.push_back(std::move(**changed));
    }
    if (auto twin = find_twin(entries, changes); !twin.empty()) return bad_path(folder + twin, "twin");
    if (changes.empty()) return tree;
    auto id = git_.write_tree(tree, changes);
    if (id && !id->empty()) written_.objects.push_back(*id);
    return id;
  }

 private:
  using Change = std::optional<TreeEntry>;

  GitResult<Change> file(const TreeEntry* existing, const std::string& name, const Node& node,
                         const std::string& folder) {
    if (existing && existing->mode == FileMode::folder) return bad_path(folder + name, "is a folder");
    if (!node.edit->bytes) return existing ? Change(TreeEntry{name, {}, FileMode::file}) : Change();
    auto blob = git_.write_blob(*node.edit->bytes);
    if (!blob) return std::unexpected(std::move(blob.error()));
    written_.objects.push_back(*blob);
    return TreeEntry{name, std::move(*blob), FileMode::file};
  }

  GitResult<Change> subfolder(const TreeEntry* existing, const std::string& name, const Node& node,
                              const std::string& folder) {
    const bool in_the_way = existing && existing->mode != FileMode::folder && !node.edit;
    if (in_the_way) return bad_path(folder + name, "a file stands where a folder is needed");
    const bool known = existing && existing->mode == FileMode::folder;
    auto id = write(known ? existing->id : std::string(), node, folder + name + "/");
    if (!id) return std::unexpected(std::move(id.error()));
    if (id->empty() && !existing) return Change();
    return TreeEntry{name, std::move(*id), FileMode::folder};
  }

  // A new name that Windows or macOS would take for another one of the folder; empty when there is none.
  static std::string find_twin(const std::vector<TreeEntry>& entries, const std::vector<TreeEntry>& changes) {
    std::set<std::string> removed;
    std::map<std::string, std::string> fresh;  // by their keys
    for (const TreeEntry& change : changes) {
      if (change.id.empty()) {
        removed.insert(change.name);
      } else if (const auto [at, first] = fresh.emplace(twin_key(change.name), change.name); !first) {
        return change.name;
      }
    }
    if (fresh.empty()) return {};
    for (const TreeEntry& entry : entries) {
      if (removed.contains(entry.name)) continue;
      const auto at = fresh.find(twin_key(entry.name));
      if (at != fresh.end() && at->second != entry.name) return at->second;
    }
    return {};
  }

  Git& git_;
  WrittenTree& written_;
};

}  // namespace

GitResult<void> check_edits(std::span<const Edit> edits) {
  if (edits.empty()) return bad_path({}, "no edits");
  std::map<std::string_view, const Edit*> by_path;
  for (const Edit& edit : edits) {
    if (check_path(edit.path)) return bad_path(edit.path, "name");
    if (serves_git(edit.path)) return bad_path(edit.path, "serves git");
    if (!by_path.emplace(edit.path, &edit).second) return bad_path(edit.path, "twice");
  }
  for (const Edit& edit : edits) {
    for (std::size_t slash = edit.path.find('/'); edit.bytes && slash != std::string::npos;
         slash = edit.path.find('/', slash + 1)) {
      const auto file = by_path.find(std::string_view(edit.path).substr(0, slash));
      if (file != by_path.end() && file->second->bytes) return bad_path(edit.path, "below a file");
    }
  }
  return {};
}

GitResult<std::optional<TreeEntry>> find_entry(const Git& git, const std::string& tree,
                                               std::string_view path) {
  std::string id = tree;
  for (std::size_t at = 0; !id.empty();) {
    auto entries = git.read_tree(id);
    if (!entries) return std::unexpected(std::move(entries.error()));
    const std::size_t slash = path.find('/', at);
    const auto found = std::ranges::find(*entries, path.substr(at, slash - at), &TreeEntry::name);
    if (found == entries->end()) break;
    if (slash == std::string_view::npos) return std::optional(std::move(*found));
    if (found->mode != FileMode::folder) break;
    id = found->id;
    at = slash + 1;
  }
  return std::optional<TreeEntry>();
}

GitResult<std::vector<std::string>> changed_paths(const Git& git, std::span<const Edit> edits,
                                                  const std::string& old_tree, const std::string& new_tree) {
  std::vector<std::string> changed;
  for (const Edit& edit : edits) {
    auto before = find_entry(git, old_tree, edit.path);
    if (!before) return std::unexpected(std::move(before.error()));
    auto after = find_entry(git, new_tree, edit.path);
    if (!after) return std::unexpected(std::move(after.error()));
    const bool same =
        before->has_value() == after->has_value() && (!*before || (*before)->id == (*after)->id);
    if (!same) changed.push_back(edit.path);
  }
  return changed;
}

GitResult<WrittenTree> write_edits(Git& git, const std::string& tree, std::span<const Edit> edits) {
  WrittenTree written;
  auto id = TreeWriter(git, written).write(tree, arrange(edits), "");
  if (!id) return std::unexpected(std::move(id.error()));
  written.id = std::move(*id);
  return written;
}

}  // namespace mektep::editor
