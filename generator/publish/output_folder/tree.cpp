#include "publish/output_folder/tree.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "source/folder_listing.h"

namespace mektep {
namespace {

int walk_below(int fd, std::string& path, const std::function<int(WalkStep, const std::string&)>& visit) {
  std::vector<FolderEntry> children;
  if (const int error = list_folder(fd, children)) return error;
  const std::size_t stem = path.size();
  for (const FolderEntry& child : children) {
    path += child.name;
    if (child.kind == FolderEntry::Kind::folder) {
      if (const int error = visit(WalkStep::enter, path)) return error;
      const OpenFile below = open_folder(fd, child.name);
      if (!below) return errno;
      path += '/';
      if (const int error = walk_below(below.get(), path, visit)) return error;
      path.pop_back();
      if (const int error = visit(WalkStep::leave, path)) return error;
    } else if (const int error = visit(WalkStep::file, path)) {
      return error;
    }
    path.resize(stem);
  }
  return 0;
}

int copy_file(int from, int to, const std::string& path) {
  const OpenFile source(::openat(from, path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status{};
  if (!source || ::fstat(source.get(), &status) != 0) return errno;
  if (!S_ISREG(status.st_mode)) return EINVAL;
  const OpenFile copy(::openat(to, path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                               status.st_mode & 0777U));
  if (!copy) return errno;
  for (off_t at = 0; at < status.st_size;) {
    const ssize_t sent =
        ::sendfile(copy.get(), source.get(), &at, static_cast<std::size_t>(status.st_size - at));
    if (sent <= 0) return sent < 0 ? errno : EIO;
  }
  const std::array<timespec, 2> times{status.st_atim, status.st_mtim};
  return ::futimens(copy.get(), times.data()) == 0 ? 0 : errno;
}

std::int64_t in_ns(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

OpenFile::~OpenFile() {
  close();
}

int OpenFile::close() {
  const int fd = std::exchange(fd_, -1);
  return fd < 0 || ::close(fd) == 0 ? 0 : errno;
}

OpenFile open_folder(int parent, const std::string& path) {
  return OpenFile(::openat(parent, path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

bool lock_folder(int folder) {
  return ::flock(folder, LOCK_EX | LOCK_NB) == 0 || (errno != EWOULDBLOCK && errno != EINTR);
}

std::string read_small_file(int folder, std::string_view name) {
  const OpenFile file(
      ::openat(folder, std::string(name).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status{};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < text.size()) {
    const ssize_t got = ::read(file.get(), text.data() + filled, text.size() - filled);
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  text.resize(filled);
  return text;
}

int walk_tree(int folder, const std::function<int(WalkStep step, const std::string& path)>& visit) {
  // An own descriptor: reading a folder moves the position of the one that is given.
  const OpenFile own = open_folder(folder, ".");
  if (!own) return errno;
  std::string path;
  return walk_below(own.get(), path, visit);
}

std::int64_t sealed_at(int folder) {
  struct stat status{};
  timespec now{};
  if (::fstatat(folder, manifest_name.data(), &status, AT_SYMLINK_NOFOLLOW) != 0) return 0;
  ::clock_gettime(CLOCK_REALTIME, &now);
  const std::int64_t sealed = in_ns(status.st_mtim);
  return sealed <= in_ns(now) ? sealed : 0;
}

void seal(int folder) {
  ::utimensat(folder, manifest_name.data(), nullptr, AT_SYMLINK_NOFOLLOW);
}

bool is_as_written(int folder, const ManifestEntry& entry, std::int64_t sealed) {
  struct stat status{};
  const std::string path(entry.path);
  if (::fstatat(folder, path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode) ||
      static_cast<std::uint64_t>(status.st_size) != entry.size)
    return false;
  // The time of the last change of any kind: unlike that of the last writing, nobody can set it.
  return in_ns(status.st_ctim) < sealed || digest(read_small_file(folder, path)) == entry.digest;
}

int create_file(int folder, const std::string& path, std::string_view bytes) {
  OpenFile file(::openat(folder, path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file) return errno;
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return file.close();
}

int make_folder(int folder, const std::string& path, std::uint32_t mode) {
  return ::mkdirat(folder, path.c_str(), mode) == 0 ? 0 : errno;
}

int link_or_copy(int from, int to, const std::string& path) {
  if (::linkat(from, path.c_str(), to, path.c_str(), 0) == 0) return 0;
  const int error = errno;
  const bool no_links = error == EPERM || error == EMLINK || error == EOPNOTSUPP || error == EXDEV;
  return no_links ? copy_file(from, to, path) : error;
}

int rename_in(int folder, const std::string& from, const std::string& to, RenameKind kind) {
  const unsigned flags = kind == RenameKind::exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  return ::renameat2(folder, from.c_str(), folder, to.c_str(), flags) == 0 ? 0 : errno;
}

}  // namespace mektep
