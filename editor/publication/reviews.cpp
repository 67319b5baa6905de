#include "editor/publication/reviews.h"

namespace mektep::editor {
namespace {

using State = Review::State;

constexpr std::array states{State::open, State::approved, State::returned, State::withdrawn};
constexpr std::string_view columns =
    "SELECT id, entry, digest, revision, state, account, name, assigned, created, closed FROM reviews ";

Review read(const Row& row) {
  Review review;
  review.id = row.integer(0);
  review.entry = row.text(1);
  review.digest = row.text(2);
  review.revision = row.text(3);
  for (const State state : states) {
    if (code(state) == row.text(4)) review.state = state;
  }
  review.account = row.integer(5);
  review.name = row.text(6);
  review.assigned = row.integer(7);
  review.created = row.integer(8);
  review.closed = row.integer(9);
  return review;
}

Stored<std::vector<Review>> all(const Stored<Rows>& rows) {
  if (!rows) return std::unexpected(rows.error());
  std::vector<Review> reviews;
  for (const Row& row : *rows) reviews.push_back(read(row));
  return reviews;
}

Stored<std::optional<Review>> first(const Stored<Rows>& rows) {
  auto reviews = all(rows);
  if (!reviews) return std::unexpected(reviews.error());
  if (reviews->empty()) return std::nullopt;
  return std::move(reviews->front());
}

}  // namespace

std::string_view code(State state) {
  switch (state) {
    case State::open:
      return "open";
    case State::approved:
      return "approved";
    case State::returned:
      return "returned";
    case State::withdrawn:
      return "withdrawn";
  }
  return "";
}

Stored<std::int64_t> Reviews::ask(const Actor& actor, std::string_view entry, std::string_view digest,
                                  std::string_view revision, std::int64_t assigned) {
  std::int64_t id = 0;
  const auto asked = database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto open =
        transaction.query("SELECT id FROM reviews WHERE entry = ? AND state = 'open'", {std::string(entry)});
    if (!open) return std::unexpected(open.error());
    Stored<std::int64_t> changed = 0;
    if (!open->empty()) {
      id = open->front().integer(0);
      changed = transaction.change(
          "UPDATE reviews SET digest = ?, revision = ?, account = ?, name = ?, assigned = ? WHERE id = ?",
          {std::string(digest), std::string(revision), actor.account, actor.name, assigned, id});
    } else {
      changed = transaction.change(
          "INSERT INTO reviews (entry, digest, revision, state, account, name, assigned, created) "
          "VALUES (?, ?, ?, 'open', ?, ?, ?, ?)",
          {std::string(entry), std::string(digest), std::string(revision), actor.account, actor.name,
           assigned, machine_.now()});
      id = transaction.last_id();
    }
    if (!changed) return std::unexpected(changed.error());
    return {};
  });
  if (!asked) return std::unexpected(asked.error());
  return id;
}

Stored<void> Reviews::comment(const Actor& actor, std::int64_t review, std::string_view text) {
  const auto added = database_.change(
      "INSERT INTO review_comments (review, account, name, time, text) VALUES (?, ?, ?, ?, ?)",
      {review, actor.account, actor.name, machine_.now(), std::string(text)});
  if (!added) return std::unexpected(added.error());
  return {};
}

Stored<bool> Reviews::close(std::int64_t review, State state) {
  const auto closed =
      database_.change("UPDATE reviews SET state = ?, closed = ? WHERE id = ? AND state = 'open'",
                       {std::string(code(state)), machine_.now(), review});
  if (!closed) return std::unexpected(closed.error());
  return *closed > 0;
}

Stored<std::optional<Review>> Reviews::find(std::int64_t id) const {
  return first(database_.query(std::string(columns) + "WHERE id = ?", {id}));
}

Stored<std::optional<Review>> Reviews::open_of(std::string_view entry) const {
  return first(
      database_.query(std::string(columns) + "WHERE entry = ? AND state = 'open'", {std::string(entry)}));
}

Stored<std::vector<Review>> Reviews::open() const {
  return all(database_.query(std::string(columns) + "WHERE state = 'open' ORDER BY id"));
}

Stored<std::vector<Review>> Reviews::of_entry(std::string_view entry) const {
  return all(
      database_.query(std::string(columns) + "WHERE entry = ? ORDER BY id DESC", {std::string(entry)}));
}

Stored<std::vector<ReviewComment>> Reviews::comments(std::int64_t review) const {
  const auto rows = database_.query(
      "SELECT account, name, time, text FROM review_comments WHERE review = ? ORDER BY id", {review});
  if (!rows) return std::unexpected(rows.error());
  std::vector<ReviewComment> list;
  for (const Row& row : *rows) list.push_back({row.integer(0), row.text(1), row.integer(2), row.text(3)});
  return list;
}

}  // namespace mektep::editor
