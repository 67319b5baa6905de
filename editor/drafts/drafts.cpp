#include "editor/drafts/drafts.h"

#include <algorithm>

namespace mektep::editor {
namespace {

constexpr std::array of_drafts{Migration{"drafts", 1, R"(
CREATE TABLE drafts (
  account INTEGER NOT NULL,
  entry TEXT NOT NULL,
  base TEXT NOT NULL,
  version INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  PRIMARY KEY (account, entry));
CREATE TABLE draft_files (
  account INTEGER NOT NULL,
  entry TEXT NOT NULL,
  path TEXT NOT NULL,
  bytes TEXT,
  PRIMARY KEY (account, entry, path),
  FOREIGN KEY (account, entry) REFERENCES drafts(account, entry) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE draft_copies (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  entry TEXT NOT NULL,
  base TEXT NOT NULL,
  version INTEGER NOT NULL,
  saved INTEGER NOT NULL);
CREATE INDEX copies_of_draft ON draft_copies(account, entry);
CREATE TABLE draft_copy_files (
  copy INTEGER NOT NULL REFERENCES draft_copies(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  bytes TEXT,
  PRIMARY KEY (copy, path));
)"}};

constexpr std::string_view columns = "account, entry, base, version, saved";

Draft draft_of(const Row& row) {
  return {row.integer(0), row.text(1), row.text(2), row.integer(3), row.integer(4), {}};
}

std::vector<Draft> drafts_of(const Rows& rows) {
  std::vector<Draft> drafts;
  for (const Row& row : rows) drafts.push_back(draft_of(row));
  return drafts;
}

std::vector<DraftFile> files_of(const Rows& rows) {
  std::vector<DraftFile> files;
  for (const Row& row : rows)
    files.push_back({row.text(0), row.is_null(1) ? std::nullopt : std::optional(row.text(1))});
  return files;
}

Cell cell_of(const std::optional<std::string>& bytes) {
  return bytes ? Cell(*bytes) : Cell();
}

std::string select_drafts(std::string_view rest) {
  return fmt::format("SELECT {} FROM drafts {}", columns, rest);
}

constexpr std::string_view select_files =
    "SELECT path, bytes FROM draft_files WHERE account = ? AND entry = ? ORDER BY path";

Stored<std::optional<Draft>> current(Transaction& transaction, std::int64_t account,
                                     const std::string& entry) {
  auto rows = transaction.query(select_drafts("WHERE account = ? AND entry = ?"), {account, entry});
  if (!rows) return std::unexpected(std::move(rows.error()));
  if (rows->empty()) return std::optional<Draft>();
  Draft draft = draft_of((*rows)[0]);
  auto files = transaction.query(select_files, {account, entry});
  if (!files) return std::unexpected(std::move(files.error()));
  draft.files = files_of(*files);
  return draft;
}

// Runs statements one after the other until one fails.
class Steps {
 public:
  explicit Steps(Transaction& transaction) : transaction_(transaction) {}
  void run(std::string_view sql, std::vector<Cell> arguments) {
    if (!done_) return;
    if (auto changed = transaction_.change(sql, std::move(arguments)); !changed)
      done_ = std::unexpected(std::move(changed.error()));
  }
  std::int64_t last_id() const { return transaction_.last_id(); }
  Stored<void> done() { return std::move(done_); }

 private:
  Transaction& transaction_;
  Stored<void> done_;
};

void keep_copy(Steps& steps, const Draft& draft) {
  steps.run(fmt::format("INSERT INTO draft_copies ({}) VALUES (?, ?, ?, ?, ?)", columns),
            {draft.account, draft.entry, draft.base, draft.version, draft.saved});
  const std::int64_t copy = steps.last_id();
  for (const DraftFile& file : draft.files) {
    steps.run("INSERT INTO draft_copy_files (copy, path, bytes) VALUES (?, ?, ?)",
              {copy, file.path, cell_of(file.bytes)});
  }
  steps.run(
      "DELETE FROM draft_copies WHERE account = ? AND entry = ? AND id NOT IN "
      "(SELECT id FROM draft_copies WHERE account = ? AND entry = ? ORDER BY id DESC LIMIT ?)",
      {draft.account, draft.entry, draft.account, draft.entry, static_cast<std::int64_t>(most_copies)});
}

// Whether the files of `save` would take away something that stands in `draft`.
bool overwrites(const Draft& draft, const DraftSave& save) {
  return std::ranges::any_of(draft.files, [&](const DraftFile& file) {
    const auto given = std::ranges::find(save.files, file.path, &DraftFile::path);
    return given == save.files.end() ? draft.base != save.base : given->bytes != file.bytes;
  });
}

}  // namespace

std::span<const Migration> draft_migrations() {
  return of_drafts;
}

Stored<DraftSaved> Drafts::save(const DraftSave& save) {
  DraftSaved saved{.saved = machine_.milliseconds()};
  auto done = database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto draft = current(transaction, save.account, save.entry);
    if (!draft) return std::unexpected(draft.error());
    Steps steps(transaction);
    const bool unseen = *draft && (*draft)->version != save.version;
    if (unseen && overwrites(**draft, save)) {
      keep_copy(steps, **draft);
      saved.replaced_another = true;
    }
    saved.version = (*draft ? (*draft)->version : 0) + 1;
    steps.run(fmt::format("INSERT INTO drafts ({}) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                          "base = excluded.base, version = excluded.version, saved = excluded.saved",
                          columns),
              {save.account, save.entry, save.base, saved.version, saved.saved});
    if (*draft && (*draft)->base != save.base)
      steps.run("DELETE FROM draft_files WHERE account = ? AND entry = ?", {save.account, save.entry});
    for (const DraftFile& file : save.files) {
      steps.run(
          "INSERT INTO draft_files (account, entry, path, bytes) VALUES (?, ?, ?, ?) "
          "ON CONFLICT DO UPDATE SET bytes = excluded.bytes",
          {save.account, save.entry, file.path, cell_of(file.bytes)});
    }
    return steps.done();
  });
  if (!done) return std::unexpected(std::move(done.error()));
  return saved;
}

Stored<std::optional<Draft>> Drafts::find(std::int64_t account, const std::string& entry) const {
  auto rows = database_.query(select_drafts("WHERE account = ? AND entry = ?"), {account, entry});
  if (!rows) return std::unexpected(std::move(rows.error()));
  if (rows->empty()) return std::optional<Draft>();
  Draft draft = draft_of((*rows)[0]);
  auto files = database_.query(select_files, {account, entry});
  if (!files) return std::unexpected(std::move(files.error()));
  draft.files = files_of(*files);
  return draft;
}

Stored<std::vector<Draft>> Drafts::list(std::int64_t account) const {
  auto rows = account == 0
                  ? database_.query(select_drafts("ORDER BY saved DESC, entry"))
                  : database_.query(select_drafts("WHERE account = ? ORDER BY saved DESC, entry"), {account});
  if (!rows) return std::unexpected(std::move(rows.error()));
  return drafts_of(*rows);
}

Stored<std::vector<Draft>> Drafts::of_entry(const std::string& entry) const {
  auto rows = database_.query(select_drafts("WHERE entry = ? ORDER BY saved DESC, account"), {entry});
  if (!rows) return std::unexpected(std::move(rows.error()));
  return drafts_of(*rows);
}

Stored<void> Drafts::discard(std::int64_t account, const std::string& entry) {
  return database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto draft = current(transaction, account, entry);
    if (!draft) return std::unexpected(draft.error());
    if (!*draft) return {};
    Steps steps(transaction);
    keep_copy(steps, **draft);
    steps.run("DELETE FROM drafts WHERE account = ? AND entry = ?", {account, entry});
    return steps.done();
  });
}

