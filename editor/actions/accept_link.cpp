#include "editor/actions/accept_link.h"

#include "base/text.h"
#include "editor/actions/demand.h"
#include "editor/actions/password_check.h"
#include "editor/actions/refusals.h"
#include "editor/actions/rules.h"

namespace mektep::editor {

// The account that the link is for, not yet made when it is an invitation.
Outcome<Account> AcceptLink::person(Services& services, const OneTimeLink& link) const {
  if (link.purpose == OneTimeLink::Purpose::reset) {
    auto account = stored(services.accounts.find(link.account));
    if (!account) return std::unexpected(account.error());
    if (!*account) return std::unexpected(invalid(rules::link_over, "code"));
    return **account;
  }
  Account account;
  account.role = link.invited.role;
  account.email = link.invited.email;
  account.name = link.invited.name;
  account.language = link.invited.language;
  if (link.purpose == OneTimeLink::Purpose::setup) {
    account.role = Role::administrator;
    account.email = normal_email(email);
    account.name = trim(name);
    account.language = language;
    if (account.name.empty()) return std::unexpected(invalid(rules::account_name, "name"));
    if (account.email.empty()) return std::unexpected(invalid(rules::account_email, "email", email));
  }
  const auto taken = stored(services.accounts.find(account.email));
  if (!taken) return std::unexpected(taken.error());
  if (*taken) return std::unexpected(invalid(rules::account_email_taken, "email", account.email));
  return account;
}

Outcome<LoggedIn> AcceptLink::execute(Services& services, const Visitor& visitor) const {
  // Nobody guesses 256 bits; throttling keeps the database quiet all the same.
  const auto wait = stored(services.throttle.begin("link " + code, visitor.address));
  if (!wait) return std::unexpected(wait.error());
  if (*wait > 0) return std::unexpected(wait_first(*wait));
  const auto link = stored(services.accounts.look_at_link(code));
  if (!link) return std::unexpected(link.error());
  if (!*link) return std::unexpected(invalid(rules::link_over, "code"));
  auto account = person(services, **link);
  if (!account) return std::unexpected(account.error());
  if (auto refusal = check_password(services, password, account->email, account->name))
    return std::unexpected(std::move(*refusal));
  const auto used = stored(services.accounts.use_link(code));
  if (!used) return std::unexpected(used.error());
  if (!*used) return std::unexpected(invalid(rules::link_over, "code"));

  const bool fresh = (*link)->purpose != OneTimeLink::Purpose::reset;
  if (fresh) {
    auto made = stored(
        services.accounts.add({account->email, account->name, account->role, account->language}, password));
    if (!made) return std::unexpected(made.error());
    account = std::move(*made);
  } else {
    if (auto set = stored(services.accounts.set_password(account->id, password)); !set)
      return std::unexpected(set.error());
    if (auto ended = stored(services.sessions.end_all(account->id)); !ended)
      return std::unexpected(ended.error());
  }
  Actor actor = account->actor();
  actor.address = visitor.address;
  note(services, actor, fresh ? "account.create" : "password.reset", account->email,
       {{"role", std::string(editor::code(account->role))}});
  if (auto cleared = stored(services.throttle.clear("link " + code, visitor.address)); !cleared)
    return std::unexpected(cleared.error());
  return start_session(services, *account, visitor);
}

}  // namespace mektep::editor
