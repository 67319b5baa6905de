// Logging in and out, the second factor, and one-time links.
#include "editor/accounts/totp.h"
#include "editor/actions/accept_link.h"
#include "editor/actions/demand.h"
#include "editor/actions/set_up_factor.h"
#include "editor/http/cookies.h"
#include "editor/http/routes/routes.h"
#include "editor/views/qr_code.h"

namespace mektep::editor {
namespace {

constexpr RouteOptions open{.access = Access::anyone, .max_body = 16384};

Visitor visitor(const Call& call) {
  return {call.request.address, std::string(call.request.header("user-agent"))};
}

// Where somebody wanted to go before being asked to log in.
std::string next_of(std::string_view wanted) {
  return is_own_path(wanted) ? std::string(wanted) : "/";
}

Response enter(const Origin& origin, const LoggedIn& in, std::string next) {
  if (in.stage != Session::Stage::full) next = "/login/second";
  Response response = Response::redirect(std::move(next));
  response.headers.emplace_back("Set-Cookie", set_session_cookie(origin.is_secure(), in.token));
  return response;
}

Value fault_of(const Call& call, const Refusal& refusal) {
  return refusal.message.in(call.language);
}

int status_of(const Refusal& refusal) {
  return refusal.kind == Refusal::Kind::too_many ? 429 : refusal.kind == Refusal::Kind::failed ? 503 : 422;
}

Response log_in(Call& call, const Origin& origin) {
  const Form& form = call.request.form;
  const LogIn action{std::string(form.get("email")), std::string(form.get("password"))};
  const std::string next = next_of(form.get("next"));
  const auto in = action.execute(call.services, visitor(call));
  if (in) return enter(origin, *in, next);
  return call.page("login.html",
                   {{"fault", fault_of(call, in.error())}, {"email", action.email}, {"next", next}},
                   status_of(in.error()));
}

// The page of the second step: a code, or the set-up of those who have no application yet.
Response second_page(Call& call, Value fault, int status) {
  if (!call.session) return Response::redirect("/login");
  if (call.session->stage == Session::Stage::code)
    return call.page("login_code.html", {{"fault", std::move(fault)}}, status);
  const auto secret = call.services.factors.pending_secret(call.session->account);
  const auto account = call.services.accounts.find(call.session->account);
  if (!secret || !*secret || !account || !*account) return Response::redirect("/");
  const std::string address = totp_address(**secret, (*account)->email, "Mektep");
  return call.page("factor.html",
                   {{"fault", std::move(fault)},
                    {"secret", **secret},
                    {"address", address},
                    {"qr", Value::safe(qr_code_svg(address, call.word("factor_qr")))}},
                   status);
}

Response second_step(Call& call, const Origin& origin) {
  if (!call.session) return Response::redirect("/login");
  const std::string code(call.request.form.get("code"));
  if (call.session->stage == Session::Stage::code) {
    const auto in = ConfirmLogIn{code}.execute(call.services, *call.session, visitor(call));
    if (!in) return second_page(call, fault_of(call, in.error()), status_of(in.error()));
    return enter(origin, *in, "/");
  }
  const auto done = SetUpFactor{code}.execute(call.services, *call.session, visitor(call));
  if (!done) return second_page(call, fault_of(call, done.error()), status_of(done.error()));
  ValueList codes;
  for (const std::string& recovery : done->recovery_codes) codes.emplace_back(recovery);
  Response response = call.page("recovery_codes.html", {{"codes", std::move(codes)}});
  if (done->session)
    response.headers.emplace_back("Set-Cookie", set_session_cookie(origin.is_secure(), done->session->token));
  return response;
}

Response link_page(Call& call, std::string_view code, Value fault, int status) {
  const auto link = call.services.accounts.look_at_link(code);
  const bool good = link && *link;
  const auto purpose = good ? (*link)->purpose : OneTimeLink::Purpose::setup;
  const Form& form = call.request.form;
  return call.page("link.html",
                   {{"fault", std::move(fault)},
                    {"code", std::string(code)},
                    {"setup", purpose == OneTimeLink::Purpose::setup},
                    {"reset", purpose == OneTimeLink::Purpose::reset},
                    {"over", !good && !code.empty()},
                    {"name", std::string(form.has("name") ? form.get("name")
                                         : good           ? (*link)->invited.name
                                                          : "")},
                    {"email", std::string(form.has("email") ? form.get("email")
                                          : good            ? (*link)->invited.email
                                                            : "")}},
                   status);
}

Response accept(Call& call, const Origin& origin) {
  const Form& form = call.request.form;
  const AcceptLink action{std::string(form.get("code")), std::string(form.get("name")),
                          std::string(form.get("email")), std::string(form.get("password")), call.language};
  const auto in = action.execute(call.services, visitor(call));
  if (in) return enter(origin, *in, "/");
  return link_page(call, action.code, fault_of(call, in.error()), status_of(in.error()));
}

}  // namespace

void add_login_routes(Router& router, Services&, const Origin& origin) {
  router.get(
      "/login",
      [](Call& call) {
        if (call.actor) return Response::redirect("/");
        return call.page(
            "login.html",
            {{"fault", nullptr}, {"email", ""}, {"next", next_of(call.request.parameter("next"))}});
      },
      open);
  router.post("/login", [origin](Call& call) { return log_in(call, origin); }, open);
  router.get("/login/second", [](Call& call) { return second_page(call, nullptr, 200); }, open);
  router.post("/login/second", [origin](Call& call) { return second_step(call, origin); }, open);
  for (const std::string path : {"/setup", "/welcome"}) {
    router.get(
        path, [](Call& call) { return link_page(call, call.request.parameter("code"), nullptr, 200); }, open);
    router.post(path, [origin](Call& call) { return accept(call, origin); }, open);
  }
  router.post(
      "/logout",
      [origin](Call& call) {
        if (call.session) (void)call.services.sessions.end(call.session->account, call.session->id);
        if (call.actor) note(call.services, *call.actor, "logout", call.actor->email);
        Response response = call.done("/login", "logout");
        response.headers.emplace_back("Set-Cookie", set_session_cookie(origin.is_secure(), ""));
        return response;
      },
      open);
}

}  // namespace mektep::editor
