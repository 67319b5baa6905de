#include "source/regular_file.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace mektep {
namespace {

static_assert(AT_CURRENT_FOLDER == AT_FDCWD);

// O_NONBLOCK: a pipe that has taken the file's place must not stop us for ever.
constexpr int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;

// Of a path below a folder no part may be a link; kernels before 5.6 and some sandboxes lack the call.
int open_file(int folder, const char* path) {
  if (folder == AT_FDCWD) return ::openat(folder, path, flags);
  open_how how{.flags = flags, .mode = 0, .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS};
  const long fd = ::syscall(SYS_openat2, folder, path, &how, sizeof how);
  if (fd < 0 && (errno == ENOSYS || errno == EPERM)) return ::openat(folder, path, flags);
  return static_cast<int>(fd);
}

}  // namespace

std::expected<std::string, int> read_regular_file(int folder, const std::string& path,
                                                  std::uint64_t size_hint) {
  const int fd = open_file(folder, path.c_str());
  if (fd < 0) return std::unexpected(errno);
  std::string bytes;
  int error = 0;
  std::size_t wanted = size_hint + 1;  // one more: a short read then says that the end is reached
  for (bool more = true; more;) {
    bytes.resize_and_overwrite(bytes.size() + wanted,
                               [&, start = bytes.size()](char* data, std::size_t capacity) {
                                 std::size_t filled = start;
                                 while (filled < capacity) {
                                   const ssize_t got = ::read(fd, data + filled, capacity - filled);
                                   if (got < 0 && errno == EINTR) continue;
                                   if (got < 0) error = errno;
                                   if (got > 0) filled += static_cast<std::size_t>(got);
                                   // Regular files are read whole or up to their end.
                                   if (got <= 0 || filled < capacity) {
                                     more = false;
                                     break;
                                   }
                                 }
                                 return filled;
                               });
    wanted = 65536;
  }
  ::close(fd);
  if (error != 0) return std::unexpected(error);
  return bytes;
}

}  // namespace mektep
