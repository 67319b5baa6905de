#include "source/folder_listing.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace mektep {

namespace {

using Kind = FolderEntry::Kind;

// As the kernel writes it (getdents64): readdir() would cost an allocation and two system calls more a
// folder.
struct RawEntry {
  std::uint64_t inode;
  std::int64_t offset;
  std::uint16_t length;
  std::uint8_t type;
  char name[1];
};

// Some file systems do not tell the kind in the listing.
Kind kind_of(int folder, const RawEntry& entry) {
  switch (entry.type) {
    case DT_REG:
      return Kind::file;
    case DT_DIR:
      return Kind::folder;
    case DT_LNK:
      return Kind::link;
    case DT_UNKNOWN:
      break;
    default:
      return Kind::other;
  }
  struct stat status{};
  if (::fstatat(folder, entry.name, &status, AT_SYMLINK_NOFOLLOW) != 0) return Kind::other;
  return S_ISDIR(status.st_mode)   ? Kind::folder
         : S_ISREG(status.st_mode) ? Kind::file
         : S_ISLNK(status.st_mode) ? Kind::link
                                   : Kind::other;
}

}  // namespace

int list_folder(int folder, std::vector<FolderEntry>& entries) {
  alignas(RawEntry) std::array<char, 32768> buffer;
  for (;;) {
    const long got = ::syscall(SYS_getdents64, folder, buffer.data(), buffer.size());
    if (got <= 0) return got < 0 ? errno : 0;
    for (long at = 0; at < got;) {
      const auto& entry = *reinterpret_cast<const RawEntry*>(buffer.data() + at);
      at += entry.length;
      const std::string_view name = entry.name;
      if (name != "." && name != "..") entries.push_back({std::string(name), kind_of(folder, entry)});
    }
  }
}

}  // namespace mektep
