#include "editor/publication/ledger.h"

#include "base/text.h"
#include "syntax/json.h"

namespace mektep::editor {
namespace {

using Kind = Publication::Kind;
using State = Publication::State;

constexpr std::array kinds{Kind::by_hand, Kind::scheduled, Kind::daily, Kind::roll_back};
constexpr std::array states{State::waiting, State::building, State::shown, State::failed};

constexpr std::string_view columns =
    "SELECT id, kind, state, account, name, email, asked, finished, revision, release, changes FROM "
    "publications ";

template <class Value>
Value parse(std::string_view text, std::span<const Value> all) {
  const auto found = std::ranges::find_if(all, [&](Value value) { return code(value) == text; });
  return found == all.end() ? all.front() : *found;
}

Publication read(const Row& row) {
  Publication publication;
  publication.id = row.integer(0);
  publication.kind = parse<Kind>(row.text(1), kinds);
  publication.state = parse<State>(row.text(2), states);
  publication.account = row.integer(3);
  publication.name = row.text(4);
  publication.email = row.text(5);
  publication.asked = row.integer(6);
  publication.finished = row.integer(7);
  publication.revision = row.text(8);
  publication.release = row.text(9);
  for (const std::string_view entry : split(row.text(10), '\n')) {
    if (!entry.empty()) publication.changes.emplace_back(entry);
  }
  return publication;
}

void write(JsonWriter& json, std::string_view key, const Label& label) {
  json.key(key).begin_object();
  json.key("ky").value(label.ky).key("ru").value(label.ru).key("en").value(label.en);
  json.end_object();
}

std::string to_json(const std::vector<KeptFinding>& findings) {
  JsonWriter json;
  json.begin_array();
  for (const KeptFinding& finding : findings) {
    json.begin_object();
    json.key("file").value(finding.file).key("field").value(finding.field);
    json.key("line").value(finding.line).key("blocks").value(finding.blocks);
    write(json, "message", finding.message);
    write(json, "hint", finding.hint);
    json.end_object();
  }
  json.end_array();
  return json.take();
}

Label label_of(const Node& node, std::string_view key) {
  const Node* label = node.given(key);
  if (!label) return {};
  return {std::string(label->text_of("ky")), std::string(label->text_of("ru")),
          std::string(label->text_of("en"))};
}

std::vector<KeptFinding> from_json(std::string_view text) {
  Findings faults;
  const Node list = parse_json(text, "", faults);
  std::vector<KeptFinding> findings;
  for (const Node& node : list.items) {
    KeptFinding finding{std::string(node.text_of("file")), std::string(node.text_of("field"))};
    for (const char digit : node.text_of("line"))
      finding.line = finding.line * 10 + static_cast<unsigned>(digit - '0');
    finding.blocks = node.text_of("blocks") == "true";
    finding.message = label_of(node, "message");
    finding.hint = label_of(node, "hint");
    findings.push_back(std::move(finding));
  }
  return findings;
}

Stored<std::optional<Publication>> first(const Stored<Rows>& rows) {
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  return read(rows->front());
}

Stored<void> done(const Stored<std::int64_t>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}

}  // namespace

std::string_view code(Kind kind) {
  switch (kind) {
    case Kind::by_hand:
      return "by_hand";
    case Kind::scheduled:
      return "scheduled";
    case Kind::daily:
      return "daily";
    case Kind::roll_back:
      return "roll_back";
  }
  return "";
}

std::string_view code(State state) {
  switch (state) {
    case State::waiting:
      return "waiting";
    case State::building:
      return "building";
    case State::shown:
      return "shown";
    case State::failed:
      return "failed";
  }
  return "";
}

Stored<std::int64_t> Ledger::ask(Kind kind, const Actor* actor, const std::string& revision) {
  std::int64_t id = 0;
  const auto asked = database_.transact([&](Transaction& transaction) -> Stored<void> {
    // A second click while the first one waits is the same wish.
    const auto waiting =
        transaction.query("SELECT id FROM publications WHERE state = 'waiting' AND kind = ? AND revision = ?",
                          {std::string(code(kind)), revision});
    if (!waiting) return std::unexpected(waiting.error());
    if (!waiting->empty()) {
      id = waiting->front().integer(0);
      return {};
    }
    const auto added = transaction.change(
        "INSERT INTO publications (kind, state, account, name, email, asked, revision) "
        "VALUES (?, 'waiting', ?, ?, ?, ?, ?)",
        {std::string(code(kind)), actor ? actor->account : std::int64_t{0},
         actor ? actor->name : std::string(), actor ? actor->email : std::string(), machine_.now(),
         revision});
    if (!added) return std::unexpected(added.error());
    id = transaction.last_id();
    return {};
  });
  if (!asked) return std::unexpected(asked.error());
  return id;
}

Stored<std::optional<Publication>> Ledger::next() const {
  return first(database_.query(std::string(columns) + "WHERE state = 'waiting' ORDER BY id LIMIT 1"));
}

Stored<void> Ledger::begin(std::int64_t id) {
  return done(database_.change("UPDATE publications SET state = 'building' WHERE id = ?", {id}));
}

Stored<void> Ledger::succeed(std::int64_t id, const std::string& revision, const std::string& release,
                             const std::vector<std::string>& changes,
                             const std::vector<KeptFinding>& findings) {
  return done(
      database_.change("UPDATE publications SET state = 'shown', finished = ?, revision = ?, release = ?, "
                       "changes = ?, report = ? "
                       "WHERE id = ?",
                       {machine_.now(), revision, release, join(changes, "\n"), to_json(findings), id}));
}

Stored<void> Ledger::fail(std::int64_t id, const std::vector<KeptFinding>& findings) {
  return done(
      database_.change("UPDATE publications SET state = 'failed', finished = ?, report = ? WHERE id = ?",
                       {machine_.now(), to_json(findings), id}));
}

Stored<void> Ledger::recover() {
  return done(database_.change("UPDATE publications SET state = 'waiting' WHERE state = 'building'"));
}

Stored<std::optional<Publication>> Ledger::find(std::int64_t id) const {
  return first(database_.query(std::string(columns) + "WHERE id = ?", {id}));
}

Stored<std::vector<Publication>> Ledger::newest(std::size_t limit) const {
  const auto rows =
      database_.query(std::string(columns) + "ORDER BY id DESC LIMIT ?", {static_cast<std::int64_t>(limit)});
  if (!rows) return std::unexpected(rows.error());
  std::vector<Publication> list;
  for (const Row& row : *rows) list.push_back(read(row));
  return list;
}

Stored<std::optional<Publication>> Ledger::shown() const {
  return first(database_.query(std::string(columns) + "WHERE state = 'shown' ORDER BY id DESC LIMIT 1"));
}

Stored<std::optional<Publication>> Ledger::shown_at(std::int64_t moment) const {
  return first(database_.query(
      std::string(columns) + "WHERE state = 'shown' AND finished <= ? ORDER BY id DESC LIMIT 1", {moment}));
}

Stored<std::vector<KeptFinding>> Ledger::findings(std::int64_t id) const {
  const auto rows = database_.query("SELECT report FROM publications WHERE id = ?", {id});
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty() || rows->front().text(0).empty()) return std::vector<KeptFinding>();
  return from_json(rows->front().text(0));
}

}  // namespace mektep::editor
