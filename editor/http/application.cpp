#include "editor/http/application.h"

#include "base/text.h"
#include "editor/accounts/mac.h"
#include "editor/accounts/token.h"
#include "editor/http/cookies.h"
#include "editor/http/form.h"
#include "editor/http/security_headers.h"

namespace mektep::editor {
namespace {

bool is_safe(std::string_view method) {
  return method == "GET" || method == "HEAD";
}

Language browser_language(const Request& request) {
  for (const std::string_view part : split(request.header("accept-language"), ',')) {
    const std::string_view tag = trim(part);
    if (const auto language = parse_language(tag.substr(0, tag.find_first_of("-;")))) return *language;
  }
  return Language::ky;
}

Response ask_to_log_in(const Request& request, bool half_way) {
  if (half_way) return Response::redirect("/login/second");
  if (request.path == "/") return Response::redirect("/login");
  return Response::redirect("/login?next=" + encode_url(request.path));
}

Response plain(int status) {
  Response response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  response.body = fmt::format("{}\n", status);
  return response;
}

}  // namespace

// What the log says of a request.
struct Application::Told {
  std::int64_t account = 0;
  std::string reference, detail;
};

struct Application::Person {
  std::string token;  // of the cookie; empty = none
  std::optional<Session> session;
  std::optional<Actor> actor;
};

Application::Application(Services& services, const Views& views, Origin origin, Limits limits,
                         std::function<void(std::string)> log)
    : services_(services),
      views_(views),
      origin_(std::move(origin)),
      limits_(limits),
      log_(std::move(log)),
      key_(services.machine.random_bytes(32)) {}

void Application::begin() {
  for (const Section& section : all_sections())
    if (const auto match = router_.find("GET", section.path); match && match->route)
      sections_.push_back(section);
}

bool Application::knows_host(std::string_view host) const {
  if (!origin_.public_url.empty()) {
    const std::size_t start = origin_.public_url.find("://") + 3;
    if (host == std::string_view(origin_.public_url).substr(start)) return true;
  }
  for (const std::string_view local : {"127.0.0.1", "localhost", "[::1]"})
    if (host == fmt::format("{}:{}", local, origin_.port)) return true;
  return false;
}

// A form of ours is sent from a page of ours: browsers say where it comes from.
bool Application::comes_from_us(const Request& request) const {
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return true;
  const std::size_t scheme = origin.find("://");
  return scheme != std::string_view::npos && knows_host(origin.substr(scheme + 3));
}

std::string Application::client_address(const Request& request) const {
  if (std::ranges::find(origin_.proxies, request.address) == origin_.proxies.end()) return request.address;
  const std::string_view chain = request.header("x-forwarded-for");
  // The last one was added by the proxy that we know; what stands before it anybody may have written.
  const std::string_view last = trim(chain.substr(chain.rfind(',') + 1));
  return last.empty() || last.size() > 45 ? request.address : std::string(last);
}

Application::Person Application::find_person(const Request& request) const {
  Person person;
  const auto token = request.cookie(session_cookie(origin_.is_secure()));
  if (!token || token->empty() || token->size() > 100) return person;
  person.token = *token;
  const auto session = services_.sessions.find(*token);
  if (!session || !*session) return person;
  const auto account = services_.accounts.find((*session)->account);
  if (!account || !*account || (*account)->disabled) return person;
  person.session = **session;
  if (person.session->stage == Session::Stage::full) {
    person.actor = (*account)->actor();
    person.actor->address = request.address;
  }
  return person;
}

std::expected<std::size_t, Response> Application::admit(const Request& head) {
  if (!knows_host(head.header("host"))) return std::unexpected(finish(plain(421), false));
  if (head.method == "TRACE" || head.method == "CONNECT") return std::unexpected(finish(plain(405), false));
  if (!is_safe(head.method) && !comes_from_us(head)) return std::unexpected(error_page(403, head));
  const auto match = router_.find(head.method, head.path);
  if (!match || !match->route) return is_safe(head.method) ? std::size_t{0} : limits_.form_bytes;
  return match->route->options.max_body;
}

Response Application::answer(Request request) {
  const std::int64_t begun = services_.machine.milliseconds();
  const bool local = is_local(request);
  request.address = client_address(request);
  Told told;
  Response response;
  try {
    if (request.path == "/metrics" && local) {
      response.type = "text/plain; version=0.0.4; charset=utf-8";
      response.body = metrics_.text();
      if (const auto report = services_.upkeep.latest()) response.body += Metrics::text(*report);
      response = finish(std::move(response), true);
    } else {
      response = handle(request, told);
    }
  } catch (const std::exception& error) {
    told.detail = error.what();
    response = fall_over(request, told);
  }
  const std::int64_t took = services_.machine.milliseconds() - begun;
  metrics_.count(response.status, took);
  if (log_) {
    log_(log_line({.now = begun / 1000,
                   .method = request.method,
                   .path = request.path,
                   .address = request.address,
                   .account = told.account,
                   .status = response.status,
                   .milliseconds = took,
                   .reference = told.reference,
                   .detail = told.detail}));
  }
  return response;
}

// What was thrown goes into the log; the person gets a number to find it by (security line 40).
Response Application::fall_over(const Request& request, Told& told) {
  told.reference = token_hash(services_.machine.random_bytes(16)).substr(0, 8);
  Call call{request, services_, views_};
  call.language = browser_language(request);
  return finish(call.page("error.html", {{"status", 500}, {"reference", told.reference}}, 500), true);
}

// Asked on this machine and not through the proxy.
bool Application::is_local(const Request& request) const {
  return (request.address == "127.0.0.1" || request.address == "::1") &&
         request.header("x-forwarded-for").empty();
}

std::optional<Actor> Application::token_owner(std::string_view authorization, const Request& request) const {
  constexpr std::string_view scheme = "Bearer ";
  if (!authorization.starts_with(scheme) || authorization.size() > 200) return std::nullopt;
  const auto token = services_.tokens.find(authorization.substr(scheme.size()));
  if (!token || !*token) return std::nullopt;
  const auto account = services_.accounts.find((*token)->account);
  if (!account || !*account || (*account)->disabled) return std::nullopt;
  Actor actor = (*account)->actor();
  actor.address = request.address;
  return actor;
}

Response Application::handle(Request& request, Told& told) {
  if (const Asset* asset = is_safe(request.method) ? views_.asset(request.path) : nullptr) {
    Response response;
    response.type = asset->type;
    response.body = asset->bytes;
    response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    return finish(std::move(response), false);
  }
  auto match = router_.find(request.method, request.path);
  if (!match) return error_page(404, request);
  if (!match->route) return error_page(405, request);
  request.captures = std::move(match->captures);

  Person person = find_person(request);
  const RouteOptions& options = match->route->options;
  // A key of the API instead of a cookie: no browser sends it by itself, so there is no form to guard.
  const bool by_token = request.path.starts_with("/api/") && request.headers.contains("authorization");
  if (by_token) {
    person = {};
    person.actor = token_owner(request.header("authorization"), request);
    if (!person.actor) return error_page(401, request);
  }
  if (person.actor) told.account = person.actor->account;
  if (options.access == Access::members && !person.actor) {
    if (!is_safe(request.method) || request.path.starts_with("/api/")) return error_page(401, request);
    return finish(ask_to_log_in(request, person.session.has_value()), true);
  }
  // Whoever is not logged in gets a token all the same: the forms of the log-in are guarded by it, and it is
  // never taken over into a session.
  const bool fresh = person.token.empty();
  if (fresh) person.token = make_token(services_.machine);
  const std::string csrf = derived_token(key_, "form", person.token);
  if (!is_safe(request.method)) {
    std::string_view given = request.header("x-csrf-token");
    if (!options.raw) {
      auto form = parse_form(request.body, request.header("content-type"), limits_.form_fields);
      if (!form) return error_page(400, request);
      request.form = std::move(*form);
      if (given.empty()) given = request.form.get("csrf");
    }
    if (!by_token && !same_secret(given, csrf)) return error_page(403, request);
  }
  Call call{request, services_, views_};
  call.sections = sections_;
  call.actor = person.actor ? &*person.actor : nullptr;
  call.session = person.session ? &*person.session : nullptr;
  call.csrf = csrf;
  call.language = person.actor ? person.actor->language : browser_language(request);
  Response response = match->route->handler(call);
  const bool sets_cookie =
      std::ranges::any_of(response.headers, [](const auto& header) { return header.first == "Set-Cookie"; });
  if (fresh && !by_token && !sets_cookie)
    response.headers.emplace_back("Set-Cookie", set_session_cookie(origin_.is_secure(), person.token));
  return finish(std::move(response), true);
}

Response Application::fault(int status) {
  return finish(plain(status), false);
}

Response Application::error_page(int status, const Request& request) {
  Services& services = services_;
  Call call{request, services, views_};
  call.language = browser_language(request);
  return finish(call.page("error.html", {{"status", status}}, status), true);
}

Response Application::finish(Response response, bool private_page) const {
  add_security_headers(response, {.secure = origin_.is_secure(), .preview_url = origin_.preview_url});
  if (private_page) response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace mektep::editor
