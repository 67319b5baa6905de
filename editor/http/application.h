// The editor behind its server: knows the person, refuses what comes from elsewhere, finds the route, adds
// the headers that every answer carries.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "editor/http/metrics.h"
#include "editor/http/router.h"
#include "editor/http/server.h"

namespace mektep::editor {

// Where the editor is reached: decides names that are answered, cookies and redirects.
struct Origin {
  std::string public_url;            // "https://editor.school.example"; empty = this machine alone
  std::vector<std::string> proxies;  // addresses whose X-Forwarded-For is believed
  int port = 0;                      // of this machine
  std::string preview_url;           // may be framed; empty = none

  bool is_secure() const { return public_url.starts_with("https://"); }
};

class Application final : public Responder {
 public:
  // `log` is given one line a request.
  Application(Services& services, const Views& views, Origin origin, Limits limits = {},
              std::function<void(std::string)> log = {});

  std::expected<std::size_t, Response> admit(const Request& head) override;
  Response answer(Request request) override;
  Response fault(int status) override;

  // All routes stand in it before the server starts; then begin() is called once.
  Router& router() { return router_; }
  void begin();
  void set_port(int port) { origin_.port = port; }

 private:
  struct Person;
  Person find_person(const Request& request) const;
  bool knows_host(std::string_view host) const;
  bool comes_from_us(const Request& request) const;
  std::string client_address(const Request& request) const;
  std::optional<Actor> token_owner(std::string_view authorization, const Request& request) const;
  struct Told;
  Response handle(Request& request, Told& told);
  Response fall_over(const Request& request, Told& told);
  bool is_local(const Request& request) const;
  Response error_page(int status, const Request& request);
  Response finish(Response response, bool private_page) const;

  Services& services_;
  const Views& views_;
  Origin origin_;
  Limits limits_;
  Router router_;
  std::vector<Section> sections_;  // of the navigation, those with a route
  std::function<void(std::string)> log_;
  Metrics metrics_;
  std::string key_;  // of the tokens in forms; new at every start
};

}  // namespace mektep::editor
