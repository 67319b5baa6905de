#include "editor/accounts/second_factor.h"

#include "editor/accounts/token.h"
#include "editor/accounts/totp.h"

namespace mektep::editor {
namespace {

constexpr std::size_t recovery_codes = 10;

// As people type it: spaces and hyphens do not matter, nor does the case.
std::string plain_code(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z')
      out += static_cast<char>(c - 'a' + 'A');
    else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
      out += c;
  }
  return out;
}

}  // namespace

Stored<std::optional<std::string>> SecondFactor::pending_secret(std::int64_t account) {
  std::optional<std::string> secret;
  const auto done = database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto rows =
        transaction.query("SELECT totp_secret, totp_enabled FROM accounts WHERE id = ?", {account});
    if (!rows) return std::unexpected(rows.error());
    if (rows->empty() || rows->front().truth(1)) return {};
    secret = rows->front().text(0);
    if (!secret->empty()) return {};
    secret = make_totp_secret(machine_);
    const auto set =
        transaction.change("UPDATE accounts SET totp_secret = ? WHERE id = ?", {*secret, account});
    if (!set) return std::unexpected(set.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return secret;
}

Stored<std::optional<std::vector<std::string>>> SecondFactor::confirm(std::int64_t account,
                                                                      std::string_view code) {
  std::optional<std::vector<std::string>> codes;
  const auto done = database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto rows = transaction.query(
        "SELECT totp_secret FROM accounts WHERE id = ? AND NOT totp_enabled AND totp_secret IS NOT NULL",
        {account});
    if (!rows) return std::unexpected(rows.error());
    if (rows->empty()) return {};
    const auto step = find_totp_step(rows->front().text(0), plain_code(code), machine_.now(), 0);
    if (!step) return {};
    const auto set = transaction.change("UPDATE accounts SET totp_enabled = 1, totp_step = ? WHERE id = ?",
                                        {*step, account});
    if (!set) return std::unexpected(set.error());
    auto written = write_codes(transaction, account);
    if (!written) return std::unexpected(written.error());
    codes = std::move(*written);
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return codes;
}

Stored<std::vector<std::string>> SecondFactor::write_codes(Transaction& transaction, std::int64_t account) {
  const auto removed = transaction.change("DELETE FROM recovery_codes WHERE account = ?", {account});
  if (!removed) return std::unexpected(removed.error());
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < recovery_codes; ++i) {
    const std::string code = base32(machine_.random_bytes(10));  // 80 bits
    const auto added = transaction.change("INSERT INTO recovery_codes (account, hash) VALUES (?, ?)",
                                          {account, token_hash(code)});
    if (!added) return std::unexpected(added.error());
    codes.push_back(fmt::format("{}-{}-{}-{}", code.substr(0, 4), code.substr(4, 4), code.substr(8, 4),
                                code.substr(12, 4)));
  }
  return codes;
}

Stored<bool> SecondFactor::verify(std::int64_t account, std::string_view code) {
  bool right = false;
  const std::string plain = plain_code(code);
  const auto done = database_.transact([&](Transaction& transaction) -> Stored<void> {
    const auto rows = transaction.query(
        "SELECT totp_secret, totp_step FROM accounts WHERE id = ? AND totp_enabled", {account});
    if (!rows) return std::unexpected(rows.error());
    if (rows->empty()) return {};
    const Row& row = rows->front();
    if (const auto step = find_totp_step(row.text(0), plain, machine_.now(), row.integer(1))) {
      const auto used =
          transaction.change("UPDATE accounts SET totp_step = ? WHERE id = ?", {*step, account});
      if (!used) return std::unexpected(used.error());
      right = true;
      return {};
    }
    const auto used = transaction.change("DELETE FROM recovery_codes WHERE account = ? AND hash = ?",
                                         {account, token_hash(plain)});
    if (!used) return std::unexpected(used.error());
    right = *used > 0;
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return right;
}

Stored<std::vector<std::string>> SecondFactor::renew_recovery_codes(std::int64_t account) {
  std::vector<std::string> codes;
  const auto done = database_.transact([&](Transaction& transaction) -> Stored<void> {
    auto written = write_codes(transaction, account);
    if (!written) return std::unexpected(written.error());
    codes = std::move(*written);
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return codes;
}

Stored<std::size_t> SecondFactor::recovery_codes_left(std::int64_t account) const {
  const auto rows = database_.query("SELECT count(*) FROM recovery_codes WHERE account = ?", {account});
  if (!rows) return std::unexpected(rows.error());
  return static_cast<std::size_t>(rows->front().integer(0));
}

Stored<void> SecondFactor::reset(std::int64_t account) {
  return database_.transact([&](Transaction& transaction) -> Stored<void> {
    for (const std::string_view sql :
         {"UPDATE accounts SET totp_secret = NULL, totp_enabled = 0 WHERE id = ?",
          "DELETE FROM recovery_codes WHERE account = ?"}) {
      const auto done = transaction.change(sql, {account});
      if (!done) return std::unexpected(done.error());
    }
    return {};
  });
}

}  // namespace mektep::editor
