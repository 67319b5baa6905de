#include "source/history.h"

#include <queue>
#include <unordered_set>

#include "source/git_repository.h"

namespace mektep {
namespace {

using Paths = std::unordered_set<std::string>;

// Sends the paths that are still wanted from each commit to its parents, newest commit first. A path stays
// with a commit that differs from all its parents in it; else it goes on to the first parent with the same
// content.
class Search {
 public:
  Search(const GitRepository& git, std::map<std::string, Change>& found) : git_(git), found_(found) {}

  void start(const std::string& id, Paths wanted) {
    if (auto commit = git_.commit(id)) enqueue(id, std::move(*commit), std::move(wanted));
  }

  void run() {
    while (!queue_.empty()) {
      const std::string id = queue_.top().second;
      queue_.pop();
      auto waiting = waiting_.extract(id);
      if (!waiting.empty()) visit(id, waiting.mapped().commit, std::move(waiting.mapped().wanted));
    }
  }

 private:
  struct Waiting {
    GitCommit commit;
    Paths wanted;
  };

  void enqueue(const std::string& id, GitCommit&& commit, Paths&& wanted) {
    if (wanted.empty()) return;
    const auto [at, fresh] = waiting_.try_emplace(id);
    if (fresh) {
      queue_.emplace(commit.committed, id);
      at->second = {std::move(commit), std::move(wanted)};
    } else {
      at->second.wanted.merge(wanted);
    }
  }

  void settle(const std::string& id, const GitCommit& commit, const Paths& paths, bool at_least) {
    for (const std::string& path : paths) {
      found_.try_emplace(
          path, Change{commit.seconds, static_cast<std::int16_t>(commit.offset_minutes), id, at_least});
    }
  }

  void visit(const std::string& id, const GitCommit& commit, Paths wanted) {
    bool at_least = false;
    for (const std::string& parent_id : commit.parents) {
      if (wanted.empty()) return;
      auto parent = git_.commit(parent_id);
      Paths differing;
      const bool compared = parent && git_.compare(parent->tree, commit.tree, [&](const std::string& path) {
        if (auto node = wanted.extract(path)) differing.insert(std::move(node));
      });
      if (compared) {
        enqueue(parent_id, std::move(*parent), std::move(wanted));
        wanted = std::move(differing);
      } else {
        // The end of a shallow clone: what is behind it is unknown.
        wanted.merge(differing);
        at_least = true;
      }
    }
    settle(id, commit, wanted, at_least);
  }

  const GitRepository& git_;
  std::map<std::string, Change>& found_;
  std::map<std::string, Waiting> waiting_;
  std::priority_queue<std::pair<std::int64_t, std::string>> queue_;
};

}  // namespace

std::map<std::string, Change> last_changes(const std::string& folder, const std::string& revision,
                                           const std::set<std::string>& paths) {
  std::map<std::string, Change> found;
  const auto git = GitRepository::open(folder);
  if (!git) return found;
  const auto head = (*git)->resolve(revision);
  if (!head) return found;
  const auto commit = (*git)->commit(*head);
  if (!commit) return found;
  // Only what the revision holds: a deleted file has no last change.
  Paths wanted;
  (*git)->compare({}, commit->tree, [&](const std::string& path) {
    if (paths.contains(path)) wanted.insert(path);
  });
  Search search(**git, found);
  search.start(*head, std::move(wanted));
  search.run();
  return found;
}

}  // namespace mektep
