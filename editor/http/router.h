// Which handler answers which address. Handlers hold no rules: they read the request, call an action and
// render what became of it.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/accounts/sessions.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"
#include "editor/http/message.h"
#include "editor/views/page.h"

namespace mektep::editor {

// One request with the person behind it.
struct Call {
  const Request& request;
  Services& services;
  const Views& views;
  const Actor* actor = nullptr;      // who is logged in; never null in routes for Access::members
  const Session* session = nullptr;  // of a browser; null for tokens of the API
  std::string csrf;
  std::span<const Section> sections;  // that exist
  Language language = Language::ky;

  // A screen. A fault of the template is logged and answered with the page of errors.
  Response page(std::string_view name, Values values = {}, int status = 200) const;
  // The screen that tells why an action was refused, with its status.
  Response refused(const Refusal& refusal) const;
  // 303 to `path`; `notice` (a key of strings/) is said there once.
  Response done(std::string path, std::string_view notice = {}) const;
  std::string word(std::string_view key) const { return std::string(views.word(key, language)); }
};

using Handler = std::function<Response(Call&)>;

enum class Access : std::uint8_t {
  anyone,   // logged in or not: log-in, set-up, help of the log-in
  members,  // everybody who is logged in; what the role may do is the action's to say
};

struct RouteOptions {
  Access access = Access::members;
  std::size_t max_body = 1u << 20;  // bytes; larger ones are refused before they are read
  bool raw = false;  // the body is kept in Request::body whatever its type (JSON, parts of uploads)
};

// Filled at start, then only read.
class Router {
 public:
  // In `pattern`, {name} is one part of a path and {name*} everything behind it: "/edit/{id*}".
  void get(std::string pattern, Handler handler, RouteOptions options = {});
  void post(std::string pattern, Handler handler, RouteOptions options = {});
  void add(std::string method, std::string pattern, Handler handler, RouteOptions options = {});

  struct Route {
    std::string method, pattern;
    Handler handler;
    RouteOptions options;
  };
  struct Match {
    const Route* route = nullptr;
    std::map<std::string, std::string, std::less<>> captures;
  };
  // nullopt: no such address. A match without a route: not with this method.
  std::optional<Match> find(std::string_view method, std::string_view path) const;
  const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

}  // namespace mektep::editor
