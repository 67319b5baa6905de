#include "editor/drafts/trash.h"

namespace mektep::editor {
namespace {

constexpr std::array of_trash{Migration{"trash", 1, R"(
CREATE TABLE trash (
  id INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  revision TEXT NOT NULL,
  title TEXT NOT NULL,
  account INTEGER NOT NULL,
  name TEXT NOT NULL,
  deleted INTEGER NOT NULL);
)"}};

constexpr std::string_view select = "SELECT id, entry, revision, title, name, deleted FROM trash ";

Trashed trashed_of(const Row& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.integer(5)};
}

Stored<void> without_count(Stored<std::int64_t> changed) {
  if (!changed) return std::unexpected(std::move(changed.error()));
  return {};
}

}  // namespace

std::span<const Migration> trash_migrations() {
  return of_trash;
}

Stored<void> Trash::add(const std::string& entry, const std::string& revision, const std::string& title,
                        const Actor& actor) {
  return without_count(database_.change(
      "INSERT INTO trash (entry, revision, title, account, name, deleted) VALUES (?, ?, ?, ?, ?, ?)",
      {entry, revision, title, actor.account, actor.name, machine_.now()}));
}

Stored<std::vector<Trashed>> Trash::list() const {
  auto rows = database_.query(std::string(select) + "ORDER BY id DESC");
  if (!rows) return std::unexpected(std::move(rows.error()));
  std::vector<Trashed> all;
  for (const Row& row : *rows) all.push_back(trashed_of(row));
  return all;
}

Stored<std::optional<Trashed>> Trash::find(std::int64_t id) const {
  auto rows = database_.query(std::string(select) + "WHERE id = ?", {id});
  if (!rows) return std::unexpected(std::move(rows.error()));
  return rows->empty() ? std::optional<Trashed>() : trashed_of((*rows)[0]);
}

Stored<void> Trash::remove(std::int64_t id) {
  return without_count(database_.change("DELETE FROM trash WHERE id = ?", {id}));
}

}  // namespace mektep::editor
