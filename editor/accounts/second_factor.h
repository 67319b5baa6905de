// The second factor of accounts: an authenticator application, and recovery codes for the day when the phone
// is lost. Each code works once (security line 4).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

// Every member may be called from any thread.
class SecondFactor {
 public:
  SecondFactor(Database& database, const Machine& machine) : database_(database), machine_(machine) {}

  // The secret that is being set up; the same until it is confirmed or reset. nullopt: set up already.
  Stored<std::optional<std::string>> pending_secret(std::int64_t account);
  // Switches the factor on when `code` is right; returns ten recovery codes, shown once. nullopt: wrong code.
  Stored<std::optional<std::vector<std::string>>> confirm(std::int64_t account, std::string_view code);
  // A code of the application or a recovery code; true for exactly one caller a code.
  Stored<bool> verify(std::int64_t account, std::string_view code);
  Stored<std::vector<std::string>> renew_recovery_codes(std::int64_t account);
  Stored<std::size_t> recovery_codes_left(std::int64_t account) const;
  Stored<void> reset(std::int64_t account);

 private:
  Stored<std::vector<std::string>> write_codes(Transaction& transaction, std::int64_t account);
  Database& database_;
  const Machine& machine_;
};

}  // namespace mektep::editor
