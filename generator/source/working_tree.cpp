// The snapshot of a folder on disk. The walk follows no link and looks at each file once.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>

#include "base/parallel.h"
#include "base/system_error.h"
#include "source/file_name.h"
#include "source/folder_listing.h"
#include "source/git_repository.h"
#include "source/lfs.h"
#include "source/regular_file.h"
#include "source/rules.h"
#include "source/snapshot.h"

namespace mektep {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

Finding unreadable(const std::string& path, int code) {
  return {rules::source_unreadable, {path, {}}, {}, {}, {{"path", path}, {"reason", system_error(code)}}};
}

// What git would leave out. Safe in every thread.
class Ignored {
 public:
  explicit Ignored(const GitRepository* git) : git_(git) {
    if (git_) tracked_ = git_->tracked();
  }

  // As git does it: what is in the index is never ignored. Asking about each file would cost more than the
  // walk.
  bool contains(const std::string& path) const {
    if (!git_) return false;
    const auto at = std::ranges::lower_bound(tracked_, path);
    const bool known = at != tracked_.end() && (path.ends_with('/') ? at->starts_with(path) : *at == path);
    if (known) return false;
    const std::lock_guard lock(mutex_);
    return git_->ignores(path);
  }

 private:
  const GitRepository* git_;
  std::vector<std::string> tracked_;
  mutable std::mutex mutex_;
};

class Walk {
 public:
  Walk(const Ignored& ignored, unsigned jobs) : ignored_(ignored), jobs_(jobs) {}

