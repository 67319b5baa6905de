// Who has which entry open at the moment. Kept in memory only: after a restart the browsers tell again.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "editor/accounts/actor.h"
#include "editor/store/machine.h"

namespace mektep::editor {

inline constexpr std::int64_t presence_seconds = 45;  // without a sign of life; browsers give one each 15 s

struct Present {
  std::int64_t account = 0;
  std::string name;
  std::int64_t since = 0;  // Unix time: when the entry was opened
  bool has_typed = false;  // there is something unsaved
};

// Every member may be called from any thread.
class Presence {
 public:
  explicit Presence(const Machine& machine) : machine_(machine) {}

  // A sign of life of somebody who has the entry open; returns the others who have, longest first.
  std::vector<Present> touch(const std::string& entry, const Actor& actor, bool has_typed);
  void leave(const std::string& entry, std::int64_t account);
  std::vector<Present> others(const std::string& entry, std::int64_t account);

 private:
  struct Visit {
    Present present;
    std::int64_t seen = 0;
  };
  std::vector<Present> list(const std::string& entry, std::int64_t account);

  const Machine& machine_;
  std::mutex mutex_;
  std::map<std::string, std::map<std::int64_t, Visit>, std::less<>> visits_;  // by entry and account
};

}  // namespace mektep::editor
