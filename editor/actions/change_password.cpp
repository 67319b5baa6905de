#include "editor/actions/change_password.h"

#include "editor/actions/demand.h"
#include "editor/actions/password_check.h"
#include "editor/actions/refusals.h"
#include "editor/actions/rules.h"

namespace mektep::editor {

Outcome<void> ChangePassword::execute(Services& services, const Actor& actor, std::int64_t session) const {
  const auto wait = stored(services.throttle.begin(actor.email, actor.address));
  if (!wait) return std::unexpected(wait.error());
  if (*wait > 0) return std::unexpected(wait_first(*wait));
  const auto verified = stored(services.accounts.verify(actor.email, present));
  if (!verified) return std::unexpected(verified.error());
  if (!*verified) return std::unexpected(invalid(rules::password_wrong, "present"));
  if (auto cleared = stored(services.throttle.clear(actor.email, actor.address)); !cleared)
    return std::unexpected(cleared.error());
  if (auto refusal = check_password(services, wanted, actor.email, actor.name))
    return std::unexpected(std::move(*refusal));
  if (auto set = stored(services.accounts.set_password(actor.account, wanted)); !set) return set;
  if (auto ended = stored(services.sessions.end_all(actor.account, session)); !ended) return ended;
  note(services, actor, "password.change", actor.email);
  return {};
}

}  // namespace mektep::editor
