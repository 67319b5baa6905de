#include "editor/publication/approvals.h"

#include <set>

#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

constexpr std::string_view insert =
    "INSERT INTO approvals (entry, digest, revision, account, name, time, not_before) VALUES (?, ?, ?, ?, ?, "
    "?, ?)";
constexpr std::string_view columns =
    "SELECT entry, digest, revision, account, name, time, not_before FROM approvals ";

Approval read(const Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.integer(3), row.text(4), row.integer(5), row.integer(6)};
}

}  // namespace

Stored<void> Approvals::approve(const Actor& actor, std::string_view entry, std::string_view digest,
                                std::string_view revision, std::int64_t not_before) {
  const std::int64_t now = machine_.now();
  return database_.transact([&](Transaction& transaction) -> Stored<void> {
    auto replaced = transaction.change("DELETE FROM approvals WHERE entry = ? AND not_before > ?",
                                       {std::string(entry), now});
    if (!replaced) return std::unexpected(replaced.error());
    auto added = transaction.change(insert, {std::string(entry), std::string(digest), std::string(revision),
                                             actor.account, actor.name, now, not_before});
    if (!added) return std::unexpected(added.error());
    return {};
  });
}

Stored<void> Approvals::take_over(const Snapshot& snapshot, const std::string& revision) {
  std::set<std::string> entries;
  for (const SourceFile& file : snapshot.files()) entries.insert(entry_of(file.path));
  const std::int64_t now = machine_.now();
  return database_.transact([&](Transaction& transaction) -> Stored<void> {
    for (const std::string& entry : entries) {
      auto added = transaction.change(insert, {entry, digest_of_entry(snapshot, entry), revision,
                                               std::int64_t{0}, std::string(), now, std::int64_t{0}});
      if (!added) return std::unexpected(added.error());
    }
    return {};
  });
}

Stored<ApprovalMap> Approvals::all(std::int64_t now) const {
  const auto rows = database_.query(std::string(columns) + "ORDER BY id");
  if (!rows) return std::unexpected(rows.error());
  ApprovalMap map;
  for (const Row& row : *rows) {
    Approval approval = read(row);
    Approved& approved = map[approval.entry];
    (approval.not_before > now ? approved.scheduled : approved.shown) = std::move(approval);
  }
  return map;
}

Stored<std::optional<std::int64_t>> Approvals::next_due(std::int64_t now) const {
  const auto rows = database_.query("SELECT min(not_before) FROM approvals WHERE not_before > ?", {now});
  if (!rows) return std::unexpected(rows.error());
  return rows->empty() ? std::nullopt : rows->front().maybe_integer(0);
}

Stored<bool> Approvals::unschedule(std::string_view entry, std::int64_t now) {
  const auto removed =
      database_.change("DELETE FROM approvals WHERE entry = ? AND not_before > ?", {std::string(entry), now});
  if (!removed) return std::unexpected(removed.error());
  return *removed > 0;
}

Stored<std::vector<Approval>> Approvals::of_entry(std::string_view entry) const {
  const auto rows =
      database_.query(std::string(columns) + "WHERE entry = ? ORDER BY id DESC", {std::string(entry)});
  if (!rows) return std::unexpected(rows.error());
  std::vector<Approval> list;
  for (const Row& row : *rows) list.push_back(read(row));
  return list;
}

}  // namespace mektep::editor
