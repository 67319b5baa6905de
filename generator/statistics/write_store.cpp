// statistics/ of a repository is replaced as a whole, so that nothing is ever half imported.
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "base/system_error.h"
#include "statistics/rules.h"
#include "statistics/store.h"

namespace mektep {
namespace {

namespace fs = std::filesystem;

// Writes a file and makes sure that it is on the disk; errno, or 0.
int write_durably(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) return error.value();
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (file < 0) return errno;
  std::size_t done = 0;
  int code = 0;
  while (done < bytes.size() && code == 0) {
    const ssize_t written = ::write(file, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno != EINTR) code = errno;
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  if (code == 0 && ::fsync(file) != 0) code = errno;
  if (::close(file) != 0 && code == 0) code = errno;
  return code;
}

// Copies what is there already; links are not followed.
int copy_tree(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directories(to, error);
  if (error || !fs::exists(from, error)) return error.value();
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks, error);
  return error.value();
}

}  // namespace

std::expected<void, Finding> write_store(const std::string& repository, const StoreChange& change) {
  const auto fail = [&](int code) {
    return std::unexpected(
        Finding(rules::statistics_write_failed, Place{}, "", "", {{"reason", system_error(code)}}));
  };
  if (change.files.empty()) return {};
  const fs::path root(repository);
  const fs::path staging = root / fmt::format(".statistics.mektep-{}", ::getpid());
  std::error_code ignored;
  if (!fs::is_directory(root, ignored)) return fail(ENOTDIR);
  fs::remove_all(staging, ignored);
  int code = copy_tree(root / "statistics", staging / "statistics");
  for (const auto& [path, bytes] : change.files)
    if (code == 0) code = write_durably(staging / path, bytes);
  if (code == 0) {
    const std::string from = (staging / "statistics").string(), to = (root / "statistics").string();
    const unsigned how = fs::exists(to, ignored) ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), how) != 0) code = errno;
  }
  fs::remove_all(staging, ignored);
  if (code != 0) return fail(code);
  return {};
}

}  // namespace mektep
