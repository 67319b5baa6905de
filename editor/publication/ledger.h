// The ledger of publications: each one that was asked for, what became of it and what it changed (ADM-3).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "editor/accounts/actor.h"
#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct Publication {
  enum class Kind : std::uint8_t {
    by_hand,    // somebody pressed the button
    scheduled,  // an approval fell due
    daily,      // the same content on a new day: what ends or begins by its date
    roll_back,  // to what an earlier publication showed
  };
  enum class State : std::uint8_t { waiting, building, shown, failed };

  std::int64_t id = 0;
  Kind kind = Kind::by_hand;
  State state = State::waiting;
  std::int64_t account = 0;  // 0 = the machine itself
  std::string name, email;
  std::int64_t asked = 0, finished = 0;  // Unix time; 0 = not yet
  std::string revision;                  // the commit on the branch of publications
  std::string release;                   // the folder of the finished site, while it is kept
  std::vector<std::string> changes;      // entries that differ from the publication before
};
std::string_view code(Publication::Kind kind);
std::string_view code(Publication::State state);

// A finding as it is kept: in words, because rules may have changed when somebody reads it.
struct KeptFinding {
  std::string file, field;
  std::uint32_t line = 0;
  bool blocks = false;
  Label message, hint;
};

// Every member may be called from any thread.
class Ledger {
 public:
  Ledger(Database& database, const Machine& machine) : database_(database), machine_(machine) {}

  // A publication of the same kind that still waits is returned instead of a second one.
  Stored<std::int64_t> ask(Publication::Kind kind, const Actor* actor, const std::string& revision = {});
  Stored<std::optional<Publication>> next() const;  // that waits, the oldest first
  Stored<void> begin(std::int64_t id);
  Stored<void> succeed(std::int64_t id, const std::string& revision, const std::string& release,
                       const std::vector<std::string>& changes, const std::vector<KeptFinding>& findings);
  Stored<void> fail(std::int64_t id, const std::vector<KeptFinding>& findings);
  // What a killed process was building waits again.
  Stored<void> recover();

  Stored<std::optional<Publication>> find(std::int64_t id) const;
  Stored<std::vector<Publication>> newest(std::size_t limit) const;
  Stored<std::optional<Publication>> shown() const;  // the newest that was shown
  // What stood on the site at that moment (Unix time).
  Stored<std::optional<Publication>> shown_at(std::int64_t moment) const;
  Stored<std::vector<KeptFinding>> findings(std::int64_t id) const;

 private:
  Database& database_;
  const Machine& machine_;
};

}  // namespace mektep::editor
