#include "media/cache.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>

#include "base/digest.h"
#include "source/regular_file.h"

namespace mektep {
namespace {

constexpr std::string_view signature = "mektep-cache 1 ";
constexpr std::size_t head_size = signature.size() + 32 + 1;

std::string head_of(std::string_view bytes) {
  return std::string(signature) + digest(bytes).hex() + "\n";
}

bool make_folders(const std::string& path) {
  for (std::size_t slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
    const std::string part = path.substr(0, slash);
    // Pictures and texts of drafts are nobody else's business.
    if (::mkdir(part.c_str(), 0700) != 0 && errno != EEXIST) return false;
    if (slash == std::string::npos) return true;
  }
}

bool write_file(const std::string& path, std::string_view head, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0) return false;
  bool good = true;
  for (std::string_view part : {head, bytes}) {
    while (good && !part.empty()) {
      const ssize_t wrote = ::write(fd, part.data(), part.size());
      if (wrote < 0 && errno == EINTR) continue;
      good = wrote > 0;
      if (good) part.remove_prefix(static_cast<std::size_t>(wrote));
    }
  }
  return ::close(fd) == 0 && good;
}

}  // namespace

std::optional<std::string> MediaCache::find(std::string_view recipe, std::string_view key) const {
  if (folder_.empty()) return std::nullopt;
  auto file = read_regular_file(AT_CURRENT_FOLDER,
                                fmt::format("{}/{}/{}/{}", folder_, recipe, key.substr(0, 2), key), 65536);
  if (!file || file->size() < head_size) return std::nullopt;
  const std::string_view bytes = std::string_view(*file).substr(head_size);
  if (!file->starts_with(head_of(bytes))) return std::nullopt;
  file->erase(0, head_size);
  return std::move(*file);
}

void MediaCache::keep(std::string_view recipe, std::string_view key, std::string_view bytes) const {
  if (folder_.empty()) return;
  const std::string folder = fmt::format("{}/{}/{}", folder_, recipe, key.substr(0, 2));
  if (!make_folders(folder)) return;
  static std::atomic<unsigned> counter{0};
  const std::string path = fmt::format("{}/{}", folder, key);
  const std::string temporary = fmt::format("{}.{}-{}.tmp", path, ::getpid(), counter.fetch_add(1));
  const bool there =
      write_file(temporary, head_of(bytes), bytes) && std::rename(temporary.c_str(), path.c_str()) == 0;
  if (!there) ::unlink(temporary.c_str());
}

}  // namespace mektep
