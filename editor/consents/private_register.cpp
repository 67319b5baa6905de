#include "editor/consents/private_register.h"

#include <array>

namespace mektep::editor {
namespace {

constexpr std::array steps{
    Migration{"consents", 1, R"(
CREATE TABLE private_names (
  pseudonym TEXT PRIMARY KEY,
  surname TEXT NOT NULL,
  given TEXT NOT NULL,
  patronymic TEXT NOT NULL);
CREATE TABLE withdrawals (
  id INTEGER PRIMARY KEY,
  consent TEXT NOT NULL,
  time INTEGER NOT NULL,
  name TEXT NOT NULL,
  publication INTEGER NOT NULL,
  confirmed INTEGER NOT NULL DEFAULT 0,
  traces TEXT NOT NULL);
)"},
    Migration{"consents", 2, R"(
ALTER TABLE withdrawals ADD COLUMN forgets TEXT NOT NULL DEFAULT '';
ALTER TABLE withdrawals ADD COLUMN stays TEXT NOT NULL DEFAULT '';
)"},
};

Stored<void> done(const Stored<std::int64_t>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}

// A line each: "b" and bytes, or "n" and the parts of a name; no part holds a tab or a line end.
std::string format(const Traces& traces) {
  std::string text;
  for (const std::string& bytes : traces.bytes) text += "b\t" + bytes + '\n';
  for (const PrivateName& name : traces.names) {
    text += fmt::format("n\t{}\t{}\t{}\t{}\n", name.pseudonym, name.surname, name.given, name.patronymic);
  }
  return text;
}

Traces parse(std::string_view text) {
  Traces traces;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::vector<std::string> parts;
    for (std::string_view line = text.substr(0, end); true;) {
      const std::size_t tab = line.find('\t');
      parts.emplace_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    if (parts.size() == 2) traces.bytes.push_back(parts[1]);
    if (parts.size() == 5) traces.names.push_back({parts[1], parts[2], parts[3], parts[4]});
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return traces;
}

PrivateName name_of(const Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3)};
}

}  // namespace

std::span<const Migration> consent_migrations() {
  return steps;
}

Stored<PrivateNames> PrivateRegister::names() const {
  const auto rows =
      database_.query("SELECT pseudonym, surname, given, patronymic FROM private_names ORDER BY pseudonym");
  if (!rows) return std::unexpected(rows.error());
  PrivateNames names;
  for (const Row& row : *rows) names.push_back(name_of(row));
  return names;
}

Stored<std::optional<PrivateName>> PrivateRegister::find(std::string_view pseudonym) const {
  const auto rows =
      database_.query("SELECT pseudonym, surname, given, patronymic FROM private_names WHERE pseudonym = ?",
                      {std::string(pseudonym)});
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  return name_of(rows->front());
}

Stored<void> PrivateRegister::set(const PrivateName& name) {
  ++version_;
  if (name.surname.empty())
    return done(database_.change("DELETE FROM private_names WHERE pseudonym = ?", {name.pseudonym}));
  return done(database_.change(
      "INSERT OR REPLACE INTO private_names (pseudonym, surname, given, patronymic) VALUES (?, ?, ?, ?)",
      {name.pseudonym, name.surname, name.given, name.patronymic}));
}

Stored<std::int64_t> PrivateRegister::begin(const WithdrawalRecord& record) {
  std::int64_t id = 0;
  const auto stored = database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto added = transaction.change(
        "INSERT INTO withdrawals (consent, time, name, publication, traces, forgets) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {record.consent, machine_.now(), record.by, record.publication, format(record.traces),
         record.forgets});
    id = transaction.last_id();
    return done(added);
  });
  if (!stored) return std::unexpected(stored.error());
  return id;
}

Stored<std::vector<WithdrawalRecord>> PrivateRegister::read(std::string_view where,
                                                            std::vector<Cell> arguments) const {
  const auto rows = database_.query(
      fmt::format("SELECT id, consent, time, name, publication, confirmed, traces, forgets, stays FROM "
                  "withdrawals {}",
                  where),
      std::move(arguments));
  if (!rows) return std::unexpected(rows.error());
  std::vector<WithdrawalRecord> records;
  for (const Row& row : *rows) {
    records.push_back({row.integer(0), row.text(1), row.integer(2), row.text(3), row.integer(4),
                       row.integer(5), parse(row.text(6)), row.text(7), row.text(8)});
  }
  return records;
}

Stored<std::vector<WithdrawalRecord>> PrivateRegister::open() const {
  return read("WHERE confirmed = 0 ORDER BY id", {});
}

Stored<std::optional<WithdrawalRecord>> PrivateRegister::newest_of(std::string_view consent) const {
  auto records = read("WHERE consent = ? ORDER BY id DESC LIMIT 1", {std::string(consent)});
  if (!records) return std::unexpected(records.error());
  if (records->empty()) return std::nullopt;
  return std::move(records->front());
}

Stored<void> PrivateRegister::confirm(const WithdrawalRecord& record, std::string_view stays) {
  ++version_;
  return database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto forgotten =
        transaction.change("DELETE FROM private_names WHERE pseudonym = ?", {record.forgets});
    if (!forgotten) return std::unexpected(forgotten.error());
    return done(
        transaction.change("UPDATE withdrawals SET confirmed = ?, traces = '', stays = ? WHERE id = ?",
                           {machine_.now(), std::string(stays), record.id}));
  });
}

}  // namespace mektep::editor
