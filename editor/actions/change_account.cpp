#include "editor/actions/change_account.h"

#include "editor/actions/demand.h"
#include "editor/actions/refusals.h"
#include "editor/actions/rules.h"

namespace mektep::editor {

Outcome<void> ChangeAccount::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::accounts, "account.change", std::to_string(account)))
    return std::unexpected(std::move(*refusal));
  if (account == actor.account) return std::unexpected(invalid(rules::account_self, "account"));
  const auto all = stored(services.accounts.list());
  if (!all) return std::unexpected(all.error());
  const auto found = std::ranges::find(*all, account, &Account::id);
  if (found == all->end()) return std::unexpected(not_found());
  const bool stays = role == Role::administrator && !disabled;
  const bool others = std::ranges::any_of(*all, [&](const Account& other) {
    return other.id != account && other.role == Role::administrator && !other.disabled;
  });
  if (!stays && !others) return std::unexpected(invalid(rules::account_last_administrator, "role"));
  return {};
}

Outcome<void> ChangeAccount::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return checked;
  if (auto set = stored(services.accounts.set_role(account, role)); !set) return set;
  if (auto set = stored(services.accounts.set_disabled(account, disabled)); !set) return set;
  // Rights are looked up at every request; a new session shows that they are others (security line 6).
  if (auto ended = stored(services.sessions.end_all(account)); !ended) return ended;
  const auto found = stored(services.accounts.find(account));
  note(services, actor, "account.change", found && *found ? (*found)->email : std::to_string(account),
       {{"role", std::string(code(role))}, {"disabled", disabled ? "yes" : "no"}});
  return {};
}

Outcome<void> EndSession::execute(Services& services, const Actor& actor) const {
  auto ended = stored(services.sessions.end(actor.account, session));
  if (ended) note(services, actor, "session.end", std::to_string(session));
  return ended;
}

Outcome<void> ChooseLanguage::execute(Services& services, const Actor& actor) const {
  return stored(services.accounts.set_language(actor.account, language));
}

}  // namespace mektep::editor
