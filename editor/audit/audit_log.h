// The audit log: who did what to which object, one JSON line each, chained by hashes so that a line that was
// changed, removed or slipped in is seen. Holds no passwords, tokens or texts of forms.
#pragma once
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "editor/store/machine.h"

namespace mektep::editor {

struct Event {
  std::string what;           // "login", "entry.save", "account.disable": noun and verb of an action
  bool allowed = true;        // false: it was denied
  std::int64_t account = 0;   // 0 = nobody, or the machine itself
  std::string name, address;  // of the person and of the browser
  std::string object;         // "news/2026/first-bell", an account's address…
  std::vector<std::pair<std::string, std::string>> details;  // short facts: "revision", "role"
};

// A line of the log, read back.
struct LoggedEvent {
  std::int64_t number = 0;  // 1, 2, 3…
  std::string time;         // "2026-11-27T09:08:00Z"
  Event event;
  std::int64_t seconds() const;  // `time` as a Unix time; 0 when it is none
};

struct ChainReport {
  std::int64_t lines = 0;
  std::optional<std::int64_t> broken_at;  // the first line that does not follow from those before it
  std::string last_hash;                  // 64 hexadecimal digits; keep it elsewhere to notice a cut tail
};

// The file is appended to and never rewritten; several processes may do so. Every member may be called from
// any thread.
class AuditLog {
 public:
  // Makes the file (0600) when it is missing. Half a line that a power cut left behind is cut off: nobody was
  // told that it had happened. The error is a value of errno.
  static std::expected<std::unique_ptr<AuditLog>, int> open(const std::string& file, const Machine& machine);
  ~AuditLog();
  AuditLog(const AuditLog&) = delete;
  AuditLog& operator=(const AuditLog&) = delete;

  // On the disk when it returns true.
  bool append(const Event& event);
  // The newest events first, of one object or account when given.
  std::vector<LoggedEvent> latest(std::size_t limit, std::string_view object = {},
                                  std::int64_t account = 0) const;
  ChainReport verify() const;

 private:
  struct State;
  explicit AuditLog(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

std::string utc_time(std::int64_t unix_seconds);  // "2026-11-27T09:08:00Z"

}  // namespace mektep::editor
