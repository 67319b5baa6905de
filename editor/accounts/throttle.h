// Slows down whoever guesses: after a few failures each further try has to wait longer, never for ever. An
// attempt counts as failed until it is cleared, so that many at once win nothing (security line 5).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct ThrottleLimits {
  std::int64_t window = 15 * 60;    // seconds for which a failure counts
  std::size_t account_free = 5;     // failures of one account before waiting begins
  std::size_t address_free = 20;    // of one address
  std::int64_t first_wait = 2;      // seconds; doubled with each further failure
  std::int64_t longest_wait = 600;  // seconds
};

// Every member may be called from any thread.
class Throttle {
 public:
  Throttle(Database& database, const Machine& machine, ThrottleLimits limits = {})
      : database_(database), machine_(machine), limits_(limits) {}

  // Asks for one attempt: 0 = go on, and it is noted; else the seconds to wait.
  Stored<std::int64_t> begin(std::string_view account, std::string_view address);
  // The attempt was good: failures of the account are forgotten, and this one of the address.
  Stored<void> clear(std::string_view account, std::string_view address);

 private:
  Stored<std::int64_t> wait_of(Transaction& transaction, const std::string& subject, std::size_t free) const;
  Database& database_;
  const Machine& machine_;
  ThrottleLimits limits_;
};

}  // namespace mektep::editor
