// The content repository: a bare git repository with one writer. Whoever changes content goes through here;
// nobody else writes to git. A commit that was acknowledged is on the disk (fsynced) and readable.
#pragma once
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "editor/repository/error.h"
#include "source/snapshot.h"

namespace mektep::editor {

// Who wrote, taken from the session and never from a form. Line ends and angle brackets are left out.
struct Author {
  std::string name, email;
};

struct Edit {
  std::string path;                  // as in a snapshot: "news/2026/x/index.ky.md"
  std::optional<std::string> bytes;  // nullopt removes the file
};

struct CommitRequest {
  std::string base;         // the revision that the author looked at; empty = whatever is the head now
  std::vector<Edit> edits;  // of several files: all of them or none
  Author author;
  std::string message;  // the first line is what the history shows
};

// What a publication shows: the files of a revision, some of them as they were when somebody approved them.
struct PublicationRequest {
  std::string revision;     // of the content
  std::vector<Edit> edits;  // what is published otherwise than it stands there
  Author author;
  std::string message;
};

struct Commit {
  std::string id;  // 40 hexadecimal digits
  std::vector<std::string> parents;
  std::int64_t seconds = 0;  // Unix time
  Author author;
  std::string message;
  std::vector<std::string> paths;  // that differ from the first parent, sorted
};

struct RepositoryOptions {
  std::string branch = "main";
  std::string published_branch = "published";
  std::uint64_t reserve_bytes = 200ull << 20;  // of the disk: no commit when less is free
  std::function<std::int64_t()> now;           // Unix time; the clock of the machine when empty
  int offset_minutes = 360;                    // of the school east of UTC: Asia/Bishkek
  int patience = 1000;  // milliseconds for which a lock that nobody touches counts as alive
};

// Every member may be called from any thread; commits queue up behind each other.
class Repository {
 public:
  // Takes the lock of the repository for this process, clears what a killed process left (stale locks,
  // temporary objects) and looks whether the head can be read.
  static std::expected<std::unique_ptr<Repository>, RepositoryError> open(const std::string& folder,
                                                                          RepositoryOptions options = {});
  ~Repository();
  Repository(const Repository&) = delete;
  Repository& operator=(const Repository&) = delete;

  const std::string& folder() const;
  std::string lfs_folder() const;  // of objects: "lfs/objects" below the folder
  // The id of the newest commit; follows a `git push` from outside. Empty while there is no commit, and when
  // the branch cannot be read: snapshot() tells why.
  std::string head() const;
  // The tree of a commit; of the head when empty. Snapshots are kept for a while: asking twice costs nothing.
  std::expected<std::shared_ptr<const Snapshot>, RepositoryError> snapshot(
      const std::string& revision = {}) const;
  // nullopt: there is no such file in that revision.
  std::expected<std::optional<std::string>, RepositoryError> read(const std::string& path,
                                                                  const std::string& revision = {}) const;

  // Writes one commit on the head and returns its id. When a file of the request has changed since `base`,
  // nothing is written and the error is Fault::changed_meanwhile with these paths: merging is the caller's
  // (drafts/merge.h).
  std::expected<std::string, RepositoryError> commit(const CommitRequest& request);

  // Writes the commit of a publication, behind its revision and the last publication, and returns its id. The
  // branch of publications does not move yet: the site is built from this commit first.
  std::expected<std::string, RepositoryError> stage(const PublicationRequest& request);
  // Lets the branch of publications point to a staged commit: `mektep build --at published` makes the site
  // that is shown. Fault::changed_meanwhile when another publication came in between.
  std::expected<void, RepositoryError> publish(const std::string& staged);
  // The newest commit on the branch of publications; empty while there is none.
  std::string published() const;

  // Newest first: commits that changed a file at or below `path` (empty = any), at most `limit`, older than
  // the commit `before` (empty = from the head).
  std::expected<std::vector<Commit>, RepositoryError> history(const std::string& path, std::size_t limit,
                                                              const std::string& before = {}) const;
  // The server stops: an index of the history that is being made is not waited for, and asking for it fails.
  void stop_history();
  std::expected<Commit, RepositoryError> find(const std::string& revision) const;
  // The commit that was the head at that moment (Unix time); nullopt: the repository is younger.
  std::expected<std::optional<std::string>, RepositoryError> revision_at(std::int64_t seconds) const;

  // An annotated tag such as "publication/2026-09-01T08-00-00Z".
  std::expected<void, RepositoryError> tag(const std::string& name, const std::string& revision,
                                           const Author& author, const std::string& message);

 private:
  struct Impl;
  explicit Repository(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace mektep::editor
