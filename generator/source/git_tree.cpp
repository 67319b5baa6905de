// The snapshot of one commit of a repository.
#include "source/git_repository.h"
#include "source/lfs.h"
#include "source/rules.h"
#include "source/snapshot.h"

namespace mektep {
namespace {

class GitTree final : public Snapshot {
 public:
  GitTree(std::unique_ptr<GitRepository> git, std::vector<GitEntry> entries, std::string revision)
      : git_(std::move(git)), lfs_folder_(git_->lfs_folder()) {
    std::vector<SourceFile> files;
    files.reserve(entries.size());
    Findings findings;
    for (GitEntry& entry : entries) {
      if (entry.kind == GitEntry::Kind::file) {
        files.push_back({std::move(entry.path), entry.size, std::move(entry.id), 0});
      } else {
        const bool link = entry.kind == GitEntry::Kind::symlink;
        findings.emplace_back(link ? rules::source_symlink : rules::source_submodule,
                              Place{excerpt(entry.path, 400), {}});
      }
    }
    adopt(std::move(files), std::move(findings), std::move(revision));
  }

  std::expected<std::string, SourceError> read(const SourceFile& file) const override {
    return git_->read_blob(file.blob, file.path);
  }

  std::optional<std::string> lfs_object(std::string_view oid) const override {
    return lfs_path(lfs_folder_, oid);
  }

 private:
  std::unique_ptr<GitRepository> git_;
  std::string lfs_folder_;
};

}  // namespace

std::expected<std::unique_ptr<Snapshot>, SourceError> open_git_tree(const std::string& folder,
                                                                    const std::string& revision) {
  auto git = GitRepository::open(folder);
  if (!git) return std::unexpected(std::move(git.error()));
  auto commit = (*git)->resolve(revision);
  if (!commit) return std::unexpected(std::move(commit.error()));
  auto entries = (*git)->list(*commit);
  if (!entries) return std::unexpected(std::move(entries.error()));
  return std::make_unique<GitTree>(std::move(*git), std::move(*entries), std::move(*commit));
}

}  // namespace mektep
