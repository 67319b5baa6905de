// The accounts of the school, their use, and the audit log.
#include <charconv>
#include <ranges>

#include "base/text.h"
#include "editor/actions/change_account.h"
#include "editor/actions/demand.h"
#include "editor/actions/invite_account.h"
#include "editor/http/routes/paging.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

constexpr std::int64_t month = 30 * 24 * 3600;
constexpr std::size_t log_lines = 200;

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Value roles(Language language) {
  ValueList list;
  for (const Role role : all_roles)
    list.push_back(
        make_record({{"code", std::string(code(role))}, {"name", std::string(name_of(role).in(language))}}));
  return list;
}

Value accounts_of(const Call& call) {
  const auto accounts = call.services.accounts.list();
  const auto usage = call.services.usage.since(call.services.machine.now() - month);
  ValueList list;
  for (const Account& account : accounts.value_or(std::vector<Account>())) {
    AccountUsage used;
    for (const AccountUsage& one : usage.value_or(std::vector<AccountUsage>()))
      if (one.account == account.id) used = one;
    list.push_back(make_record({{"id", account.id},
                                {"name", account.name},
                                {"email", account.email},
                                {"role", std::string(code(account.role))},
                                {"role_name", std::string(name_of(account.role).in(call.language))},
                                {"disabled", account.disabled},
                                {"has_factor", account.has_totp},
                                {"last_seen", account.last_seen},
                                {"days", used.days},
                                {"logins", used.logins},
                                {"saves", used.saves},
                                {"publications", used.publications},
                                {"own", account.id == call.actor->account}}));
  }
  return list;
}

Response users_page(Call& call, Value fault, Value link, int status) {
  if (auto refusal = demand(call.services, *call.actor, Ability::accounts, "account.list"))
    return call.refused(*refusal);
  const Form& form = call.request.form;
  return call.page("users.html",
                   {{"fault", std::move(fault)},
                    {"link", std::move(link)},
                    {"accounts", accounts_of(call)},
                    {"roles", roles(call.language)},
                    {"email", std::string(form.get("email"))},
                    {"name", std::string(form.get("name"))}},
                   status);
}

Response answer_with_link(Call& call, const Origin& origin, const Outcome<std::string>& secret) {
  if (!secret && secret.error().kind != Refusal::Kind::invalid) return call.refused(secret.error());
  if (!secret) return users_page(call, secret.error().message.in(call.language), nullptr, 422);
  const std::string base =
      origin.public_url.empty() ? "http://" + std::string(call.request.header("host")) : origin.public_url;
  return users_page(call, nullptr, base + "/welcome?code=" + *secret, 200);
}

Response invite(Call& call, const Origin& origin) {
  const Form& form = call.request.form;
  const InviteAccount action{{std::string(form.get("email")), std::string(form.get("name")),
                              parse_role(form.get("role")).value_or(Role::auditor), call.language}};
  return answer_with_link(call, origin, action.execute(call.services, *call.actor));
}

Response reset(Call& call, const Origin& origin) {
  const ResetAccount action{number_of(call.request.capture("id")), call.request.form.has("factor")};
  return answer_with_link(call, origin, action.execute(call.services, *call.actor));
}

Response change(Call& call) {
  const Form& form = call.request.form;
  const ChangeAccount action{number_of(call.request.capture("id")),
                             parse_role(form.get("role")).value_or(Role::auditor), form.has("disabled")};
  const auto done = action.execute(call.services, *call.actor);
  if (done) return call.done("/users", "account");
  if (done.error().kind != Refusal::Kind::invalid) return call.refused(done.error());
  return users_page(call, done.error().message.in(call.language), nullptr, 422);
}

// What was done, in words: "entry.save" is did_entry_save. A code that has none stands there itself.
std::string deed_text(const Call& call, std::string_view what) {
  const std::string key = "did_" + replace_all(what, ".", "_");
  const std::string word = call.word(key);
  return word == key ? std::string(what) : word;
}

Response log_page(Call& call) {
  if (auto refusal = demand(call.services, *call.actor, Ability::see_log, "log.read"))
    return call.refused(*refusal);
  const ChainReport chain = call.services.audit.verify();
  const Paging paging = page_of(call.request, static_cast<std::size_t>(chain.lines), log_lines);
  ValueList lines;
  const auto newest = call.services.audit.latest(paging.end);
  for (const LoggedEvent& logged : newest | std::views::drop(paging.begin)) {
    const Event& event = logged.event;
    std::string details;
    for (const auto& [key, value] : event.details)
      details += (details.empty() ? "" : ", ") + key + ": " + value;
    lines.push_back(make_record({{"time", logged.seconds()},
                                 {"what", deed_text(call, event.what)},
                                 {"code", event.what},
                                 {"allowed", event.allowed},
                                 {"name", event.name},
                                 {"address", event.address},
                                 {"object", event.object},
                                 {"details", details}}));
  }
  return call.page("log.html", {{"lines", std::move(lines)},
                                {"paging", paging.value()},
                                {"count", chain.lines},
                                {"hash", chain.last_hash.substr(0, 16)},
                                {"broken_at", chain.broken_at ? Value(*chain.broken_at) : Value(nullptr)}});
}

}  // namespace

void add_user_routes(Router& router, Services&, const Origin& origin) {
  router.get("/users", [](Call& call) { return users_page(call, nullptr, nullptr, 200); });
  router.post("/users", [origin](Call& call) { return invite(call, origin); });
  router.post("/users/{id}", change);
  router.post("/users/{id}/reset", [origin](Call& call) { return reset(call, origin); });
  router.get("/log", log_page);
}

}  // namespace mektep::editor
