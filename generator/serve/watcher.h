// Watches folders and all below them for changes (inotify). One thread.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/locale.h"

namespace mektep {

enum class Watched : std::uint8_t { changed, nothing, stopped };

class Watcher {
 public:
  Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;
  ~Watcher();

  // `folder` with all that is and will be below it; what begins with a dot is left out. Returns 0 or errno
  // (ENOSPC: the system allows no more watches).
  int add(const std::string& folder);
  // Returns when something has changed and nothing more has for `quiet_ms` (a save is often several steps,
  // and several saves one change), but no later than half a second after the first change; or when nothing
  // has for `patience_ms` (-1: waits for ever), or `stop` has become readable.
  Watched wait(int stop, int quiet_ms, int patience_ms);

 private:
  bool read_events();
  int descriptor_ = -1;
  std::unordered_map<int, std::string> folders_;  // by watch
};

// Files that editors make beside the real one and that are no content: ".x.swp", "x~", "4913".
bool is_editor_file(std::string_view name);

}  // namespace mektep
