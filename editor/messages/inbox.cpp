#include "editor/messages/inbox.h"

namespace mektep::editor {
namespace {

using State = VisitorMessage::State;

constexpr std::array states{State::fresh, State::answered, State::set_aside};
constexpr std::string_view columns =
    "SELECT id, state, time, name, contact, text, answer, answered_by, published FROM messages ";

constexpr std::array steps{
    Migration{"messages", 1, R"(
CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL,
  time INTEGER NOT NULL,
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  text TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '',
  answered_by TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '');
CREATE INDEX messages_by_state ON messages(state, id);
CREATE TABLE message_form (open INTEGER NOT NULL);
INSERT INTO message_form VALUES (0);
)"},
};

VisitorMessage read(const Row& row) {
  VisitorMessage message;
  message.id = row.integer(0);
  for (const State state : states) {
    if (code(state) == row.text(1)) message.state = state;
  }
  message.time = row.integer(2);
  message.name = row.text(3);
  message.contact = row.text(4);
  message.text = row.text(5);
  message.answer = row.text(6);
  message.answered_by = row.text(7);
  message.published = row.text(8);
  return message;
}

Stored<void> done(const Stored<std::int64_t>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}

}  // namespace

std::string_view code(State state) {
  switch (state) {
    case State::fresh:
      return "fresh";
    case State::answered:
      return "answered";
    case State::set_aside:
      return "set_aside";
  }
  return "";
}

std::span<const Migration> message_migrations() {
  return steps;
}

Inbox::Inbox(Database& database, const Machine& machine, InboxLimits limits)
    : database_(database), machine_(machine), limits_(limits) {}

Stored<bool> Inbox::open() const {
  const auto rows = database_.query("SELECT open FROM message_form");
  if (!rows) return std::unexpected(rows.error());
  return !rows->empty() && rows->front().truth(0);
}

Stored<void> Inbox::set_open(bool open) {
  return done(database_.change("UPDATE message_form SET open = ?", {std::int64_t{open}}));
}

bool Inbox::admit(std::string_view address) {
  constexpr std::int64_t hour = 3600;
  const std::int64_t now = machine_.now();
  const std::scoped_lock lock(mutex_);
  attempts_.erase(attempts_.begin(), attempts_.upper_bound(now - hour));
  const auto mine =
      std::ranges::count_if(attempts_, [&](const auto& attempt) { return attempt.second == address; });
  if (attempts_.size() >= limits_.of_all || static_cast<std::size_t>(mine) >= limits_.of_one_address)
    return false;
  attempts_.emplace(now, address);
  return true;
}

Stored<std::int64_t> Inbox::receive(std::string_view name, std::string_view contact, std::string_view text) {
  std::int64_t id = 0;
  const auto stored = database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto added = transaction.change(
        "INSERT INTO messages (state, time, name, contact, text) VALUES ('fresh', ?, ?, ?, ?)",
        {machine_.now(), std::string(name), std::string(contact), std::string(text)});
    id = transaction.last_id();
    return done(added);
  });
  if (!stored) return std::unexpected(stored.error());
  return id;
}

Stored<std::vector<VisitorMessage>> Inbox::list(std::optional<State> state, std::size_t limit) const {
  const auto count = static_cast<std::int64_t>(limit);
  const auto rows = state ? database_.query(std::string(columns) + "WHERE state = ? ORDER BY id DESC LIMIT ?",
                                            {std::string(code(*state)), count})
                          : database_.query(std::string(columns) + "ORDER BY id DESC LIMIT ?", {count});
  if (!rows) return std::unexpected(rows.error());
  std::vector<VisitorMessage> messages;
  for (const Row& row : *rows) messages.push_back(read(row));
  return messages;
}

Stored<std::optional<VisitorMessage>> Inbox::find(std::int64_t id) const {
  const auto rows = database_.query(std::string(columns) + "WHERE id = ?", {id});
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  return read(rows->front());
}

Stored<std::int64_t> Inbox::fresh() const {
  const auto rows = database_.query("SELECT count(*) FROM messages WHERE state = 'fresh'");
  if (!rows) return std::unexpected(rows.error());
  return rows->front().integer(0);
}

Stored<void> Inbox::answer(std::int64_t id, std::string_view text, std::string_view by,
                           std::string_view published) {
  return done(database_.change(
      "UPDATE messages SET state = 'answered', answer = ?, answered_by = ?, published = ? WHERE id = ?",
      {std::string(text), std::string(by), std::string(published), id}));
}

Stored<void> Inbox::set_state(std::int64_t id, State state) {
  return done(database_.change("UPDATE messages SET state = ? WHERE id = ?", {std::string(code(state)), id}));
}

Stored<bool> Inbox::remove(std::int64_t id) {
  const auto removed = database_.change("DELETE FROM messages WHERE id = ?", {id});
  if (!removed) return std::unexpected(removed.error());
  return *removed > 0;
}

Stored<std::int64_t> Inbox::remove_old() {
  return database_.change("DELETE FROM messages WHERE time < ?", {machine_.now() - limits_.kept});
}

}  // namespace mektep::editor
