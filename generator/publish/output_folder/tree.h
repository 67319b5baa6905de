// Folder trees at the level of the operating system: walking, linking and removing without following a link.
// Errors are values of errno. Paths are relative to an open folder.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "publish/output_folder/manifest.h"

namespace mektep {

// Owns an open file or folder.
class OpenFile {
 public:
  OpenFile() = default;
  explicit OpenFile(int fd) : fd_(fd) {}
  OpenFile(OpenFile&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~OpenFile();
  int get() const { return fd_; }
  int close();  // some file systems tell only here that the disk is full
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

OpenFile open_folder(int parent, const std::string& path);  // not through a link

// True when nobody else holds the folder; also where the file system knows no locks. Until the folder is
// closed.
bool lock_folder(int folder);
// The bytes of a file of ours; empty when it cannot be read.
std::string read_small_file(int folder, std::string_view name);

enum class WalkStep : std::uint8_t {
  file,
  enter,
  leave
};  // `enter` before what is in a folder, `leave` behind it

// Calls `visit` for everything below `folder`; stops at the first value that is not 0 and returns it.
int walk_tree(int folder, const std::function<int(WalkStep step, const std::string& path)>& visit);

// A site is sealed when it is finished: the time stamp of its manifest is then younger than the last change
// of any of its files. Returns that time in ns since 1970; 0 when there is none, or when it is still to come
// because somebody has put back the clock.
std::int64_t sealed_at(int folder);
void seal(int folder);
// Whether the file has the bytes that the manifest names. They are read only when the file has changed, or
// may have, since `sealed`.
bool is_as_written(int folder, const ManifestEntry& entry, std::int64_t sealed);
int create_file(int folder, const std::string& path, std::string_view bytes);
int make_folder(int folder, const std::string& path, std::uint32_t mode = 0777);

// The same file under a second name; where the file system knows no hard links, a copy with the same time
// stamp.
int link_or_copy(int from, int to, const std::string& path);

// Renames within `folder`. `exchange` swaps the two names, `fresh` fails when `to` exists.
enum class RenameKind : std::uint8_t { exchange, fresh };
int rename_in(int folder, const std::string& from, const std::string& to, RenameKind kind);

}  // namespace mektep
