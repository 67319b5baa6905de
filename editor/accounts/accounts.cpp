#include "editor/accounts/accounts.h"

#include "base/text.h"
#include "editor/accounts/token.h"

namespace mektep::editor {
namespace {

constexpr std::string_view columns =
    "SELECT id, email, name, role, language, disabled, totp_enabled, created, last_seen, password "
    "FROM accounts ";
constexpr std::size_t password_column = 9;

Account account_of(const Row& row) {
  Account account;
  account.id = row.integer(0);
  account.email = row.text(1);
  account.name = row.text(2);
  account.role = parse_role(row.text(3)).value_or(Role::auditor);
  account.language = parse_language(row.text(4)).value_or(Language::ky);
  account.disabled = row.truth(5);
  account.has_totp = row.truth(6);
  account.created = row.integer(7);
  account.last_seen = row.integer(8);
  return account;
}

std::string_view code(OneTimeLink::Purpose purpose) {
  switch (purpose) {
    case OneTimeLink::Purpose::setup:
      return "setup";
    case OneTimeLink::Purpose::invitation:
      return "invitation";
    case OneTimeLink::Purpose::reset:
      break;
  }
  return "reset";
}

Stored<void> done(const Stored<std::int64_t>& changed) {
  if (!changed) return std::unexpected(changed.error());
  return {};
}

}  // namespace

Accounts::Accounts(Database& database, const Machine& machine, PasswordCost cost)
    : database_(database), machine_(machine), hasher_(cost) {}

Stored<bool> Accounts::empty() const {
  const auto rows = database_.query("SELECT 1 FROM accounts LIMIT 1");
  if (!rows) return std::unexpected(rows.error());
  return rows->empty();
}

Stored<std::vector<Account>> Accounts::list() const {
  const auto rows = database_.query(std::string(columns) + "ORDER BY disabled, name, id");
  if (!rows) return std::unexpected(rows.error());
  std::vector<Account> accounts;
  for (const Row& row : *rows) accounts.push_back(account_of(row));
  return accounts;
}

Stored<std::optional<Account>> Accounts::find(std::int64_t id) const {
  const auto rows = database_.query(std::string(columns) + "WHERE id = ?", {id});
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  return account_of(rows->front());
}

Stored<std::optional<Account>> Accounts::find(std::string_view email) const {
  const auto rows = database_.query(std::string(columns) + "WHERE email = ?", {normal_email(email)});
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  return account_of(rows->front());
}

Stored<Account> Accounts::add(const NewAccount& account, std::string_view password) {
  const auto hash = hasher_.hash(password);
  if (!hash) return std::unexpected(StoreError{StoreError::Kind::io, "no memory for a password hash"});
  Account made{.email = normal_email(account.email),
               .name = account.name,
               .role = account.role,
               .language = account.language,
               .created = machine_.now()};
  const auto written = database_.transact([&](Transaction& transaction) -> Stored<void> {
    auto inserted = transaction.change(
        "INSERT INTO accounts (email, name, role, language, password, created) VALUES (?, ?, ?, ?, ?, ?)",
        {made.email, made.name, std::string(editor::code(made.role)),
         std::string(mektep::code(made.language)), *hash, made.created});
    made.id = transaction.last_id();
    return done(inserted);
  });
  if (!written) return std::unexpected(written.error());
  return made;
}

Stored<std::optional<Account>> Accounts::verify(std::string_view email, std::string_view password) {
  const auto rows = database_.query(std::string(columns) + "WHERE email = ?", {normal_email(email)});
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty() || rows->front().truth(5)) {
    hasher_.verify_nothing(password);
    return std::nullopt;
  }
  const Row& row = rows->front();
  const std::string& hash = row.text(password_column);
  if (!hasher_.verify(hash, password)) return std::nullopt;
  if (hasher_.is_outdated(hash)) {
    if (auto set = set_password(row.integer(0), password); !set) return std::unexpected(set.error());
  }
  return account_of(row);
}

