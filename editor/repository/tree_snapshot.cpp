#include "editor/repository/tree_snapshot.h"

#include "editor/repository/compare.h"
#include "source/lfs.h"
#include "source/rules.h"

namespace mektep::editor {
namespace {

class TreeSnapshot final : public Snapshot {
 public:
  TreeSnapshot(std::shared_ptr<Handles> handles, std::string lfs_folder, std::vector<SourceFile> files,
               Findings findings, std::string revision)
      : handles_(std::move(handles)), lfs_folder_(std::move(lfs_folder)) {
    adopt(std::move(files), std::move(findings), std::move(revision));
  }

  std::expected<std::string, SourceError> read(const SourceFile& file) const override {
    auto git = handles_->borrow();
    auto bytes = git ? (*git)->read_blob(file.blob) : GitResult<std::string>(std::unexpected(git.error()));
    if (bytes) return std::move(*bytes);
    return std::unexpected(Finding(rules::source_damaged_object, {file.path, {}}, {}, {},
                                   {{"object", file.blob}, {"reason", bytes.error().detail}}));
  }

  std::optional<std::string> lfs_object(std::string_view oid) const override {
    return lfs_path(lfs_folder_, oid);
  }

 private:
  std::shared_ptr<Handles> handles_;
  std::string lfs_folder_;
};

// The files that a snapshot had, with what has changed since.
class FileList {
 public:
  FileList(const Git& git, const Snapshot* near) : git_(git) {
    if (near) files_.assign(near->files().begin(), near->files().end());
  }

  void change(const std::string& path, const TreeFile* before, const TreeFile* after) {
    if (before) removed_.insert(path);
    if (!after) return;
    if (after->kind != TreeFile::Kind::file) {
      const bool link = after->kind == TreeFile::Kind::symlink;
      findings.emplace_back(link ? rules::source_symlink : rules::source_submodule,
                            Place{excerpt(path, 400), {}});
    } else {
      added_.push_back({path, git_.size(after->id).value_or(0), after->id, 0});
    }
  }

  std::vector<SourceFile> take() {
    std::erase_if(files_, [&](const SourceFile& file) { return removed_.contains(file.path); });
    const auto middle = static_cast<std::ptrdiff_t>(files_.size());
    std::ranges::sort(added_, {}, &SourceFile::path);
    std::ranges::move(added_, std::back_inserter(files_));
    std::ranges::inplace_merge(files_, files_.begin() + middle, {}, &SourceFile::path);
    return std::move(files_);
  }

  Findings findings;

 private:
  const Git& git_;
  std::vector<SourceFile> files_;
  std::vector<SourceFile> added_;
  std::set<std::string, std::less<>> removed_;
};

}  // namespace

TreeSnapshots::TreeSnapshots(std::shared_ptr<Handles> handles, std::string lfs_folder)
    : handles_(std::move(handles)), lfs_folder_(std::move(lfs_folder)) {}

std::shared_ptr<const Snapshot> TreeSnapshots::find(const std::string& revision) {
  const std::scoped_lock lock(mutex_);
  const auto found =
      std::ranges::find_if(kept_, [&](const auto& each) { return each->revision() == revision; });
  if (found == kept_.end()) return nullptr;
  std::rotate(found, found + 1, kept_.end());
  return kept_.back();
}

GitResult<std::shared_ptr<const Snapshot>> TreeSnapshots::get(const std::string& revision) {
  if (auto known = find(revision)) return known;
  const std::scoped_lock turn(making_);
  if (auto known = find(revision)) return known;
  return make_and_keep(revision);
}

GitResult<std::shared_ptr<const Snapshot>> TreeSnapshots::newest(
    const std::function<GitResult<std::string>()>& head) {
  auto revision = head();
  if (!revision) return std::unexpected(std::move(revision.error()));
  if (auto known = find(*revision)) return known;
  const std::scoped_lock turn(making_);
  revision = head();
  if (!revision) return std::unexpected(std::move(revision.error()));
  if (auto known = find(*revision)) return known;
  return make_and_keep(*revision);
}

GitResult<std::shared_ptr<const Snapshot>> TreeSnapshots::make_and_keep(const std::string& revision) {
  constexpr std::size_t most_kept = 4;
  std::shared_ptr<const Snapshot> near;
  {
    const std::scoped_lock lock(mutex_);
    if (!kept_.empty()) near = kept_.back();
  }
  // What a finding of the old snapshot is about may be all right in the new one: then all is listed anew.
  const bool usable = near && near->findings().empty();
  auto made = make(revision, usable ? near.get() : nullptr);
  if (!made) return made;
  const std::scoped_lock lock(mutex_);
  kept_.push_back(*made);
  if (kept_.size() > most_kept) kept_.erase(kept_.begin());
  return made;
}

GitResult<std::shared_ptr<const Snapshot>> TreeSnapshots::make(const std::string& revision,
                                                               const Snapshot* near) const {
  auto git = handles_->borrow();
  if (!git) return std::unexpected(git.error());
  const auto commit = (*git)->read_commit(revision);
  if (!commit) return std::unexpected(commit.error());
  std::string old_tree;
  if (near) {
    const auto old = (*git)->read_commit(near->revision());
    if (!old) return std::unexpected(old.error());
    old_tree = old->tree;
  }
  FileList list(**git, near);
  const auto compared = compare_trees(**git, old_tree, commit->tree,
                                      [&](const std::string& path, const TreeFile* before,
                                          const TreeFile* after) { list.change(path, before, after); });
  if (!compared) return std::unexpected(compared.error());
  auto files = list.take();
  return std::make_shared<const TreeSnapshot>(handles_, lfs_folder_, std::move(files),
                                              std::move(list.findings), revision);
}

}  // namespace mektep::editor
