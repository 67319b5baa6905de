#include "editor/accounts/usage.h"

#include "base/date.h"
#include "base/zone.h"

namespace mektep::editor {

void Usage::count(std::int64_t account, std::string_view what) {
  // A count that is lost harms nobody: the deed itself must not fail for it.
  (void)database_.change(
      "INSERT INTO usage (account, day, what, count) VALUES (?, ?, ?, 1) "
      "ON CONFLICT (account, day, what) DO UPDATE SET count = count + 1",
      {account, date_at(machine_.now(), bishkek_minutes).iso(), std::string(what)});
}

Stored<std::vector<AccountUsage>> Usage::since(std::int64_t unix_seconds) const {
  const auto rows = database_.query(
      "SELECT account, count(DISTINCT day), sum(count) FILTER (WHERE what = 'login'), "
      "sum(count) FILTER (WHERE what = 'save'), sum(count) FILTER (WHERE what = 'publish') "
      "FROM usage WHERE day >= ? GROUP BY account ORDER BY account",
      {date_at(unix_seconds, bishkek_minutes).iso()});
  if (!rows) return std::unexpected(rows.error());
  std::vector<AccountUsage> all;
  for (const Row& row : *rows)
    all.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4)});
  return all;
}

}  // namespace mektep::editor
