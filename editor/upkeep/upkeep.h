// What a school needs every night: repository, database and log are looked at, the small files of many saves
// are packed, and what has run out is forgotten. A thread of the server does it; `mektep-editor gc` and
// `fsck` do the same by hand.
#pragma once
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "editor/audit/audit_log.h"
#include "editor/drafts/drafts.h"
#include "editor/repository/consistency.h"
#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct UpkeepParts {
  const Machine& machine;
  Database& database;
  AuditLog& audit;
  Drafts& drafts;
  std::string repository;    // its folder
  int offset_minutes = 360;  // of the school east of UTC: Asia/Bishkek
  int hour = 3;              // of the night, on the school's clock
};

struct UpkeepReport {
  enum class Kind : std::uint8_t { start, night };
  Kind kind = Kind::night;
  std::int64_t time = 0;            // Unix time
  std::vector<std::string> faults;  // empty = everything is whole; for whoever looks after the server
};

// Every member may be called from any thread.
class Upkeep {
 public:
  explicit Upkeep(UpkeepParts parts) : parts_(std::move(parts)) {}
  Upkeep(const Upkeep&) = delete;
  Upkeep& operator=(const Upkeep&) = delete;
  ~Upkeep();  // stops

  // The thread: it looks at the newest state at once, and every night at everything. A night that the server
  // was switched off for is made up for.
  void start();
  void stop();  // when what is being done is done

  // What is not whole of the database and the log; empty = nothing. Takes time.
  std::vector<std::string> faults() const;
  // Removes what has run out: sessions, links, keys, failed log-ins, old copies of drafts, old usage; gives
  // the room back to the disk.
  Stored<void> tidy();

  // Whether a night has begun since the last nightly report. A clock that was set back asks for one more.
  bool is_due() const;
  // Does everything now, in the calling thread, and keeps the report.
  UpkeepReport work(UpkeepReport::Kind kind);
  // The newest report, of this server or an earlier one.
  std::optional<UpkeepReport> latest() const;

 private:
  void run();
  std::optional<UpkeepReport> latest_of(std::string_view condition) const;
  std::int64_t night_of(std::int64_t time) const;

  UpkeepParts parts_;
  std::thread thread_;
  std::mutex mutex_;
  std::condition_variable stopping_;
  bool stopped_ = false;
};

// One line for a terminal or a report: the place, what is wrong, how to mend it.
std::string fault_line(const Finding& finding, Language language);

std::span<const Migration> upkeep_migrations();

}  // namespace mektep::editor
