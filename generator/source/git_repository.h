// A git repository opened for reading. The one place, with tree_compare, that knows libgit2 while a site is
// made. Opens the repository of a folder or of a folder above it; all paths are relative to the folder. No
// network, no configuration but the repository's own. Every const member may be called from several threads,
// except where told.
#pragma once
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "source/tree_compare.h"

namespace mektep {

struct GitEntry {
  using Kind = TreeFile::Kind;
  std::string path;
  std::string id;  // of the blob, or of the commit of a submodule
  Kind kind = Kind::file;
  std::uint64_t size = 0;  // of a file; 0 when its object cannot be read
};

struct GitCommit {
  std::int64_t seconds = 0;  // of the author
  int offset_minutes = 0;
  std::int64_t committed = 0;
  std::string tree;
  std::vector<std::string> parents;
};

// As git stores it, unpacked.
struct GitObject {
  enum class Kind : std::uint8_t { commit, tree, file, tag };
  Kind kind = Kind::file;
  std::string id;
  std::string_view bytes;
};

class GitRepository {
 public:
  // Errors: source_not_a_folder, source_not_a_repository, source_foreign_repository, source_damaged_object.
  static std::expected<std::unique_ptr<GitRepository>, Finding> open(const std::string& folder);
  ~GitRepository();
  GitRepository(const GitRepository&) = delete;
  GitRepository& operator=(const GitRepository&) = delete;

  bool bare() const;
  std::string lfs_folder() const;  // where git-lfs keeps its objects

  // Full id of the commit that `revision` names. Errors: source_empty_repository, source_unknown_revision,
  // source_damaged_object.
  std::expected<std::string, Finding> resolve(const std::string& revision) const;

  // All entries below the folder in a commit, in byte order of their paths; one thread at a time.
  std::expected<std::vector<GitEntry>, Finding> list(const std::string& commit) const;
  std::expected<std::string, Finding> read_blob(const std::string& id, const std::string& path) const;

  // nullopt: the commit is not in this repository (behind the end of a shallow clone). One thread at a time.
  std::optional<GitCommit> commit(const std::string& id) const;
  // Calls `changed` with each file in which two trees of commits differ; an empty id is the empty tree. False
  // when an object is missing. One thread at a time.
  bool compare(const std::string& old_tree, const std::string& new_tree,
               const std::function<void(const std::string& path)>& changed) const;

  // Calls `visit` with every object, loose or packed, those too that nothing leads to any longer. False when
  // one cannot be read. One thread at a time.
  bool for_each_object(const std::function<void(const GitObject&)>& visit) const;

  // Of the work tree: the files in the index, sorted, and whether .gitignore names a path (a folder ends in
  // '/'). One thread at a time.
  std::vector<std::string> tracked() const;
  bool ignores(const std::string& path) const;

 private:
  struct State;
  explicit GitRepository(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace mektep