Stored<void> Drafts::settle(std::int64_t account, const std::string& entry, std::int64_t version) {
  auto changed = database_.change("DELETE FROM drafts WHERE account = ? AND entry = ? AND version = ?",
                                  {account, entry, version});
  if (!changed) return std::unexpected(std::move(changed.error()));
  return {};
}

Stored<void> Drafts::rename(const std::string& entry, const std::string& new_entry) {
  return database_.transact([&](Transaction& transaction) -> Stored<void> {
    Steps steps(transaction);
    // Somebody may have begun a draft under the new name: that one stays where it is.
    steps.run("UPDATE OR IGNORE drafts SET entry = ? WHERE entry = ?", {new_entry, entry});
    steps.run(
        "UPDATE draft_files SET path = ? || substr(path, length(?) + 1) "
        "WHERE entry = ? AND substr(path, 1, length(?)) = ?",
        {new_entry, entry, new_entry, entry, entry});
    steps.run("UPDATE draft_copies SET entry = ? WHERE entry = ?", {new_entry, entry});
    return steps.done();
  });
}

Stored<std::vector<Draft>> Drafts::copies(std::int64_t account, const std::string& entry) const {
  return copies_where("account = ? AND entry = ?", {account, entry});
}

Stored<std::vector<Draft>> Drafts::all_copies(std::int64_t account) const {
  return copies_where("account = ?", {account});
}

Stored<std::vector<Draft>> Drafts::copies_where(std::string_view condition,
                                                std::vector<Cell> arguments) const {
  auto rows = database_.query(
      fmt::format("SELECT {}, id FROM draft_copies WHERE {} ORDER BY id DESC LIMIT 100", columns, condition),
      std::move(arguments));
  if (!rows) return std::unexpected(std::move(rows.error()));
  std::vector<Draft> copies = drafts_of(*rows);
  for (std::size_t i = 0; i < copies.size(); ++i) {
    auto files = database_.query("SELECT path, bytes FROM draft_copy_files WHERE copy = ? ORDER BY path",
                                 {(*rows)[i].integer(5)});
    if (!files) return std::unexpected(std::move(files.error()));
    copies[i].files = files_of(*files);
  }
  return copies;
}

Stored<void> Drafts::forget_old_copies() {
  const std::int64_t oldest = machine_.milliseconds() - copy_days * 24LL * 60 * 60 * 1000;
  auto changed = database_.change("DELETE FROM draft_copies WHERE saved < ?", {oldest});
  if (!changed) return std::unexpected(std::move(changed.error()));
  return {};
}

}  // namespace mektep::editor
