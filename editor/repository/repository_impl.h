// What the parts of Repository share: reading (repository_reading.cpp) and writing (repository.cpp). Internal
// to this module.
#pragma once
#include <atomic>
#include <span>

#include "editor/repository/handles.h"
#include "editor/repository/history.h"
#include "editor/repository/repository.h"
#include "editor/repository/start.h"
#include "editor/repository/tree_snapshot.h"
#include "editor/repository/turnstile.h"

namespace mektep::editor {

inline std::unexpected<RepositoryError> refuse(Fault fault, std::string detail,
                                               std::vector<std::string> paths = {}) {
  return std::unexpected(RepositoryError{fault, std::move(detail), std::move(paths)});
}

// Of a commit: 40 hexadecimal digits.
inline bool is_id(std::string_view text) {
  return text.size() == 40 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

struct Repository::Impl {
  Impl(std::string path, RepositoryOptions chosen, ProcessLock process, std::unique_ptr<Git> git)
      : folder(std::move(path)),
        options(std::move(chosen)),
        lock(std::move(process)),
        branch("refs/heads/" + options.branch),
        published_branch("refs/heads/" + options.published_branch),
        handles(std::make_shared<Handles>(folder)),
        writer(std::move(git)),
        snapshots(handles, folder + "/lfs/objects"),
        history(folder + "/mektep-history") {}

  std::string folder;
  RepositoryOptions options;
  ProcessLock lock;
  std::string branch;
  std::string published_branch;
  std::shared_ptr<Handles> handles;
  std::unique_ptr<Git> writer;  // of whoever has the turn
  Turnstile queue;
  bool distrust = true;  // what an earlier process or attempt wrote may not be on the disk; of the turn
  std::atomic<bool> born = false;  // there has been a commit: from now on a missing branch is damage
  TreeSnapshots snapshots;
  History history;

  std::int64_t now() const;
  Signature sign(const Author& author, std::int64_t seconds) const;

  // Empty while there is no commit.
  GitResult<std::string> head(const Git& git);
  // Of a commit; empty for none.
  GitResult<std::string> tree_of(const Git& git, const std::string& commit) const;
  // The revision meant by a caller, who may have an old bookmark.
  GitResult<std::string> resolve(const Git& git, const std::string& revision);

  GitResult<std::optional<std::string>> attempt(const CommitRequest& request);
  GitResult<bool> move(const std::string& name, const std::string& id, const std::string& expected);
  GitResult<void> prepare(std::span<const Edit> edits);
  GitResult<std::string> settled(const std::string& id);
};

}  // namespace mektep::editor
