#include "editor/actions/log_in.h"

#include "editor/actions/demand.h"
#include "editor/actions/refusals.h"
#include "editor/actions/rules.h"

namespace mektep::editor {
namespace {

void note_visit(Services& services, std::string_view what, bool allowed, const Visitor& visitor,
                const Account* account) {
  Event event;
  event.what = what;
  event.allowed = allowed;
  event.address = visitor.address;
  if (account) {
    event.account = account->id;
    event.name = account->name;
  }
  services.audit.append(event);
}

Refusal wrong_password() {
  return {.kind = Refusal::Kind::invalid,
          .message = {"Электрондук почта же сырсөз туура эмес.", "Неверная электронная почта или пароль.",
                      "The e-mail address or the password is wrong."}};
}

Outcome<LoggedIn> start_at(Services& services, const Account& account, Session::Stage stage,
                           const Visitor& visitor) {
  auto token = stored(services.sessions.start(account.id, stage, visitor.address, visitor.agent));
  if (!token) return std::unexpected(token.error());
  if (stage == Session::Stage::full) {
    if (auto seen = stored(services.accounts.note_login(account.id)); !seen)
      return std::unexpected(seen.error());
    services.usage.count(account.id, "login");
  }
  return LoggedIn{std::move(*token), stage};
}

}  // namespace

Outcome<LoggedIn> start_session(Services& services, const Account& account, const Visitor& visitor) {
  const Session::Stage stage = account.has_totp                    ? Session::Stage::code
                               : needs_second_factor(account.role) ? Session::Stage::enrol
                                                                   : Session::Stage::full;
  return start_at(services, account, stage, visitor);
}

Outcome<LoggedIn> LogIn::execute(Services& services, const Visitor& visitor) const {
  const std::string subject = normal_email(email);
  const auto wait = stored(services.throttle.begin(subject, visitor.address));
  if (!wait) return std::unexpected(wait.error());
  if (*wait > 0) return std::unexpected(wait_first(*wait));
  const auto account = stored(services.accounts.verify(email, password));
  if (!account) return std::unexpected(account.error());
  note_visit(services, "login", account->has_value(), visitor, *account ? &**account : nullptr);
  if (!*account) return std::unexpected(wrong_password());
  if (auto cleared = stored(services.throttle.clear(subject, visitor.address)); !cleared)
    return std::unexpected(cleared.error());
  return start_session(services, **account, visitor);
}

Outcome<LoggedIn> ConfirmLogIn::execute(Services& services, const Session& session,
                                        const Visitor& visitor) const {
  const std::string subject = "code " + std::to_string(session.account);
  const auto wait = stored(services.throttle.begin(subject, visitor.address));
  if (!wait) return std::unexpected(wait.error());
  if (*wait > 0) return std::unexpected(wait_first(*wait));
  const auto account = stored(services.accounts.find(session.account));
  if (!account) return std::unexpected(account.error());
  if (!*account || session.stage != Session::Stage::code) return std::unexpected(not_found());
  const auto right = stored(services.factors.verify(session.account, code));
  if (!right) return std::unexpected(right.error());
  note_visit(services, "login.code", *right, visitor, &**account);
  if (!*right) return std::unexpected(invalid(rules::code_wrong, "code"));
  if (auto cleared = stored(services.throttle.clear(subject, visitor.address)); !cleared)
    return std::unexpected(cleared.error());
  if (auto ended = stored(services.sessions.end(session.account, session.id)); !ended)
    return std::unexpected(ended.error());
  return start_at(services, **account, Session::Stage::full, visitor);
}

}  // namespace mektep::editor
