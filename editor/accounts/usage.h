// How much each account uses the editor: counts by day, for the statistics of use.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct AccountUsage {
  std::int64_t account = 0;
  std::int64_t days = 0;  // on which the account did anything
  std::int64_t logins = 0, saves = 0, publications = 0;
};

// Every member may be called from any thread.
class Usage {
 public:
  Usage(Database& database, const Machine& machine) : database_(database), machine_(machine) {}
  // One more of `what` ("login", "save", "publish") today (EMIS-17).
  void count(std::int64_t account, std::string_view what);
  Stored<std::vector<AccountUsage>> since(std::int64_t unix_seconds) const;

 private:
  Database& database_;
  const Machine& machine_;
};

}  // namespace mektep::editor