Stored<void> Accounts::set_password(std::int64_t account, std::string_view password) {
  const auto hash = hasher_.hash(password);
  if (!hash) return std::unexpected(StoreError{StoreError::Kind::io, "no memory for a password hash"});
  return done(database_.change("UPDATE accounts SET password = ? WHERE id = ?", {*hash, account}));
}

Stored<void> Accounts::set_disabled(std::int64_t account, bool disabled) {
  return done(database_.change("UPDATE accounts SET disabled = ? WHERE id = ?",
                               {std::int64_t{disabled ? 1 : 0}, account}));
}

Stored<void> Accounts::set_role(std::int64_t account, Role role) {
  return done(database_.change("UPDATE accounts SET role = ? WHERE id = ?",
                               {std::string(editor::code(role)), account}));
}

Stored<void> Accounts::note_login(std::int64_t account) {
  return done(database_.change("UPDATE accounts SET last_seen = ? WHERE id = ?", {machine_.now(), account}));
}

Stored<void> Accounts::set_language(std::int64_t account, Language language) {
  return done(database_.change("UPDATE accounts SET language = ? WHERE id = ?",
                               {std::string(mektep::code(language)), account}));
}

Stored<std::string> Accounts::make_link(const OneTimeLink& link) {
  std::string secret = make_token(machine_);
  const std::string purpose(code(link.purpose));
  const std::string email = normal_email(link.invited.email);
  const auto written = database_.transact([&](Transaction& transaction) -> Stored<void> {
    auto removed = transaction.change(
        "DELETE FROM links WHERE expires <= ? OR (purpose = ? AND email = ? AND ifnull(account, 0) = ?)",
        {machine_.now(), purpose, email, link.account});
    if (!removed) return std::unexpected(removed.error());
    return done(
        transaction.change("INSERT INTO links (hash, purpose, account, email, name, role, language, expires) "
                           "VALUES (?, ?, nullif(?, 0), ?, ?, ?, ?, ?)",
                           {token_hash(secret), purpose, link.account, email, link.invited.name,
                            std::string(editor::code(link.invited.role)),
                            std::string(mektep::code(link.invited.language)), link.expires}));
  });
  if (!written) return std::unexpected(written.error());
  return secret;
}

Stored<std::optional<OneTimeLink>> Accounts::look_at_link(std::string_view secret) const {
  const auto rows = database_.query(
      "SELECT purpose, account, email, name, role, language, expires FROM links WHERE hash = ? AND expires > "
      "?",
      {token_hash(secret), machine_.now()});
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  const Row& row = rows->front();
  OneTimeLink link;
  link.purpose = row.text(0) == "setup"        ? OneTimeLink::Purpose::setup
                 : row.text(0) == "invitation" ? OneTimeLink::Purpose::invitation
                                               : OneTimeLink::Purpose::reset;
  link.account = row.integer(1);
  link.invited = {row.text(2), row.text(3), parse_role(row.text(4)).value_or(Role::auditor),
                  parse_language(row.text(5)).value_or(Language::ky)};
  link.expires = row.integer(6);
  return link;
}

Stored<bool> Accounts::use_link(std::string_view secret) {
  const auto removed = database_.change("DELETE FROM links WHERE hash = ? AND expires > ?",
                                        {token_hash(secret), machine_.now()});
  if (!removed) return std::unexpected(removed.error());
  return *removed > 0;
}

std::string normal_email(std::string_view text) {
  std::string email = lower(to_nfc(trim(text)));
  const std::size_t at = email.find('@');
  const bool sound = at != std::string::npos && at > 0 && at + 1 < email.size() && email.size() <= 254 &&
                     email.find('@', at + 1) == std::string::npos &&
                     std::ranges::none_of(email, [](unsigned char c) {
                       return c <= ' ' || c == 0x7f || c == '<' || c == '>' || c == '"' || c == ',';
                     });
  return sound ? email : std::string();
}

}  // namespace mektep::editor
