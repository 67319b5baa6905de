#include "editor/accounts/sessions.h"

#include "editor/accounts/token.h"

namespace mektep::editor {
namespace {

constexpr std::string_view columns =
    "SELECT id, account, stage, created, seen, address, agent FROM sessions ";

std::string_view code(Session::Stage stage) {
  switch (stage) {
    case Session::Stage::code:
      return "code";
    case Session::Stage::enrol:
      return "enrol";
    case Session::Stage::full:
      break;
  }
  return "full";
}

Session session_of(const Row& row) {
  Session session;
  session.id = row.integer(0);
  session.account = row.integer(1);
  session.stage = row.text(2) == "full"   ? Session::Stage::full
                  : row.text(2) == "code" ? Session::Stage::code
                                          : Session::Stage::enrol;
  session.created = row.integer(3);
  session.seen = row.integer(4);
  session.address = row.text(5);
  session.agent = row.text(6);
  return session;
}

}  // namespace

Sessions::Sessions(Database& database, const Machine& machine, SessionLimits limits)
    : database_(database), machine_(machine), limits_(limits) {}

Stored<std::string> Sessions::start(std::int64_t account, Session::Stage stage, std::string_view address,
                                    std::string_view agent) {
  std::string token = make_token(machine_);
  const std::int64_t now = machine_.now();
  const auto inserted = database_.change(
      "INSERT INTO sessions (hash, account, stage, created, seen, address, agent) VALUES (?, ?, ?, ?, ?, ?, "
      "?)",
      {token_hash(token), account, std::string(code(stage)), now, now, std::string(address),
       std::string(agent.substr(0, 200))});
  if (!inserted) return std::unexpected(inserted.error());
  return token;
}

bool Sessions::is_over(const Session& session) const {
  const std::int64_t now = machine_.now();
  // A clock that was set back makes no session longer: what began in the future is over.
  if (session.created > now + 60 || now - session.created >= limits_.absolute) return true;
  if (session.stage != Session::Stage::full && now - session.created >= limits_.unfinished) return true;
  return now - session.seen >= limits_.idle;
}

Stored<std::optional<Session>> Sessions::find(std::string_view token) {
  const auto rows = database_.query(std::string(columns) + "WHERE hash = ?", {token_hash(token)});
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  Session session = session_of(rows->front());
  if (is_over(session)) {
    if (auto ended = end(session.account, session.id); !ended) return std::unexpected(ended.error());
    return std::nullopt;
  }
  if (const std::int64_t now = machine_.now(); now - session.seen >= limits_.note_every) {
    auto noted = database_.change("UPDATE sessions SET seen = ? WHERE id = ?", {now, session.id});
    if (!noted) return std::unexpected(noted.error());
    session.seen = now;
  }
  return session;
}

Stored<void> Sessions::end(std::int64_t account, std::int64_t session) {
  auto ended = database_.change("DELETE FROM sessions WHERE account = ? AND id = ?", {account, session});
  if (!ended) return std::unexpected(ended.error());
  return {};
}

Stored<void> Sessions::end_all(std::int64_t account, std::int64_t except) {
  auto ended = database_.change("DELETE FROM sessions WHERE account = ? AND id <> ?", {account, except});
  if (!ended) return std::unexpected(ended.error());
  return {};
}

Stored<std::vector<Session>> Sessions::list(std::int64_t account) const {
  const auto rows =
      database_.query(std::string(columns) + "WHERE account = ? ORDER BY seen DESC, id", {account});
  if (!rows) return std::unexpected(rows.error());
  std::vector<Session> sessions;
  for (const Row& row : *rows)
    if (Session session = session_of(row); !is_over(session)) sessions.push_back(std::move(session));
  return sessions;
}

}  // namespace mektep::editor
