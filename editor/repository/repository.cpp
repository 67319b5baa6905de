#include "editor/repository/repository.h"

#include <thread>

#include "base/text.h"
#include "editor/repository/edits.h"
#include "editor/repository/repository_impl.h"
#include "source/file_name.h"

namespace mektep::editor {
namespace {

// What may stand in a signature: one line, without angle brackets, never empty.
std::string plain(std::string_view text, std::string_view instead) {
  std::string out;
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    if (c != '<' && c != '>') out += space ? ' ' : c;
  }
  out = trim(out);
  return out.empty() || find_invalid_utf8(out) ? std::string(instead) : out;
}

std::string plain_message(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)) out += c;
  }
  out = trim(out);
  return (out.empty() || find_invalid_utf8(out) ? std::string("-") : out) + "\n";
}

}  // namespace

std::int64_t Repository::Impl::now() const {
  if (options.now) return options.now();
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

Signature Repository::Impl::sign(const Author& author, std::int64_t seconds) const {
  return {plain(author.name, "?"), plain(author.email, "-"), seconds, options.offset_minutes};
}

// Lets a reference point to an object that is known to be readable. False: somebody else moved it.
GitResult<bool> Repository::Impl::move(const std::string& name, const std::string& id,
                                       const std::string& expected) {
  constexpr auto pause = std::chrono::milliseconds(20);
  const auto patience = std::chrono::milliseconds(options.patience);
  bool cleared = false;
  for (auto waited = std::chrono::milliseconds(0);; waited += pause) {
    const auto moved = writer->move_reference(name, id, expected);
    if (!moved) {
      // It may have moved all the same, when only the last step failed.
      const auto now_there = writer->reference(name);
      if (now_there && *now_there == id && sync_file(folder + "/" + name)) return true;
      return std::unexpected(moved.error());
    }
    if (*moved == RefMove::moved) break;
    if (*moved == RefMove::changed) return false;
    if (waited > 2 * patience) {
      if (cleared) return refuse(Fault::locked, name);
      // Left behind by a `git push` that was killed? One that is alive touches it, or is done soon.
      if (auto done = clear_leftovers(folder, options.patience); !done) return std::unexpected(done.error());
      cleared = true;
      waited = patience;
    }
    std::this_thread::sleep_for(pause);
  }
  const auto there = writer->reference(name);
  if (!there || *there != id) return refuse(Fault::io, name + " does not hold what was written");
  return true;
}

// The head already holds what was asked for: makes sure that it lasts.
GitResult<std::string> Repository::Impl::settled(const std::string& id) {
  if (!sync_file(folder + "/" + branch)) return refuse(Fault::io, branch);
  return id;
}

// One try on the head of this moment; nullopt when the head moved meanwhile.
GitResult<std::optional<std::string>> Repository::Impl::attempt(const CommitRequest& request) {
  const auto head_id = head(*writer);
  if (!head_id) return std::unexpected(head_id.error());
  const auto head_tree = tree_of(*writer, *head_id);
  if (!head_tree) return std::unexpected(head_tree.error());

  auto written = write_edits(*writer, *head_tree, request.edits);
  if (!written) return std::unexpected(std::move(written.error()));
  if (written->id == *head_tree && !head_id->empty()) return settled(*head_id);
  if (!request.base.empty() && request.base != *head_id) {
    const auto base_tree = tree_of(*writer, request.base);
    if (!base_tree) return refuse(Fault::no_such_revision, request.base);
    auto others = changed_paths(*writer, request.edits, *base_tree, *head_tree);
    if (!others) return std::unexpected(std::move(others.error()));
    // What somebody else changed to the very same bytes is no conflict.
    const auto mine = changed_paths(*writer, request.edits, *head_tree, written->id);
    if (!mine) return std::unexpected(mine.error());
    std::erase_if(*others,
                  [&](const std::string& path) { return std::ranges::find(*mine, path) == mine->end(); });
    if (!others->empty()) return refuse(Fault::changed_meanwhile, *head_id, std::move(*others));
  }
  if (written->id.empty()) return refuse(Fault::bad_path, "nothing would be left");

  CommitObject commit{.tree = written->id,
                      .parents = {},
                      .author = sign(request.author, now()),
                      .committer = {},
                      .message = plain_message(request.message)};
  commit.committer = commit.author;
  if (!head_id->empty()) {
    commit.parents = {*head_id};
    // The head of a moment is found by these times, so a clock that was set back does not turn them round. A
    // parent far in the future is somebody's mistake and is not followed.
    constexpr std::int64_t day = 24L * 60 * 60;
    const auto parent = writer->read_commit(*head_id);
    if (parent && parent->committer.seconds < commit.committer.seconds + day)
      commit.committer.seconds = std::max(commit.committer.seconds, parent->committer.seconds);
  }
  auto id = writer->write_commit(commit);
  if (!id) return std::unexpected(std::move(id.error()));
  written->objects.push_back(*id);
  if (auto readable = writer->verify(written->objects); !readable) return std::unexpected(readable.error());
  const auto moved = move(branch, *id, *head_id);
  if (!moved) return std::unexpected(moved.error());
  if (!*moved) return std::optional<std::string>();
  return std::optional(std::move(*id));
}

// Before objects are written: room on the disk, and nothing pending from an attempt that failed.
GitResult<void> Repository::Impl::prepare(std::span<const Edit> edits) {
  std::uint64_t needed = options.reserve_bytes;
  for (const Edit& edit : edits) needed += edit.bytes ? edit.bytes->size() : 0;
  if (free_bytes(folder) < needed) return refuse(Fault::disk_full, "below the reserve");
  if (distrust && !sync_names(folder)) return refuse(Fault::io, "fsync");
  // Until it is known that all went well: what libgit2 finds in place it does not write again.
  distrust = true;
  return {};
}

Repository::Repository(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Repository::~Repository() = default;

std::expected<std::unique_ptr<Repository>, RepositoryError> Repository::open(const std::string& folder,
                                                                             RepositoryOptions options) {
  auto git = Git::open(folder);
  if (!git) return std::unexpected(std::move(git.error()));
  auto lock = ProcessLock::take(folder);
  if (!lock) return std::unexpected(std::move(lock.error()));
  if (auto cleared = clear_leftovers(folder, options.patience); !cleared)
    return std::unexpected(std::move(cleared.error()));
  if (auto made = make_object_folders(folder); !made) return std::unexpected(std::move(made.error()));
  auto impl = std::make_unique<Impl>(folder, std::move(options), std::move(*lock), std::move(*git));
  const auto head = impl->head(*impl->writer);
  if (!head) return std::unexpected(head.error());
  if (const auto tree = impl->tree_of(*impl->writer, *head); !tree) return std::unexpected(tree.error());
  return std::unique_ptr<Repository>(new Repository(std::move(impl)));
}

const std::string& Repository::folder() const {
  return impl_->folder;
}

std::string Repository::lfs_folder() const {
  return impl_->folder + "/lfs/objects";
}

std::expected<std::string, RepositoryError> Repository::commit(const CommitRequest& request) {
  if (auto checked = check_edits(request.edits); !checked) return std::unexpected(std::move(checked.error()));
  if (!request.base.empty() && !is_id(request.base)) return refuse(Fault::no_such_revision, request.base);
  const auto turn = impl_->queue.wait();
  if (auto prepared = impl_->prepare(request.edits); !prepared)
    return std::unexpected(std::move(prepared.error()));
  constexpr int most_attempts = 20;  // a push a moment cannot keep a person waiting for ever
  for (int i = 0; i < most_attempts; ++i) {
    auto id = impl_->attempt(request);
    if (!id) return std::unexpected(std::move(id.error()));
    if (!*id) continue;
    impl_->distrust = false;
    impl_->born = true;
    return std::move(**id);
  }
  return refuse(Fault::locked, impl_->branch);
}

std::expected<std::string, RepositoryError> Repository::stage(const PublicationRequest& request) {
  if (!request.edits.empty()) {
    if (auto checked = check_edits(request.edits); !checked)
      return std::unexpected(std::move(checked.error()));
  }
  const auto turn = impl_->queue.wait();
  Git& git = *impl_->writer;
  const auto revision = impl_->resolve(git, request.revision);
  if (!revision) return std::unexpected(revision.error());
  const auto last = git.reference(impl_->published_branch);
  if (!last) return std::unexpected(last.error());
  if (auto prepared = impl_->prepare(request.edits); !prepared)
    return std::unexpected(std::move(prepared.error()));
  const auto tree = impl_->tree_of(git, *revision);
  if (!tree) return std::unexpected(tree.error());
  auto written = request.edits.empty() ? WrittenTree{.id = *tree, .objects = {}}
                                       : write_edits(git, *tree, request.edits);
  if (!written) return std::unexpected(std::move(written.error()));
  if (written->id.empty()) return refuse(Fault::bad_path, "nothing would be left");
  CommitObject commit{.tree = written->id,
                      .parents = {*revision},
                      .author = impl_->sign(request.author, impl_->now()),
                      .committer = {},
                      .message = plain_message(request.message)};
  if (*last) commit.parents.push_back(**last);
  commit.committer = commit.author;
  auto id = git.write_commit(commit);
  if (!id) return id;
  written->objects.push_back(*id);
  if (auto readable = git.verify(written->objects); !readable) return std::unexpected(readable.error());
  impl_->distrust = false;
  return id;
}

std::expected<void, RepositoryError> Repository::publish(const std::string& staged) {
  const auto turn = impl_->queue.wait();
  Git& git = *impl_->writer;
  if (!is_id(staged)) return refuse(Fault::no_such_revision, staged);
  const auto commit = git.read_commit(staged);
  if (!commit) return std::unexpected(commit.error());
  const auto last = git.reference(impl_->published_branch);
  if (!last) return std::unexpected(last.error());
  if (*last == staged) return {};
  if (*last && std::ranges::find(commit->parents, **last) == commit->parents.end())
    return refuse(Fault::changed_meanwhile, **last);
  const auto moved = impl_->move(impl_->published_branch, staged, last->value_or(""));
  if (!moved) return std::unexpected(moved.error());
  if (!*moved) return refuse(Fault::changed_meanwhile, impl_->published_branch);
  return {};
}

std::expected<void, RepositoryError> Repository::tag(const std::string& name, const std::string& revision,
                                                     const Author& author, const std::string& message) {
  if (check_path(name)) return refuse(Fault::bad_path, name, {name});
  const auto turn = impl_->queue.wait();
  const auto target = impl_->resolve(*impl_->writer, revision);
  if (!target) return std::unexpected(target.error());
  const auto id =
      impl_->writer->write_tag(name, *target, impl_->sign(author, impl_->now()), plain_message(message));
  if (!id) return std::unexpected(id.error());
  if (auto readable = impl_->writer->verify(std::array{*id}); !readable)
    return std::unexpected(readable.error());
  const auto moved = impl_->move("refs/tags/" + name, *id, "");
  if (!moved) return std::unexpected(moved.error());
  if (!*moved) return refuse(Fault::changed_meanwhile, name, {name});
  return {};
}

}  // namespace mektep::editor
