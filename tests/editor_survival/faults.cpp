// Preloaded before the program under test: calls of the operating system that touch the folder
// MEKTEP_FAULTS_FOLDER fail, kill the process, or are written down. MEKTEP_FAULTS_MODE:
//
//   count   counts them
//   nth     the MEKTEP_FAULTS_AT-th fails with MEKTEP_FAULTS_ERRNO
//   from    that one and all that write after it: a disk that is full
//   random  two in a hundred fail, as MEKTEP_FAULTS_SEED has it
//   kill    the process is killed at the MEKTEP_FAULTS_AT-th, in the middle of it when it writes
//   record  what a power cut would leave can be told from the record
//
// MEKTEP_FAULTS_REPORT is where the count or the record goes. A record is a sequence of lines, some followed
// by bytes:
//
//   create INODE PATH · folder INODE PATH · rename FROM\tTO · link FROM\tTO · remove PATH
//   sync INODE LENGTH, then that many bytes: the file is on the disk with this content (folders: length 0)
//   sync-all
//   said LENGTH, then that many bytes: written to the standard output
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>

namespace {

enum class Mode { off, count, nth, from, random, kill, record };

struct Settings {
  Settings() {
    const auto text = [](const char* name) {
      const char* value = std::getenv(name);
      return std::string(value ? value : "");
    };
    const std::string name = text("MEKTEP_FAULTS_MODE");
    mode = name == "count"    ? Mode::count
           : name == "nth"    ? Mode::nth
           : name == "from"   ? Mode::from
           : name == "random" ? Mode::random
           : name == "kill"   ? Mode::kill
           : name == "record" ? Mode::record
                              : Mode::off;
    folder = text("MEKTEP_FAULTS_FOLDER");
    at = std::atol(text("MEKTEP_FAULTS_AT").c_str());
    code = std::atoi(text("MEKTEP_FAULTS_ERRNO").c_str());
    state = static_cast<unsigned long>(std::atol(text("MEKTEP_FAULTS_SEED").c_str())) * 2654435761UL + 1;
    const std::string path = text("MEKTEP_FAULTS_REPORT");
    if (!path.empty())
      report = static_cast<int>(
          ::syscall(SYS_openat, AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  }

  Mode mode = Mode::off;
  std::string folder;
  long at = 0;
  int code = 0;
  unsigned long state = 1;
  int report = -1;
  long calls = 0;
  std::recursive_mutex mutex;  // calls happen one after the other, in the order of the record
};

Settings& settings() {
  static auto* kept = new Settings;  // used until the very end of the process
  return *kept;
}

void put(const std::string& bytes) {
  if (settings().report >= 0) ::syscall(SYS_write, settings().report, bytes.data(), bytes.size());
}

struct AtExit {
  ~AtExit() {
    if (settings().mode == Mode::count) put(std::to_string(settings().calls));
  }
} at_exit;

bool is_inside(const std::string& path) {
  const std::string& folder = settings().folder;
  return !folder.empty() && path.compare(0, folder.size(), folder) == 0;
}

std::string path_of(int fd) {
  char buffer[4096];
  const std::string link = "/proc/self/fd/" + std::to_string(fd);
  const long length = ::syscall(SYS_readlinkat, AT_FDCWD, link.c_str(), buffer, sizeof buffer);
  return length > 0 ? std::string(buffer, static_cast<std::size_t>(length)) : std::string();
}

std::string absolute(int folder, const char* path) {
  if (path[0] == '/') return path;
  if (folder != AT_FDCWD) return path_of(folder) + "/" + path;
  char buffer[4096];
  return std::string(::syscall(SYS_getcwd, buffer, sizeof buffer) > 0 ? buffer : "") + "/" + path;
}

// Whether this call is to fail; `writes` when it would change something.
bool fails(const std::string& path, bool writes) {
  Settings& all = settings();
  if (all.mode == Mode::off || all.mode == Mode::record || !is_inside(path)) return false;
  const long call = ++all.calls;
  switch (all.mode) {
    case Mode::nth:
      break;
    case Mode::from:
      if (call < all.at || !writes) return false;
      errno = all.code;
      return true;
    case Mode::random:
      all.state = all.state * 6364136223846793005UL + 1442695040888963407UL;
      if ((all.state >> 33) % 50 != 0) return false;
      errno = EIO;
      return true;
    case Mode::kill:
      if (call == all.at) ::kill(::getpid(), SIGKILL);
      return false;
    default:
      return false;
  }
  if (call != all.at) return false;
  errno = all.code;
  return true;
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

ino_t inode_of(int fd) {
  struct stat status{};
  static auto* call = real<int(int, struct stat*)>("fstat");
  return call(fd, &status) == 0 ? status.st_ino : 0;
}

bool is_recording(const std::string& path) {
  return settings().mode == Mode::record && is_inside(path);
}

void record_sync(int fd) {
  struct stat status{};
  static auto* call = real<int(int, struct stat*)>("fstat");
  if (call(fd, &status) != 0) return;
  std::string bytes;
  if (S_ISREG(status.st_mode)) {
    const std::string path = "/proc/self/fd/" + std::to_string(fd);
    const int copy = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path.c_str(), O_RDONLY | O_CLOEXEC));
    char buffer[65536];
    for (long got = 0; (got = ::syscall(SYS_read, copy, buffer, sizeof buffer)) > 0;)
      bytes.append(buffer, static_cast<std::size_t>(got));
    ::syscall(SYS_close, copy);
  }
  put("sync " + std::to_string(status.st_ino) + " " + std::to_string(bytes.size()) + "\n" + bytes);
}

int open_any(int folder, const char* path, int flags, unsigned mode) {
  const std::scoped_lock lock(settings().mutex);
  const std::string full = absolute(folder, path);
  if (fails(full, (flags & O_CREAT) != 0)) return -1;
  const bool create = (flags & O_CREAT) != 0 && is_recording(full);
  const bool existed = create && ::syscall(SYS_faccessat, AT_FDCWD, full.c_str(), F_OK) == 0;
  const int fd = static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
  const bool failed = fd < 0;
  const int code = errno;
  if (create && !existed && !failed) put("create " + std::to_string(inode_of(fd)) + " " + full + "\n");
  errno = code;
  return fd;
}

unsigned mode_argument(int flags, va_list& list) {
  return (flags & O_CREAT) != 0 ? va_arg(list, unsigned) : 0;
}

template <class Call>
auto guarded(const std::string& path, bool writes, Call call) -> decltype(call()) {
  if (fails(path, writes)) return -1;
  return call();
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const unsigned mode = mode_argument(flags, list);
  va_end(list);
  return open_any(AT_FDCWD, path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const unsigned mode = mode_argument(flags, list);
  va_end(list);
  return open_any(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const unsigned mode = mode_argument(flags, list);
  va_end(list);
  return open_any(folder, path, flags, mode);
}

int creat(const char* path, mode_t mode) {
  return open_any(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

ssize_t write(int fd, const void* bytes, size_t size) {
  const std::scoped_lock lock(settings().mutex);
  if (fd == 1 && settings().mode == Mode::record)
    put("said " + std::to_string(size) + "\n" + std::string(static_cast<const char*>(bytes), size));
  const std::string path = path_of(fd);
  Settings& all = settings();
  if (all.mode == Mode::kill && is_inside(path) && all.calls + 1 == all.at)
    ::syscall(SYS_write, fd, bytes, size / 2);
  return guarded(path, true, [&] { return static_cast<ssize_t>(::syscall(SYS_write, fd, bytes, size)); });
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t offset) {
  const std::scoped_lock lock(settings().mutex);
  const std::string path = path_of(fd);
  Settings& all = settings();
  if (all.mode == Mode::kill && is_inside(path) && all.calls + 1 == all.at)
    ::syscall(SYS_pwrite64, fd, bytes, size / 2, offset);
  return guarded(path, true,
                 [&] { return static_cast<ssize_t>(::syscall(SYS_pwrite64, fd, bytes, size, offset)); });
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t offset) {
  return pwrite64(fd, bytes, size, offset);
}

ssize_t read(int fd, void* bytes, size_t size) {
  const std::scoped_lock lock(settings().mutex);
  return guarded(path_of(fd), false,
                 [&] { return static_cast<ssize_t>(::syscall(SYS_read, fd, bytes, size)); });
}

ssize_t pread64(int fd, void* bytes, size_t size, off64_t offset) {
  const std::scoped_lock lock(settings().mutex);
  return guarded(path_of(fd), false,
                 [&] { return static_cast<ssize_t>(::syscall(SYS_pread64, fd, bytes, size, offset)); });
}

ssize_t pread(int fd, void* bytes, size_t size, off_t offset) {
  return pread64(fd, bytes, size, offset);
}

int fsync(int fd) {
  const std::scoped_lock lock(settings().mutex);
  const std::string path = path_of(fd);
  if (is_recording(path)) record_sync(fd);
  return guarded(path, true, [&] { return static_cast<int>(::syscall(SYS_fsync, fd)); });
}

int fdatasync(int fd) {
  return fsync(fd);
}

int syncfs(int fd) noexcept {
  const std::scoped_lock lock(settings().mutex);
  const std::string path = path_of(fd);
  if (is_recording(path)) put("sync-all\n");
  return guarded(path, true, [&] { return static_cast<int>(::syscall(SYS_syncfs, fd)); });
}

int ftruncate64(int fd, off64_t size) noexcept {
  const std::scoped_lock lock(settings().mutex);
  return guarded(path_of(fd), true, [&] { return static_cast<int>(::syscall(SYS_ftruncate, fd, size)); });
}

int ftruncate(int fd, off_t size) noexcept {
  return ftruncate64(fd, size);
}

int close(int fd) {
  const std::scoped_lock lock(settings().mutex);
  const bool fault = fails(path_of(fd), false);
  const int code = errno;
  const int result = static_cast<int>(::syscall(SYS_close, fd));
  if (fault) errno = code;
  return fault ? -1 : result;
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  const std::scoped_lock lock(settings().mutex);
  const std::string source = absolute(from_folder, from);
  const std::string target = absolute(to_folder, to);
  return guarded(target, true, [&] {
    const int result = static_cast<int>(::syscall(SYS_renameat, from_folder, from, to_folder, to));
    if (result == 0 && is_recording(target)) put("rename " + source + "\t" + target + "\n");
    return result;
  });
}

int rename(const char* from, const char* to) noexcept {
  return renameat(AT_FDCWD, from, AT_FDCWD, to);
}

int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
  const std::scoped_lock lock(settings().mutex);
  const std::string target = absolute(to_folder, to);
  return guarded(target, true, [&] {
    const int result = static_cast<int>(::syscall(SYS_linkat, from_folder, from, to_folder, to, flags));
    if (result == 0 && is_recording(target))
      put("link " + absolute(from_folder, from) + "\t" + target + "\n");
    return result;
  });
}

int link(const char* from, const char* to) noexcept {
  return linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  const std::scoped_lock lock(settings().mutex);
  const std::string full = absolute(folder, path);
  return guarded(full, true, [&] {
    const int result = static_cast<int>(::syscall(SYS_unlinkat, folder, path, flags));
    if (result == 0 && is_recording(full)) put("remove " + full + "\n");
    return result;
  });
}

int unlink(const char* path) noexcept {
  return unlinkat(AT_FDCWD, path, 0);
}

int rmdir(const char* path) noexcept {
  return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

int mkdir(const char* path, mode_t mode) noexcept {
  const std::scoped_lock lock(settings().mutex);
  const std::string full = absolute(AT_FDCWD, path);
  return guarded(full, true, [&] {
    const int result = static_cast<int>(::syscall(SYS_mkdirat, AT_FDCWD, path, mode));
    if (result == 0 && is_recording(full)) {
      struct stat status{};
      static auto* call = real<int(const char*, struct stat*)>("stat");
      call(path, &status);
      put("folder " + std::to_string(status.st_ino) + " " + full + "\n");
    }
    return result;
  });
}

int stat(const char* path, struct stat* status) noexcept {
  static auto* call = real<int(const char*, struct stat*)>("stat");
  const std::scoped_lock lock(settings().mutex);
  return guarded(absolute(AT_FDCWD, path), false, [&] { return call(path, status); });
}

int lstat(const char* path, struct stat* status) noexcept {
  static auto* call = real<int(const char*, struct stat*)>("lstat");
  const std::scoped_lock lock(settings().mutex);
  return guarded(absolute(AT_FDCWD, path), false, [&] { return call(path, status); });
}

int fstat(int fd, struct stat* status) noexcept {
  static auto* call = real<int(int, struct stat*)>("fstat");
  const std::scoped_lock lock(settings().mutex);
  return guarded(path_of(fd), false, [&] { return call(fd, status); });
}

int access(const char* path, int mode) noexcept {
  const std::scoped_lock lock(settings().mutex);
  return guarded(absolute(AT_FDCWD, path), false,
                 [&] { return static_cast<int>(::syscall(SYS_faccessat, AT_FDCWD, path, mode)); });
}

int flock(int fd, int operation) noexcept {
  const std::scoped_lock lock(settings().mutex);
  return guarded(path_of(fd), true, [&] { return static_cast<int>(::syscall(SYS_flock, fd, operation)); });
}

DIR* opendir(const char* path) {
  static auto* call = real<DIR*(const char*)>("opendir");
  {
    const std::scoped_lock lock(settings().mutex);
    if (fails(absolute(AT_FDCWD, path), false)) return nullptr;
  }
  return call(path);
}

void* mmap(void* address, size_t size, int protection, int flags, int fd, off_t offset) noexcept {
  if (fd >= 0) {
    const std::scoped_lock lock(settings().mutex);
    if (fails(path_of(fd), false)) return MAP_FAILED;
  }
  return reinterpret_cast<void*>(::syscall(SYS_mmap, address, size, protection, flags, fd, offset));
}
}
