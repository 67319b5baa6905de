// The reading half of Repository: snapshots, files, history.
#include "editor/repository/edits.h"
#include "editor/repository/repository_impl.h"

namespace mektep::editor {

GitResult<std::string> Repository::Impl::head(const Git& git) {
  auto id = git.reference(branch);
  if (!id) return std::unexpected(std::move(id.error()));
  if (*id) {
    born = true;
    return **id;
  }
  if (born) return refuse(Fault::damaged, branch + " is gone");
  return std::string();
}

GitResult<std::string> Repository::Impl::tree_of(const Git& git, const std::string& commit) const {
  if (commit.empty()) return std::string();
  auto object = git.read_commit(commit);
  if (!object) return std::unexpected(std::move(object.error()));
  return object->tree;
}

GitResult<std::string> Repository::Impl::resolve(const Git& git, const std::string& revision) {
  if (revision.empty()) {
    auto id = head(git);
    if (id && id->empty()) return refuse(Fault::no_such_revision, "no commit yet");
    return id;
  }
  if (!is_id(revision) || git.commit_of(revision) != revision)
    return refuse(Fault::no_such_revision, revision);
  return revision;
}

std::string Repository::head() const {
  auto git = impl_->handles->borrow();
  return git ? impl_->head(**git).value_or(std::string()) : std::string();
}

std::expected<std::shared_ptr<const Snapshot>, RepositoryError> Repository::snapshot(
    const std::string& revision) const {
  const auto resolved = [&]() -> GitResult<std::string> {
    auto git = impl_->handles->borrow();
    if (!git) return std::unexpected(git.error());
    return impl_->resolve(**git, revision);
  };
  if (revision.empty()) return impl_->snapshots.newest(resolved);
  const auto id = resolved();
  if (!id) return std::unexpected(id.error());
  return impl_->snapshots.get(*id);
}

std::expected<std::optional<std::string>, RepositoryError> Repository::read(
    const std::string& path, const std::string& revision) const {
  auto git = impl_->handles->borrow();
  if (!git) return std::unexpected(git.error());
  const auto id = impl_->resolve(**git, revision);
  if (!id) return std::unexpected(id.error());
  const auto tree = impl_->tree_of(**git, *id);
  if (!tree) return std::unexpected(tree.error());
  const auto entry = find_entry(**git, *tree, path);
  if (!entry) return std::unexpected(entry.error());
  const bool is_file = *entry && ((*entry)->mode == FileMode::file || (*entry)->mode == FileMode::executable);
  if (!is_file) return std::optional<std::string>();
  auto bytes = (*git)->read_blob((*entry)->id);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  return std::move(*bytes);
}

std::string Repository::published() const {
  auto git = impl_->handles->borrow();
  if (!git) return {};
  const auto id = (*git)->reference(impl_->published_branch);
  return id && *id ? **id : std::string();
}

namespace {

Commit told(const std::string& id, CommitObject&& object, std::vector<std::string>&& paths) {
  return Commit{.id = id,
                .parents = std::move(object.parents),
                .seconds = object.committer.seconds,
                .author = {std::move(object.author.name), std::move(object.author.email)},
                .message = std::move(object.message),
                .paths = std::move(paths)};
}

}  // namespace

std::expected<Commit, RepositoryError> Repository::find(const std::string& revision) const {
  auto git = impl_->handles->borrow();
  if (!git) return std::unexpected(git.error());
  const auto id = impl_->resolve(**git, revision);
  if (!id) return std::unexpected(id.error());
  auto object = (*git)->read_commit(*id);
  if (!object) return std::unexpected(std::move(object.error()));
  auto paths = paths_of(**git, *object);
  if (!paths) return std::unexpected(std::move(paths.error()));
  return told(*id, std::move(*object), std::move(*paths));
}

std::expected<std::vector<Commit>, RepositoryError> Repository::history(const std::string& path,
                                                                        std::size_t limit,
                                                                        const std::string& before) const {
  auto git = impl_->handles->borrow();
  if (!git) return std::unexpected(git.error());
  const auto head = impl_->head(**git);
  if (!head) return std::unexpected(head.error());
  std::vector<Commit> commits;
  if (head->empty()) return commits;
  const auto changes = impl_->history.changes(**git, *head, path, limit, before);
  if (!changes) return std::unexpected(changes.error());
  for (const std::string& id : *changes) {
    auto object = (*git)->read_commit(id);
    if (!object) return std::unexpected(std::move(object.error()));
    // Another thread may have begun the index anew in between.
    auto paths = impl_->history.paths(id);
    if (!paths) {
      auto compared = paths_of(**git, *object);
      if (!compared) return std::unexpected(std::move(compared.error()));
      paths = std::move(*compared);
    }
    commits.push_back(told(id, std::move(*object), std::move(*paths)));
  }
  return commits;
}

void Repository::stop_history() {
  impl_->history.stop();
}

std::expected<std::optional<std::string>, RepositoryError> Repository::revision_at(
    std::int64_t seconds) const {
  auto git = impl_->handles->borrow();
  if (!git) return std::unexpected(git.error());
  auto id = impl_->head(**git);
  if (!id) return std::unexpected(std::move(id.error()));
  while (!id->empty()) {
    auto commit = (*git)->read_commit(*id);
    if (!commit) return std::unexpected(std::move(commit.error()));
    if (commit->committer.seconds <= seconds) return std::optional(std::move(*id));
    *id = commit->parents.empty() ? std::string() : commit->parents[0];
  }
  return std::optional<std::string>();
}

}  // namespace mektep::editor
