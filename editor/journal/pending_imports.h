// Imports of journals between their preview and the confirmation: counts of pupils, never a row about one.
// They are kept in memory only; a restart of the server forgets them, and the files are uploaded again.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "editor/store/machine.h"
#include "statistics/desk.h"

namespace mektep::editor {

// Every member may be called from any thread. An import is known to the account that uploaded it only.
class PendingImports {
 public:
  static constexpr std::size_t most = 32;  // of all accounts; then the oldest is forgotten
  static constexpr std::int64_t kept_seconds = 3600;

  explicit PendingImports(const Machine& machine) : machine_(machine) {}

  // The id under which it is confirmed. Its findings have been shown and are dropped.
  std::string keep(std::int64_t account, ImportPreview preview);
  // Takes it out: it can be confirmed once. nullopt: unknown, too old, or somebody else's.
  std::optional<ImportPreview> take(std::int64_t account, std::string_view id);

 private:
  struct Kept {
    std::int64_t account = 0, time = 0;
    ImportPreview preview;
  };
  void forget_old();

  const Machine& machine_;
  std::mutex mutex_;
  std::map<std::string, Kept, std::less<>> kept_;
};

}  // namespace mektep::editor
