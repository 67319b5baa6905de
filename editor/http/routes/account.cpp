// One's own account: language, password, second factor, sessions.
#include <charconv>

#include "base/text.h"
#include "editor/accounts/totp.h"
#include "editor/actions/change_account.h"
#include "editor/actions/change_password.h"
#include "editor/actions/demand.h"
#include "editor/actions/refusals.h"
#include "editor/actions/set_up_factor.h"
#include "editor/http/routes/routes.h"
#include "editor/views/qr_code.h"

namespace mektep::editor {
namespace {

// The browser and the system of a User-Agent, as far as people recognise them.
std::string browser_name(std::string_view agent) {
  static constexpr std::array<std::string_view, 6> browsers{"Edg",     "OPR",    "YaBrowser",
                                                            "Firefox", "Chrome", "Safari"};
  static constexpr std::array<std::string_view, 5> systems{"Android", "iPhone", "Windows", "Mac OS", "Linux"};
  const auto first = [&](auto& names) {
    const auto found = std::ranges::find_if(
        names, [&](std::string_view name) { return agent.find(name) != std::string_view::npos; });
    return found == names.end() ? std::string_view() : *found;
  };
  const std::string browser(first(browsers)), system(first(systems));
  if (browser.empty() || system.empty()) return browser + system;
  return browser + ", " + system;
}

Value sessions_of(const Call& call) {
  ValueList list;
  const auto sessions = call.services.sessions.list(call.actor->account);
  for (const Session& session : sessions.value_or(std::vector<Session>())) {
    list.push_back(make_record({{"id", session.id},
                                {"created", session.created},
                                {"seen", session.seen},
                                {"address", session.address},
                                {"browser", browser_name(session.agent)},
                                {"own", call.session && session.id == call.session->id}}));
  }
  return list;
}

Value tokens_of(const Call& call) {
  ValueList list;
  const auto tokens = call.services.tokens.list(call.actor->account);
  for (const ApiToken& token : tokens.value_or(std::vector<ApiToken>())) {
    list.push_back(make_record(
        {{"id", token.id}, {"label", token.label}, {"expires", token.expires}, {"used", token.used}}));
  }
  return list;
}

Response account_page(Call& call, Value fault, int status, Value token = nullptr) {
  const auto account = call.services.accounts.find(call.actor->account);
  const auto codes = call.services.factors.recovery_codes_left(call.actor->account);
  return call.page("account.html",
                   {{"fault", std::move(fault)},
                    {"sessions", sessions_of(call)},
                    {"tokens", tokens_of(call)},
                    {"token", std::move(token)},
                    {"has_factor", account && *account && (*account)->has_totp},
                    {"codes_left", codes.value_or(0)}},
                   status);
}

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Response make_token_of(Call& call) {
  const std::string_view label = trim(call.request.form.get("label"));
  auto token = call.services.tokens.make(call.actor->account, label.substr(0, 200));
  if (!token) return call.refused(failed(token.error()));
  note(call.services, *call.actor, "token.make", call.actor->email);
  return account_page(call, nullptr, 200, std::move(*token));
}

Response factor_page(Call& call, Value fault, int status) {
  const auto secret = call.services.factors.pending_secret(call.actor->account);
  if (!secret || !*secret) return Response::redirect("/account");
  const std::string address = totp_address(**secret, call.actor->email, "Mektep");
  return call.page("factor.html",
                   {{"fault", std::move(fault)},
                    {"secret", **secret},
                    {"address", address},
                    {"qr", Value::safe(qr_code_svg(address, call.word("factor_qr")))}},
                   status);
}

Response show_codes(const Call& call, const std::vector<std::string>& codes) {
  ValueList list;
  for (const std::string& code : codes) list.emplace_back(code);
  return call.page("recovery_codes.html", {{"codes", std::move(list)}});
}

Response set_up_factor(Call& call) {
  const SetUpFactor action{std::string(call.request.form.get("code"))};
  const auto done = action.execute(call.services, *call.session, {call.request.address, {}});
  if (!done) return factor_page(call, done.error().message.in(call.language), 422);
  return show_codes(call, done->recovery_codes);
}

Response renew_codes(Call& call) {
  const auto codes = call.services.factors.renew_recovery_codes(call.actor->account);
  if (!codes) return call.refused(failed(codes.error()));
  note(call.services, *call.actor, "factor.recovery_codes", call.actor->email);
  return show_codes(call, *codes);
}

Response change_password(Call& call) {
  const Form& form = call.request.form;
  const ChangePassword action{std::string(form.get("present")), std::string(form.get("wanted"))};
  const auto done = action.execute(call.services, *call.actor, call.session->id);
  if (!done) return account_page(call, done.error().message.in(call.language), 422);
  return call.done("/account", "password");
}

}  // namespace

void add_account_routes(Router& router, Services&) {
  router.get("/account", [](Call& call) { return account_page(call, nullptr, 200); });
  router.post("/account/password", change_password);
  router.post("/account/language", [](Call& call) {
    const auto language = parse_language(call.request.form.get("language"));
    const auto done = ChooseLanguage{language.value_or(call.language)}.execute(call.services, *call.actor);
    return done ? call.done("/account") : call.refused(done.error());
  });
  router.get("/account/factor", [](Call& call) { return factor_page(call, nullptr, 200); });
  router.post("/account/factor", set_up_factor);
  router.post("/account/recovery-codes", renew_codes);
  router.post("/account/tokens", make_token_of);
  router.post("/account/tokens/{id}", [](Call& call) {
    const std::int64_t id = number_of(call.request.capture("id"));
    const auto revoked = call.services.tokens.revoke(call.actor->account, id);
    if (!revoked) return call.refused(failed(revoked.error()));
    note(call.services, *call.actor, "token.revoke", std::to_string(id));
    return call.done("/account", "token");
  });
  router.post("/account/sessions/{id}", [](Call& call) {
    const EndSession action{number_of(call.request.capture("id"))};
    const auto done = action.execute(call.services, *call.actor);
    return done ? call.done("/account", "session") : call.refused(done.error());
  });
}

}  // namespace mektep::editor
