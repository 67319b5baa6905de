// Which commits changed which file. Built once from the whole history, then kept up to date: asking for the
// history of an entry does not walk 20,000 commits.
#pragma once
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "editor/repository/git.h"

namespace mektep::editor {

// Every member may be called from any thread.
class History {
 public:
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
  GitResult<void> follow(const Git& git, const std::string& head);
  GitResult<void> add(const Git& git, const std::string& id);
  void forget();

  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
  std::string head_;
  std::vector<std::string> commits_;  // oldest first
  std::unordered_map<std::string, std::uint32_t> positions_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_path_;  // positions, ascending
  std::vector<std::vector<const std::string*>> paths_;                      // by position: keys of by_path_
};

// The paths in which a commit differs from its first parent (or from nothing), sorted.
GitResult<std::vector<std::string>> paths_of(const Git& git, const CommitObject& commit);

}  // namespace mektep::editor
