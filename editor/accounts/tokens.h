// Keys of the API: each belongs to one account and may do what its role may. Stored hashed, shown once.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct ApiToken {
  std::int64_t id = 0, account = 0;
  std::string label;                                // what it is for, in the person's words
  std::int64_t created = 0, expires = 0, used = 0;  // Unix time; used 0 = never
};

// Every member may be called from any thread.
class ApiTokens {
 public:
  static constexpr std::int64_t lifetime = 90 * 24 * 3600;  // seconds

  ApiTokens(Database& database, const Machine& machine) : database_(database), machine_(machine) {}
  Stored<std::string> make(std::int64_t account, std::string_view label);
  Stored<std::optional<ApiToken>> find(std::string_view token);  // nullopt: unknown or over
  Stored<void> revoke(std::int64_t account, std::int64_t id);
  Stored<std::vector<ApiToken>> list(std::int64_t account) const;

 private:
  Database& database_;
  const Machine& machine_;
};

}  // namespace mektep::editor