  void folder(int parent, const char* name, std::string& path) {
    const Descriptor fd(::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    std::vector<FolderEntry> children;
    if (const int error = fd.get() < 0 ? errno : list_folder(fd.get(), children)) {
      findings.push_back(unreadable(path, error));
      return;
    }
    for (FolderEntry& child : children) {
      if (child.kind == FolderEntry::Kind::folder) child.name += '/';  // the whole walk comes out sorted
    }
    std::ranges::sort(children, {}, &FolderEntry::name);
    const bool nested_repository = !path.empty() && std::ranges::any_of(children, [](const FolderEntry& c) {
      return c.name == ".git" || c.name == ".git/";
    });
    if (nested_repository) {
      findings.emplace_back(rules::source_submodule, Place{path, {}});
      return;
    }
    if (jobs_ > 1 && children.size() >= many_children)
      visit_in_parts(fd.get(), children, path);
    else
      visit_all(fd.get(), children, path);
  }

  std::vector<SourceFile> files;
  Findings findings;

 private:
  static constexpr std::size_t many_children = 128;

  void visit_all(int fd, std::span<const FolderEntry> children, std::string& path) {
    const std::size_t stem = path.size();
    for (const FolderEntry& child : children) {
      path += child.name;
      visit(fd, child, path);
      path.resize(stem);
    }
  }

  // The same in several threads; the files come out in the same order.
  void visit_in_parts(int fd, std::span<const FolderEntry> children, const std::string& path) {
    constexpr std::size_t grain = many_children / 4;
    std::vector<Walk> parts((children.size() + grain - 1) / grain, Walk(ignored_, 1));
    parallel_for(
        parts.size(), jobs_,
        [&](std::size_t i) {
          std::string own_path = path;
          const std::size_t begin = i * grain;
          parts[i].visit_all(fd, children.subspan(begin, std::min(grain, children.size() - begin)), own_path);
        },
        1);
    for (Walk& part : parts) {
      std::ranges::move(part.files, std::back_inserter(files));
      append(findings, std::move(part.findings));
    }
  }

  void visit(int fd, const FolderEntry& child, std::string& path) {
    const bool top_git = path == ".git" || path == ".git/";
    if (top_git || ignored_.contains(path)) return;
    if (child.kind == FolderEntry::Kind::folder) {
      if (path.size() > longest_path) {
        findings.emplace_back(rules::source_name_too_long, Place{excerpt(path, longest_path), {}});
        return;
      }
      folder(fd, child.name.c_str(), path);
    } else if (child.kind == FolderEntry::Kind::link) {
      findings.emplace_back(rules::source_symlink, Place{excerpt(path, longest_path), {}});
    } else if (child.kind == FolderEntry::Kind::file) {
      file(fd, child.name.c_str(), path);
    } else {
      findings.emplace_back(rules::source_special_file, Place{excerpt(path, longest_path), {}});
    }
  }

  void file(int fd, const char* name, const std::string& path) {
    struct stat status{};
    if (::fstatat(fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno != ENOENT) findings.push_back(unreadable(path, errno));
      return;
    }
    files.push_back({path,
                     static_cast<std::uint64_t>(status.st_size),
                     {},
                     // Not the time of modification, which programs set as they like.
                     std::int64_t{status.st_ctim.tv_sec} * 1'000'000'000 + status.st_ctim.tv_nsec});
  }

  const Ignored& ignored_;
  unsigned jobs_;
};

class WorkingTree final : public Snapshot {
 public:
  WorkingTree(Descriptor root, Walk&& walk, std::string revision, std::string lfs_folder)
      : root_(std::move(root)), lfs_folder_(std::move(lfs_folder)) {
    adopt(std::move(walk.files), std::move(walk.findings), std::move(revision));
  }

  std::expected<std::string, SourceError> read(const SourceFile& file) const override {
    auto bytes = read_regular_file(root_.get(), file.path, file.size);
    if (!bytes) return std::unexpected(unreadable(file.path, bytes.error()));
    return std::move(*bytes);
  }

  std::optional<std::string> lfs_object(std::string_view oid) const override {
    if (lfs_folder_.empty()) return std::nullopt;
    return lfs_path(lfs_folder_, oid);
  }

 private:
  Descriptor root_;
  std::string lfs_folder_;
};

std::expected<Descriptor, SourceError> open_folder(const std::string& folder) {
  Descriptor root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (root.get() >= 0) return root;
  const int code = errno;
  if (code == ENOENT || code == ENOTDIR) {
    return std::unexpected(Finding(rules::source_not_a_folder, {}, {}, {}, {{"path", folder}}));
  }
  Finding finding = unreadable(folder, code);
  finding.place = {};
  return std::unexpected(std::move(finding));
}

std::unique_ptr<Snapshot> walk_all(Descriptor root, const GitRepository* git, unsigned jobs) {
  std::string revision;
  if (git) {
    if (auto head = git->resolve("HEAD")) revision = std::move(*head);
  }
  const Ignored ignored(git);
  Walk walk(ignored, jobs);
  std::string path;
  walk.folder(root.get(), ".", path);
  return std::make_unique<WorkingTree>(std::move(root), std::move(walk), std::move(revision),
                                       git ? git->lfs_folder() : std::string());
}

}  // namespace

std::expected<std::unique_ptr<Snapshot>, SourceError> open_working_tree(const std::string& folder,
                                                                        unsigned jobs) {
  auto root = open_folder(folder);
  if (!root) return std::unexpected(std::move(root.error()));
  // A folder without git is fine; one whose git we may not read is not: what it ignores could be private.
  std::unique_ptr<GitRepository> git;
  if (auto opened = GitRepository::open(folder)) {
    git = std::move(*opened);
    // A site below a folder that the repository ignores has nothing to do with that repository.
    if (git->bare() || git->ignores("")) git.reset();
  } else if (opened.error().rule != &rules::source_not_a_repository) {
    return std::unexpected(std::move(opened.error()));
  }
  return walk_all(std::move(*root), git.get(), jobs);
}

std::expected<std::unique_ptr<Snapshot>, SourceError> open_data_folder(const std::string& folder) {
  auto root = open_folder(folder);
  if (!root) return std::unexpected(std::move(root.error()));
  return walk_all(std::move(*root), nullptr, 1);
}

}  // namespace mektep
