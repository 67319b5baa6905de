// The JSON API of accounts: people, one's own sessions and keys, the audit log, the nightly report.
#include "editor/actions/change_account.h"
#include "editor/actions/demand.h"
#include "editor/actions/invite_account.h"
#include "editor/actions/refusals.h"
#include "editor/http/json_answer.h"
#include "editor/http/json_request.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

constexpr std::int64_t month = 30 * 24 * 3600;
constexpr std::int64_t most_lines = 1000;

Response nothing() {
  JsonWriter json;
  json.begin_object().end_object();
  return json_answer(json);
}

Response list_accounts(Call& call) {
  Services& services = call.services;
  if (auto refusal = demand(services, *call.actor, Ability::accounts, "account.list"))
    return json_refused(call, *refusal);
  const auto accounts = services.accounts.list();
  if (!accounts) return json_refused(call, failed(accounts.error()));
  const auto usage = services.usage.since(services.machine.now() - month);
  if (!usage) return json_refused(call, failed(usage.error()));
  JsonWriter json;
  json.begin_object().key("accounts").begin_array();
  for (const Account& account : *accounts) {
    const auto used = std::ranges::find(*usage, account.id, &AccountUsage::account);
    const AccountUsage month_of = used != usage->end() ? *used : AccountUsage();
    json.begin_object().key("id").value(account.id).key("email").value(account.email);
    json.key("name").value(account.name).key("role").value(code(account.role));
    json.key("disabled").value(account.disabled).key("has_factor").value(account.has_totp);
    json.key("last_seen").value(account.last_seen).key("days").value(month_of.days);
    json.key("logins").value(month_of.logins).key("saves").value(month_of.saves);
    json.key("publications").value(month_of.publications).end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

Response link_answer(const Call& call, const Origin& origin, const Outcome<std::string>& secret, int status) {
  if (!secret) return json_refused(call, secret.error());
  const std::string base =
      origin.public_url.empty() ? fmt::format("http://{}", call.request.header("host")) : origin.public_url;
  JsonWriter json;
  json.begin_object().key("link").value(base + "/welcome?code=" + *secret).end_object();
  return json_answer(json, status);
}

Response invite(Call& call, const Origin& origin) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const auto role = parse_role(body->text_of("role"));
  if (!role) return json_refused(call, {.kind = Refusal::Kind::invalid});
  const InviteAccount action{{std::string(body->text_of("email")), std::string(body->text_of("name")), *role,
                              parse_language(body->text_of("language")).value_or(call.language)}};
  return link_answer(call, origin, action.execute(call.services, *call.actor), 201);
}

Response reset(Call& call, const Origin& origin) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const ResetAccount action{number_of(call.request.capture("id")), body->text_of("factor") == "true"};
  return link_answer(call, origin, action.execute(call.services, *call.actor), 200);
}

Response change(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const auto role = parse_role(body->text_of("role"));
  if (!role) return json_refused(call, {.kind = Refusal::Kind::invalid});
  const ChangeAccount action{number_of(call.request.capture("id")), *role,
                             body->text_of("disabled") == "true"};
  const auto done = action.execute(call.services, *call.actor);
  return done ? nothing() : json_refused(call, done.error());
}

Response list_sessions(Call& call) {
  const auto sessions = call.services.sessions.list(call.actor->account);
  if (!sessions) return json_refused(call, failed(sessions.error()));
  JsonWriter json;
  json.begin_object().key("sessions").begin_array();
  for (const Session& session : *sessions) {
    json.begin_object().key("id").value(session.id).key("created").value(session.created);
    json.key("seen").value(session.seen).key("address").value(session.address);
    json.key("agent").value(session.agent).end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

Response end_session(Call& call) {
  const auto done = EndSession{number_of(call.request.capture("id"))}.execute(call.services, *call.actor);
  return done ? nothing() : json_refused(call, done.error());
}

Response list_keys(Call& call) {
  const auto keys = call.services.tokens.list(call.actor->account);
  if (!keys) return json_refused(call, failed(keys.error()));
  JsonWriter json;
  json.begin_object().key("keys").begin_array();
  for (const ApiToken& key : *keys) {
    json.begin_object().key("id").value(key.id).key("label").value(key.label);
    json.key("created").value(key.created).key("expires").value(key.expires);
    json.key("used").value(key.used).end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

// Keys are made on the screen only: a key that was stolen cannot make itself another.
Response revoke_key(Call& call) {
  const std::int64_t id = number_of(call.request.capture("id"));
  if (const auto revoked = call.services.tokens.revoke(call.actor->account, id); !revoked)
    return json_refused(call, failed(revoked.error()));
  note(call.services, *call.actor, "token.revoke", std::to_string(id));
  return nothing();
}

Response choose_language(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const auto language = parse_language(body->text_of("language"));
  if (!language) return json_refused(call, {.kind = Refusal::Kind::invalid});
  const auto done = ChooseLanguage{*language}.execute(call.services, *call.actor);
  return done ? nothing() : json_refused(call, done.error());
}

Response read_log(Call& call) {
  if (auto refusal = demand(call.services, *call.actor, Ability::see_log, "log.read"))
    return json_refused(call, *refusal);
  const auto limit = std::clamp<std::int64_t>(number_of(call.request.parameter("limit"), 200), 1, most_lines);
  const ChainReport chain = call.services.audit.verify();
  JsonWriter json;
  json.begin_object().key("lines").value(chain.lines).key("last_hash").value(chain.last_hash);
  json.key("broken_at");
  if (chain.broken_at) {
    json.value(*chain.broken_at);
  } else {
    json.null();
  }
  json.key("events").begin_array();
  for (const auto& [number, time, event] : call.services.audit.latest(static_cast<std::size_t>(limit))) {
    json.begin_object().key("number").value(number).key("time").value(time);
    json.key("what").value(event.what).key("allowed").value(event.allowed);
    json.key("account").value(event.account).key("name").value(event.name);
    json.key("address").value(event.address).key("object").value(event.object);
    json.key("details").begin_object();
    for (const auto& [name, value] : event.details) json.key(name).value(value);
    json.end_object().end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

Response read_upkeep(Call& call) {
  if (auto refusal = demand(call.services, *call.actor, Ability::see_log, "upkeep.read"))
    return json_refused(call, *refusal);
  const auto report = call.services.upkeep.latest();
  if (!report) return json_refused(call, not_found());
  JsonWriter json;
  json.begin_object().key("kind").value(report->kind == UpkeepReport::Kind::start ? "start" : "night");
  json.key("time").value(report->time).key("faults").begin_array();
  for (const std::string& fault : report->faults) json.value(fault);
  json.end_array().end_object();
  return json_answer(json);
}

}  // namespace

void add_account_api_routes(Router& router, Services&, const Origin& origin) {
  router.get("/api/v1/accounts", list_accounts);
  router.post("/api/v1/accounts", [origin](Call& call) { return invite(call, origin); }, json_body);
  router.post("/api/v1/accounts/{id}", change, json_body);
  router.post("/api/v1/accounts/{id}/reset", [origin](Call& call) { return reset(call, origin); }, json_body);
  router.get("/api/v1/me/sessions", list_sessions);
  router.add("DELETE", "/api/v1/me/sessions/{id}", end_session, json_body);
  router.get("/api/v1/me/keys", list_keys);
  router.add("DELETE", "/api/v1/me/keys/{id}", revoke_key, json_body);
  router.post("/api/v1/me/language", choose_language, json_body);
  router.get("/api/v1/log", read_log);
  router.get("/api/v1/upkeep", read_upkeep);
}

}  // namespace mektep::editor
