// Set-up of the first administrator, log-in, log-out.
#include "base/text.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

std::string set_cookie(const Origin& origin, std::string_view token, bool end) {
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}{}", session_cookie(origin.is_secure()), token,
                     origin.is_secure() ? "; Secure" : "", end ? "; Max-Age=0" : "");
}

Response log_in(Call& call, const Origin& origin, const Account& account) {
  const auto token = call.services.sessions.start(account.id, Session::Stage::full, call.request.address,
                                                  call.request.header("user-agent"));
  if (!token) return call.refused({.detail = token.error().detail});
  Response response = Response::redirect("/");
  response.headers.emplace_back("Set-Cookie", set_cookie(origin, *token, false));
  return response;
}

Response set_up(Call& call, const Origin& origin) {
  const Form& form = call.request.form;
  const std::string secret(form.get("code"));
  const NewAccount wanted{normal_email(form.get("email")), std::string(trim(form.get("name"))),
                          Role::administrator, call.language};
  if (wanted.email.empty() || wanted.name.empty() || count_code_points(form.get("password")) < 12)
    return call.page("setup.html", {{"code", secret}, {"fault", true}}, 422);
  const auto used = call.services.accounts.use_link(secret);
  if (!used || !*used) return call.page("setup.html", {{"code", secret}, {"fault", true}}, 403);
  const auto account = call.services.accounts.add(wanted, form.get("password"));
  if (!account) return call.refused({.detail = account.error().detail});
  return log_in(call, origin, *account);
}

}  // namespace

void add_login_routes(Router& router, Services&, const Origin& origin) {
  constexpr RouteOptions open{.access = Access::anyone, .max_body = 16384};
  router.get(
      "/login", [](Call& call) { return call.page("login.html", {{"fault", false}, {"email", ""}}); }, open);
  router.post(
      "/login",
      [origin](Call& call) {
        const Form& form = call.request.form;
        const auto account = call.services.accounts.verify(form.get("email"), form.get("password"));
        if (!account) return call.refused({.detail = account.error().detail});
        if (!*account)
          return call.page("login.html", {{"fault", true}, {"email", std::string(form.get("email"))}}, 422);
        return log_in(call, origin, **account);
      },
      open);
  router.post("/logout", [origin](Call& call) {
    (void)call.services.sessions.end(call.session->account, call.session->id);
    Response response = call.done("/login", "logout");
    response.headers.emplace_back("Set-Cookie", set_cookie(origin, "", true));
    return response;
  });
  router.get(
      "/setup",
      [](Call& call) {
        return call.page("setup.html",
                         {{"code", std::string(call.request.parameter("code"))}, {"fault", false}});
      },
      open);
  router.post("/setup", [origin](Call& call) { return set_up(call, origin); }, open);
}

}  // namespace mektep::editor
