#include "editor/accounts/tokens.h"

#include "editor/accounts/token.h"

namespace mektep::editor {
namespace {

constexpr std::int64_t note_every = 60;  // seconds between two notes of use

ApiToken token_of(const Row& row) {
  return {row.integer(0), row.integer(1), row.text(2), row.integer(3), row.integer(4), row.integer(5)};
}

Stored<void> done(const Stored<std::int64_t>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}

}  // namespace

Stored<std::string> ApiTokens::make(std::int64_t account, std::string_view label) {
  std::string token = "mektep_" + make_token(machine_);
  const std::int64_t now = machine_.now();
  const auto made = done(
      database_.change("INSERT INTO tokens (hash, account, label, created, expires) VALUES (?, ?, ?, ?, ?)",
                       {token_hash(token), account, std::string(label), now, now + lifetime}));
  if (!made) return std::unexpected(made.error());
  return token;
}

Stored<std::optional<ApiToken>> ApiTokens::find(std::string_view token) {
  const auto rows = database_.query(
      "SELECT id, account, label, created, expires, used FROM tokens WHERE hash = ? AND expires > ?",
      {token_hash(token), machine_.now()});
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  ApiToken found = token_of(rows->front());
  if (const std::int64_t now = machine_.now(); now - found.used >= note_every) {
    const auto noted = done(database_.change("UPDATE tokens SET used = ? WHERE id = ?", {now, found.id}));
    if (!noted) return std::unexpected(noted.error());
  }
  return found;
}

Stored<void> ApiTokens::revoke(std::int64_t account, std::int64_t id) {
  return done(database_.change("DELETE FROM tokens WHERE account = ? AND id = ?", {account, id}));
}

Stored<std::vector<ApiToken>> ApiTokens::list(std::int64_t account) const {
  const auto rows = database_.query(
      "SELECT id, account, label, created, expires, used FROM tokens WHERE account = ? ORDER BY id",
      {account});
  if (!rows) return std::unexpected(rows.error());
  std::vector<ApiToken> all;
  for (const Row& row : *rows) all.push_back(token_of(row));
  return all;
}

}  // namespace mektep::editor
