#include "editor/actions/set_up_factor.h"

#include "editor/actions/demand.h"
#include "editor/actions/refusals.h"
#include "editor/actions/rules.h"

namespace mektep::editor {

Outcome<FactorSetUp> SetUpFactor::execute(Services& services, const Session& session,
                                          const Visitor& visitor) const {
  const auto account = stored(services.accounts.find(session.account));
  if (!account) return std::unexpected(account.error());
  if (!*account || session.stage == Session::Stage::code) return std::unexpected(not_found());
  auto codes = stored(services.factors.confirm(session.account, code));
  if (!codes) return std::unexpected(codes.error());
  if (!*codes) return std::unexpected(invalid(rules::code_wrong, "code"));
  Actor actor = (*account)->actor();
  actor.address = visitor.address;
  note(services, actor, "factor.set_up", actor.email);
  FactorSetUp done{std::move(**codes), std::nullopt};
  if (session.stage != Session::Stage::enrol) return done;
  // What the person may do changes: the session begins anew (security line 6).
  if (auto ended = stored(services.sessions.end(session.account, session.id)); !ended)
    return std::unexpected(ended.error());
  auto token =
      stored(services.sessions.start(session.account, Session::Stage::full, visitor.address, visitor.agent));
  if (!token) return std::unexpected(token.error());
  if (auto seen = stored(services.accounts.note_login(session.account)); !seen)
    return std::unexpected(seen.error());
  services.usage.count(session.account, "login");
  done.session = LoggedIn{std::move(*token), Session::Stage::full};
  return done;
}

}  // namespace mektep::editor
