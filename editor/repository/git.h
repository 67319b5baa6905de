// One open handle on the git repository: the only code of the editor that knows libgit2. Used by one thread
// at a time; handles.h lends one to each thread. Ids are 40 hexadecimal digits. Nothing here runs hooks,
// filters or programs, and no settings but the repository's own are read.
#pragma once
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "editor/repository/error.h"

struct git_repository;

namespace mektep::editor {

enum class FileMode : std::uint8_t { file, executable, folder, symlink, submodule };

struct TreeEntry {
  std::string name;
  std::string id;  // in a change: empty removes the entry
  FileMode mode = FileMode::file;
};

struct Signature {
  std::string name, email;
  std::int64_t seconds = 0;
  int offset_minutes = 0;
};

struct CommitObject {
  std::string tree;
  std::vector<std::string> parents;
  Signature author, committer;
  std::string message;
};

enum class ObjectKind : std::uint8_t { commit, tree, blob, tag };

struct RawObject {
  ObjectKind kind = ObjectKind::blob;
  std::string bytes;
};

enum class RefMove : std::uint8_t { moved, changed, locked };

template <class Value>
using GitResult = std::expected<Value, RepositoryError>;

class Git {
 public:
  static GitResult<std::unique_ptr<Git>> open(const std::string& folder);
  // A new bare repository whose settings are those of create.h.
  static GitResult<std::unique_ptr<Git>> create(const std::string& folder, const std::string& branch);
  ~Git();
  Git(const Git&) = delete;
  Git& operator=(const Git&) = delete;

  // nullopt only when the reference certainly does not exist; unreadable is an error.
  GitResult<std::optional<std::string>> reference(const std::string& name) const;
  std::vector<std::string> references() const;  // full names

  // Every read checks that the bytes are those that the id stands for.
  GitResult<std::string> read_blob(const std::string& id) const;
  GitResult<std::vector<TreeEntry>> read_tree(const std::string& id) const;  // in git's order
  GitResult<CommitObject> read_commit(const std::string& id) const;
  GitResult<RawObject> read_object(const std::string& id) const;
  // Whether all of them can be read back from where they were written to, past every cache of this handle.
  GitResult<void> verify(std::span<const std::string> ids) const;
  std::optional<std::uint64_t> size(const std::string& id) const;  // of a blob; nullopt when it is missing

  GitResult<std::string> write_blob(std::string_view bytes);
  // `base` (empty = no entries) with changes; an empty id when nothing is left.
  GitResult<std::string> write_tree(const std::string& base, std::span<const TreeEntry> changes);
  GitResult<std::string> write_commit(const CommitObject& commit);
  GitResult<std::string> write_tag(const std::string& name, const std::string& target,
                                   const Signature& tagger, const std::string& message);

  // Lets `name` point to `id` if it still points to `expected` (empty = if it does not exist).
  GitResult<RefMove> move_reference(const std::string& name, const std::string& id,
                                    const std::string& expected);

  // Calls `each` with the commits reachable from `from` but not from `hidden` (empty = none), newest first in
  // topological order; `each` returns false to stop.
  GitResult<void> walk(const std::string& from, const std::string& hidden,
                       const std::function<bool(const std::string& id)>& each) const;
  // Of the object that a reference or an annotated tag leads to; nullopt when it is no commit.
  std::optional<std::string> commit_of(const std::string& id) const;

  // Of libgit2, for repack.cpp and compare.cpp.
  git_repository* raw() const;

 private:
  struct State;
  explicit Git(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace mektep::editor
