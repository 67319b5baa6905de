#include "serve/watcher.h"

#include <dirent.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace mektep {

namespace {

constexpr std::uint32_t events =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_EXCL_UNLINK;
constexpr std::chrono::milliseconds longest(500);

}  // namespace

bool is_editor_file(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".tmp") ||
         name.ends_with(".bak") || name == "4913" || (name.starts_with('#') && name.ends_with('#'));
}

Watcher::Watcher() : descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

Watcher::~Watcher() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int Watcher::add(const std::string& folder) {
  const int watch = ::inotify_add_watch(descriptor_, folder.c_str(), events | IN_ONLYDIR);
  if (watch < 0) return errno;
  folders_[watch] = folder;
  DIR* stream = ::opendir(folder.c_str());
  if (!stream) return errno;
  int error = 0;
  while (const dirent* entry = ::readdir(stream)) {
    const std::string_view name = entry->d_name;
    if (name.starts_with('.') || (entry->d_type != DT_DIR && entry->d_type != DT_UNKNOWN)) continue;
    const int below = add(folder + "/" + std::string(name));
    if (below != 0 && below != ENOTDIR && below != ENOENT) error = below;  // ENOENT: gone meanwhile
  }
  ::closedir(stream);
  return error;
}

// True when one of them is a change of content.
bool Watcher::read_events() {
  bool changed = false;
  alignas(inotify_event) std::array<char, 16384> buffer;
  for (;;) {
    const ssize_t got = ::read(descriptor_, buffer.data(), buffer.size());
    if (got <= 0) return changed;
    for (ssize_t at = 0; at < got;) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof(event));
      const std::string_view name = event.len > 0 ? buffer.data() + at + sizeof(event) : "";
      at += static_cast<ssize_t>(sizeof(event) + event.len);
      const auto folder = folders_.find(event.wd);
      if ((event.mask & IN_Q_OVERFLOW) != 0) {
        const auto known = folders_;  // some events are lost, new folders perhaps among them
        for (const auto& [watch, path] : known) add(path);
        changed = true;
      } else if ((event.mask & IN_IGNORED) != 0) {
        if (folder != folders_.end()) folders_.erase(folder);
      } else if (!is_editor_file(name)) {
        const bool arrived = (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
        const bool is_folder = (event.mask & IN_ISDIR) != 0;
        if (arrived && is_folder && folder != folders_.end()) add(folder->second + "/" + std::string(name));
        // A file that was only just created is still empty: its bytes follow.
        changed = changed || is_folder || (event.mask & IN_CREATE) == 0;
      }
    }
  }
}

Watched Watcher::wait(int stop, int quiet_ms, int patience_ms) {
  bool changed = false;
  std::chrono::steady_clock::time_point first;
  for (;;) {
    std::array<pollfd, 2> waiting{{{descriptor_, POLLIN, 0}, {stop, POLLIN, 0}}};
    const int ready = ::poll(waiting.data(), waiting.size(), changed ? quiet_ms : patience_ms);
    if (waiting[1].revents != 0) return Watched::stopped;
    if (ready == 0) return changed ? Watched::changed : Watched::nothing;
    if (waiting[0].revents != 0 && read_events()) {
      const auto now = std::chrono::steady_clock::now();
      if (!changed) first = now;
      changed = true;
    }
    if (changed && std::chrono::steady_clock::now() - first > longest) return Watched::changed;
  }
}

}  // namespace mektep
