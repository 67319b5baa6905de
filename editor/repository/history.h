// Which commits changed which file. Built once from the whole history, then kept up to date, also from one
// start to the next: asking for the history of an entry does not walk 20,000 commits.
#pragma once
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "editor/repository/git.h"
#include "editor/repository/history_file.h"

namespace mektep::editor {

// Every member may be called from any thread.
class History {
 public:
  // Kept in `file` (empty = not kept).
  explicit History(std::string file = {}) : file_(std::move(file)) {}

  // Ids of commits reachable from `head` that changed a file at or below `path` (empty = any file), newest
  // first, at most `limit`, older than `before` (empty = from the head). A merge counts when it differs from
  // all its parents there.
  GitResult<std::vector<std::string>> changes(const Git& git, const std::string& head,
                                              const std::string& path, std::size_t limit,
                                              const std::string& before);
  // paths_of a commit that changes() has told, without comparing its trees again.
  std::optional<std::vector<std::string>> paths(const std::string& id);
  // From now on the history of what is not indexed yet fails: nobody waits for it any longer.
  void stop() { stopped_ = true; }

 private:
  struct Changes {
    std::uint32_t number = 0;              // of the path, in the order in which they came
    std::vector<std::uint32_t> positions;  // of commits, ascending
  };
  void load();
  GitResult<void> follow(const Git& git, const std::string& head);
  GitResult<void> add(const Git& git, const std::string& id);
  Changes& changes_of(const std::string& path);
  void note(const std::string& id, const std::vector<HistoryFile::Change>& changes);
  void forget();

  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  HistoryFile file_;
  bool loaded_ = false;
  std::string head_;
  std::vector<std::string> commits_;  // oldest first
  std::unordered_map<std::string, std::uint32_t> positions_;
  std::map<std::string, Changes, std::less<>> by_path_;
  std::vector<decltype(by_path_)::value_type*> numbered_;  // by number
  std::vector<std::vector<std::uint32_t>> paths_;          // numbers, by position
};

// The paths in which a commit differs from its first parent (or from nothing), sorted.
GitResult<std::vector<std::string>> paths_of(const Git& git, const CommitObject& commit);

}  // namespace mektep::editor
