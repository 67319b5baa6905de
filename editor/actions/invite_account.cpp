#include "editor/actions/invite_account.h"

#include "base/text.h"
#include "editor/actions/demand.h"
#include "editor/actions/refusals.h"
#include "editor/actions/rules.h"

namespace mektep::editor {
namespace {

constexpr std::int64_t three_days = 3 * 24 * 3600;
constexpr std::int64_t one_day = 24 * 3600;

}  // namespace

Outcome<std::string> InviteAccount::execute(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::accounts, "account.invite", invited.email))
    return std::unexpected(std::move(*refusal));
  NewAccount wanted = invited;
  wanted.email = normal_email(invited.email);
  wanted.name = trim(invited.name);
  if (wanted.name.empty()) return std::unexpected(invalid(rules::account_name, "name"));
  if (wanted.email.empty()) return std::unexpected(invalid(rules::account_email, "email", invited.email));
  const auto taken = stored(services.accounts.find(wanted.email));
  if (!taken) return std::unexpected(taken.error());
  if (*taken) return std::unexpected(invalid(rules::account_email_taken, "email", wanted.email));
  auto secret = stored(services.accounts.make_link({.purpose = OneTimeLink::Purpose::invitation,
                                                    .invited = wanted,
                                                    .expires = services.machine.now() + three_days}));
  if (secret)
    note(services, actor, "account.invite", wanted.email, {{"role", std::string(code(wanted.role))}});
  return secret;
}

Outcome<std::string> ResetAccount::execute(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::accounts, "account.reset", std::to_string(account)))
    return std::unexpected(std::move(*refusal));
  const auto found = stored(services.accounts.find(account));
  if (!found) return std::unexpected(found.error());
  if (!*found) return std::unexpected(not_found());
  if (factor) {
    if (auto reset = stored(services.factors.reset(account)); !reset) return std::unexpected(reset.error());
  }
  if (auto ended = stored(services.sessions.end_all(account)); !ended) return std::unexpected(ended.error());
  auto secret = stored(services.accounts.make_link({.purpose = OneTimeLink::Purpose::reset,
                                                    .account = account,
                                                    .invited = {.email = (*found)->email},
                                                    .expires = services.machine.now() + one_day}));
  if (secret) note(services, actor, "account.reset", (*found)->email, {{"factor", factor ? "yes" : "no"}});
  return secret;
}

}  // namespace mektep::editor
