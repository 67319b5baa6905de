// The accounts of a school: made by invitation, proved by a password and a second factor.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/accounts/account.h"
#include "editor/accounts/password.h"
#include "editor/store/database.h"
#include "editor/store/machine.h"

namespace mektep::editor {

struct NewAccount {
  std::string email, name;
  Role role = Role::auditor;
  Language language = Language::ky;
};

// What a one-time link is good for. Only its hash is stored; using it uses it up.
struct OneTimeLink {
  enum class Purpose : std::uint8_t { setup, invitation, reset };
  Purpose purpose = Purpose::setup;
  std::int64_t account = 0;  // of a reset
  NewAccount invited;        // of an invitation
  std::int64_t expires = 0;  // Unix time
};

// Every member may be called from any thread.
class Accounts {
 public:
  Accounts(Database& database, const Machine& machine, PasswordCost cost = {});

  Stored<bool> empty() const;  // nobody was set up yet
  Stored<std::vector<Account>> list() const;
  Stored<std::optional<Account>> find(std::int64_t id) const;
  Stored<std::optional<Account>> find(std::string_view email) const;

  Stored<Account> add(const NewAccount& account, std::string_view password);
  // Of a wrong address as long as of a wrong password; nullopt for both, and for disabled accounts.
  Stored<std::optional<Account>> verify(std::string_view email, std::string_view password);
  Stored<void> set_password(std::int64_t account, std::string_view password);
  Stored<void> set_disabled(std::int64_t account, bool disabled);
  Stored<void> set_role(std::int64_t account, Role role);
  Stored<void> note_login(std::int64_t account);  // now
  Stored<void> set_language(std::int64_t account, Language language);

  // The secret part of a link. A new one for the same purpose and person makes the old ones invalid.
  Stored<std::string> make_link(const OneTimeLink& link);
  Stored<std::optional<OneTimeLink>> look_at_link(std::string_view secret) const;
  // True for exactly one caller.
  Stored<bool> use_link(std::string_view secret);

 private:
  Database& database_;
  const Machine& machine_;
  PasswordHasher hasher_;
};

// An address as accounts are found by: lower case, without space around it; empty when it is none.
std::string normal_email(std::string_view text);

}  // namespace mektep::editor
