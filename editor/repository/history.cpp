#include "editor/repository/history.h"

#include "editor/repository/compare.h"

namespace mektep::editor {
namespace {

GitResult<std::set<std::string>> differing(const Git& git, const CommitObject& commit,
                                           const std::string& parent) {
  std::string tree;
  if (!parent.empty()) {
    const auto object = git.read_commit(parent);
    // The end of a shallow clone: everything in the commit counts as new.
    if (object) tree = object->tree;
  }
  std::set<std::string> paths;
  const auto compared =
      compare_trees(git, tree, commit.tree,
                    [&](const std::string& path, const TreeFile*, const TreeFile*) { paths.insert(path); });
  if (!compared) return std::unexpected(compared.error());
  return paths;
}

// The commits from `head` back to `known`, the newest first, when they are few and in one line: what saves
// add. Empty: they are not. A walk that leaves out what is known goes through all of that first.
std::vector<std::string> added_in_line(const Git& git, const std::string& head, const std::string& known) {
  constexpr std::size_t few = 64;
  std::vector<std::string> fresh;
  for (std::string id = head; !known.empty() && fresh.size() < few;) {
    auto commit = git.read_commit(id);
    if (!commit || commit->parents.size() != 1) break;
    fresh.push_back(std::move(id));
    id = std::move(commit->parents[0]);
    if (id == known) return fresh;
  }
  return {};
}

}  // namespace

GitResult<std::vector<std::string>> paths_of(const Git& git, const CommitObject& commit) {
  auto paths = differing(git, commit, commit.parents.empty() ? std::string() : commit.parents[0]);
  if (!paths) return std::unexpected(paths.error());
  return std::vector<std::string>(paths->begin(), paths->end());
}

History::Changes& History::changes_of(const std::string& path) {
  const auto [at, fresh] = by_path_.try_emplace(path);
  if (fresh) {
    at->second.number = static_cast<std::uint32_t>(numbered_.size());
    numbered_.push_back(&*at);
  }
  return at->second;
}

void History::note(const std::string& id, const std::vector<HistoryFile::Change>& changes) {
  const auto position = static_cast<std::uint32_t>(commits_.size());
  commits_.push_back(id);
  positions_.emplace(id, position);
  std::vector<std::uint32_t>& own = paths_.emplace_back();
  for (const HistoryFile::Change& change : changes) {
    own.push_back(change.path);
    if (change.counts) numbered_[change.path]->second.positions.push_back(position);
  }
}

void History::load() {
  loaded_ = true;
  file_.read({.path = [this](const std::string& path) { changes_of(path); },
              .commit = [this](const std::string& id, const auto& changes) { note(id, changes); }});
  if (!commits_.empty()) head_ = commits_.back();
}

GitResult<void> History::add(const Git& git, const std::string& id) {
  const auto commit = git.read_commit(id);
  if (!commit) return std::unexpected(commit.error());
  const auto paths = differing(git, *commit, commit->parents.empty() ? std::string() : commit->parents[0]);
  if (!paths) return std::unexpected(paths.error());
  std::set<std::string> counting = *paths;
  for (std::size_t i = 1; i < commit->parents.size() && !counting.empty(); ++i) {
    const auto others = differing(git, *commit, commit->parents[i]);
    if (!others) return std::unexpected(others.error());
    std::erase_if(counting, [&](const std::string& path) { return !others->contains(path); });
  }
  std::vector<HistoryFile::Change> changes;
  for (const std::string& path : *paths) {
    const std::size_t before = numbered_.size();
    changes.push_back({changes_of(path).number, counting.contains(path)});
    if (numbered_.size() != before) file_.add_path(path);
  }
  note(id, changes);
  file_.add_commit(id, changes);
  return {};
}

void History::forget() {
  file_.clear();
  commits_.clear();
  positions_.clear();
  numbered_.clear();
  by_path_.clear();
  paths_.clear();
  head_.clear();
}

GitResult<void> History::follow(const Git& git, const std::string& head) {
  if (!loaded_) load();
  if (head == head_) return {};
  std::vector<std::string> fresh = added_in_line(git, head, head_);
  if (fresh.empty()) {
    auto walked = git.walk(head, head_, [&](const std::string& id) {
      fresh.push_back(id);
      return !stopped_;
    });
    if (stopped_) return std::unexpected(RepositoryError{Fault::locked, "stopping", {}});
    if (!walked && head_.empty()) return walked;
    // Only a head that leads back to the known one lets the list grow at its end.
    const bool joined = head_.empty() || (walked && std::ranges::any_of(fresh, [&](const std::string& id) {
                                            const auto commit = git.read_commit(id);
                                            return commit && std::ranges::find(commit->parents, head_) !=
                                                                 commit->parents.end();
                                          }));
    if (!joined) {
      forget();
      return follow(git, head);
    }
  }
  constexpr std::size_t between_flushes = 1000;
  std::size_t done = 0;
  for (auto id = fresh.rbegin(); id != fresh.rend(); ++id) {
    if (positions_.contains(*id)) continue;  // the last time it was stopped half-way
    auto added = stopped_ ? std::unexpected(RepositoryError{Fault::locked, "stopping", {}}) : add(git, *id);
    if (!added || ++done % between_flushes == 0) file_.flush();
    if (!added) return added;
  }
  file_.flush();
  head_ = head;
  return {};
}

GitResult<std::vector<std::string>> History::changes(const Git& git, const std::string& head,
                                                     const std::string& path, std::size_t limit,
                                                     const std::string& before) {
  const std::scoped_lock lock(mutex_);
  if (auto followed = follow(git, head); !followed) return std::unexpected(followed.error());
  std::size_t end = commits_.size();
  if (!before.empty()) {
    const auto position = positions_.find(before);
    if (position == positions_.end())
      return std::unexpected(RepositoryError{Fault::no_such_revision, before, {}});
    end = position->second;
  }
  std::vector<std::string> ids;
  if (path.empty()) {
    for (std::size_t i = end; i-- > 0 && ids.size() < limit;) ids.push_back(commits_[i]);
    return ids;
  }
  std::set<std::uint32_t> positions;
  const auto collect = [&](const std::vector<std::uint32_t>& all) {
    positions.insert(all.begin(), std::ranges::lower_bound(all, end));
  };
  if (const auto file = by_path_.find(path); file != by_path_.end()) collect(file->second.positions);
  const std::string folder = path + "/";
  for (auto at = by_path_.lower_bound(folder); at != by_path_.end() && at->first.starts_with(folder); ++at) {
    collect(at->second.positions);
  }
  for (auto at = positions.rbegin(); at != positions.rend() && ids.size() < limit; ++at)
    ids.push_back(commits_[*at]);
  return ids;
}

std::optional<std::vector<std::string>> History::paths(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  const auto position = positions_.find(id);
  if (position == positions_.end()) return std::nullopt;
  std::vector<std::string> paths;
  for (const std::uint32_t number : paths_[position->second]) paths.push_back(numbered_[number]->first);
  return paths;
}

}  // namespace mektep::editor
