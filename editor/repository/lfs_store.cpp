#include "editor/repository/lfs_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/digest.h"
#include "editor/repository/start.h"
#include "source/regular_file.h"

namespace mektep::editor {
namespace {

namespace fs = std::filesystem;

std::unexpected<RepositoryError> system_fault(const std::string& path, int code) {
  const bool full = code == ENOSPC || code == EDQUOT;
  return std::unexpected(RepositoryError{
      full ? Fault::disk_full : Fault::io, path + ": " + std::generic_category().message(code), {}});
}

bool is_oid(std::string_view oid) {
  return oid.size() == 64 && oid.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// 0, or a value of errno. The bytes are on the disk when it is 0.
int write_file(const std::string& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (fd < 0) return errno;
  int code = 0;
  while (!bytes.empty() && code == 0) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (written == 0 || errno != EINTR) {
      code = written == 0 ? EIO : errno;
    }
  }
  if (code == 0 && ::fsync(fd) != 0) code = errno;
  if (::close(fd) != 0 && code == 0) code = errno;
  return code;
}

// Makes the folder, and those above it, so that their names last.
int make_folders(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0777) == 0) return sync_file(folder) ? 0 : EIO;
  if (errno == EEXIST) return 0;
  if (errno != ENOENT || !folder.has_parent_path()) return errno;
  if (const int code = make_folders(folder.parent_path())) return code;
  if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) return errno;
  return sync_file(folder) ? 0 : EIO;
}

}  // namespace

LfsStore::LfsStore(std::string folder, std::uint64_t reserve_bytes)
    : folder_(std::move(folder)), reserve_bytes_(reserve_bytes) {}

std::expected<LfsPointer, RepositoryError> LfsStore::put(std::string_view bytes) {
  LfsPointer pointer{.oid = sha256_hex(bytes), .size = bytes.size()};
  const std::string path = lfs_path(folder_, pointer.oid);
  const std::string parent = fs::path(path).parent_path();
  if (read(pointer)) {
    if (!sync_file(path)) return system_fault(path, EIO);
    return pointer;
  }
  if (const int code = make_folders(parent)) return system_fault(parent, code);
  if (free_bytes(parent) < reserve_bytes_ + bytes.size()) return system_fault(parent, ENOSPC);
  static std::atomic<std::uint64_t> next = 0;
  const std::string temporary =
      fmt::format("{}/tmp-{}-{}-{}", parent, ::getpid(), next.fetch_add(1), pointer.oid.substr(0, 8));
  int code = write_file(temporary, bytes);
  if (code == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
  if (code != 0) {
    ::unlink(temporary.c_str());
    return system_fault(path, code);
  }
  if (!sync_file(path)) return system_fault(path, EIO);
  if (auto back = read(pointer); !back) return std::unexpected(std::move(back.error()));
  return pointer;
}

std::expected<std::string, RepositoryError> LfsStore::read(const LfsPointer& pointer) const {
  const auto damage = [&] {
    return std::unexpected(RepositoryError{Fault::damaged, "LFS object " + pointer.oid, {}});
  };
  if (!is_oid(pointer.oid)) return damage();
  auto bytes = read_regular_file(AT_CURRENT_FOLDER, lfs_path(folder_, pointer.oid), pointer.size);
  if (!bytes || bytes->size() != pointer.size || sha256_hex(*bytes) != pointer.oid) return damage();
  return std::move(*bytes);
}

bool LfsStore::holds(std::string_view oid) const {
  struct stat status{};
  return is_oid(oid) && ::stat(lfs_path(folder_, oid).c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::expected<void, RepositoryError> LfsStore::remove(std::string_view oid) {
  if (!is_oid(oid)) return std::unexpected(RepositoryError{Fault::bad_path, std::string(oid), {}});
  const std::string path = lfs_path(folder_, oid);
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return system_fault(path, errno);
  if (!sync_file(path)) return system_fault(path, EIO);
  return {};
}

std::vector<LfsPointer> LfsStore::list() const {
  std::vector<LfsPointer> found;
  std::error_code error;
  for (auto at = fs::recursive_directory_iterator(folder_, error);
       !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename();
    if (is_oid(name) && at->is_regular_file(error)) found.push_back({name, at->file_size(error)});
  }
  std::ranges::sort(found, {}, &LfsPointer::oid);
  return found;
}

std::string format_lfs_pointer(const LfsPointer& pointer) {
  return fmt::format("version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize {}\n", pointer.oid,
                     pointer.size);
}

}  // namespace mektep::editor
