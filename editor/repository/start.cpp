#include "editor/repository/start.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>

namespace mektep::editor {
namespace {

namespace fs = std::filesystem;

std::unexpected<RepositoryError> system_fault(const std::string& path) {
  const int code = errno;
  const bool full = code == ENOSPC || code == EDQUOT;
  return std::unexpected(RepositoryError{
      full ? Fault::disk_full : Fault::io, fmt::format("{}: {}", path, std::strerror(code)), {}});
}

// Changes whenever somebody works on the file.
struct Stamp {
  ino_t inode = 0;
  std::int64_t modified = 0;
  off_t size = 0;
  bool operator==(const Stamp&) const = default;
};

std::optional<Stamp> stamp(const fs::path& path) {
  struct stat status{};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  return Stamp{status.st_ino, status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec, status.st_size};
}

bool is_old(const fs::path& path, std::chrono::hours age) {
  std::error_code error;
  const auto modified = fs::last_write_time(path, error);
  return !error && fs::file_time_type::clock::now() - modified > age;
}

// Locks of references and of the configuration: files that end in ".lock".
std::vector<fs::path> find_locks(const fs::path& folder) {
  std::vector<fs::path> locks;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".lock") locks.push_back(entry.path());
  }
  for (auto at = fs::recursive_directory_iterator(folder / "refs", error);
       !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().extension() == ".lock") locks.push_back(at->path());
  }
  return locks;
}

// Names that libgit2 and git give to objects that are not finished. Those of git may belong to a push that is
// alive, and then they are young.
bool is_unfinished(const fs::path& path) {
  const std::string name = path.filename();
  if (name.contains("_git2_") || name.starts_with("tmp_object_git2")) return true;
  const bool of_git = name.starts_with("tmp_") || name.starts_with(".tmp-");
  return of_git && is_old(path, std::chrono::hours(24));
}

// Of one file or folder, which may be missing.
bool sync_path(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return errno == ENOENT;
  const bool done = ::fsync(fd) == 0;
  ::close(fd);
  return done;
}

}  // namespace

GitResult<ProcessLock> ProcessLock::take(const std::string& folder, const char* name) {
  const std::string path = folder + "/" + name;
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0) return system_fault(path);
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    ::close(fd);
    return std::unexpected(RepositoryError{Fault::locked, path, {}});
  }
  return ProcessLock(fd);
}

ProcessLock::~ProcessLock() {
  if (fd_ >= 0) ::close(fd_);
}

GitResult<void> clear_leftovers(const std::string& folder, int patience) {
  std::vector<std::pair<fs::path, std::optional<Stamp>>> locks;
  for (const fs::path& lock : find_locks(folder)) locks.emplace_back(lock, stamp(lock));
  if (!locks.empty()) std::this_thread::sleep_for(std::chrono::milliseconds(patience));
  for (const auto& [lock, before] : locks) {
    if (before && stamp(lock) == before && ::unlink(lock.c_str()) != 0 && errno != ENOENT)
      return system_fault(lock);
  }
  std::vector<fs::path> unfinished;
  std::error_code error;
  for (auto at = fs::recursive_directory_iterator(folder + "/objects", error);
       !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at.depth() <= 1 && is_unfinished(at->path())) unfinished.push_back(at->path());
  }
  for (const fs::path& path : unfinished) fs::remove_all(path, error);
  return {};
}

GitResult<void> make_object_folders(const std::string& folder) {
  bool made = false;
  for (int i = 0; i < 256; ++i) {
    const std::string path = fmt::format("{}/objects/{:02x}", folder, i);
    if (::mkdir(path.c_str(), 0777) == 0) {
      made = true;
    } else if (errno != EEXIST) {
      return system_fault(path);
    }
  }
  if (made && !sync_file(folder + "/objects/00")) return system_fault(folder + "/objects");
  return {};
}

bool sync_names(const std::string& folder) {
  bool done = sync_path(folder);
  std::error_code error;
  for (const char* name : {"objects", "refs"}) {
    done = sync_path(folder + "/" + name) && done;
    auto at = fs::recursive_directory_iterator(folder + "/" + name, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
      if (at->is_directory(error)) done = sync_path(at->path()) && done;
    }
    done = done && !error;
  }
  return done;
}

bool sync_tree(const std::string& folder) {
  bool done = sync_path(folder);
  std::error_code error;
  auto at = fs::recursive_directory_iterator(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error))
    done = sync_path(at->path()) && done;
  return done && !error && sync_path(fs::absolute(folder).lexically_normal().parent_path());
}

bool sync_file(const std::string& path) {
  return sync_path(path) && sync_path(fs::path(path).parent_path());
}

std::uint64_t free_bytes(const std::string& folder) {
  struct statvfs status{};
  if (::statvfs(folder.c_str(), &status) != 0) return 0;
  return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

}  // namespace mektep::editor
