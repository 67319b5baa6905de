// The screens and the JSON API of drafts, history, trash and conflicts, without a server in front.
#include <catch2/catch.hpp>

#include "base/text.h"
#include "editor/actions/save_entry.h"
#include "editor/http/routes/routes.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;

constexpr const char* bell = "news/2026/bell";
constexpr const char* bell_ky = "news/2026/bell/index.ky.md";
const Files school{{"site.yaml", "name: a\n"},
                   {bell_ky, "---\ntitle: Коңгуроо <b>\n---\n\nБир.\n\nЭки.\n"},
                   {"people/asanova.yaml", "name:\n  surname: {ky: Асанова, ru: Асанова}\n"}};

class Screens {
 public:
  explicit Screens(Desk& desk) : desk_(desk) {
    auto views = Views::load(std::string(MEKTEP_ROOT) + "/editor/views");
    if (!views) throw std::runtime_error(views.error()[0].message(Language::en));
    views_ = std::move(*views);
    add_history_routes(router_, *desk.services, origin_);
    add_trash_routes(router_, *desk.services);
    add_conflict_routes(router_, *desk.services);
    add_entry_api_routes(router_, *desk.services);
  }

  Response ask(const std::string& method, std::string path, const Actor& actor, std::string body = {},
               std::vector<std::pair<std::string, std::string>> fields = {}) {
    Request request;
    request.method = method;
    if (const std::size_t mark = path.find('?'); mark != std::string::npos) {
      for (const std::string_view pair : split(std::string_view(path).substr(mark + 1), '&')) {
        const std::size_t equals = pair.find('=');
        request.query.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
      }
      path.resize(mark);
    }
    request.path = path;
    request.body = std::move(body);
    request.form.fields = std::move(fields);
    const auto match = router_.find(method, path);
    REQUIRE(match.has_value());
    REQUIRE(match->route != nullptr);
    request.captures = match->captures;
    Call call{.request = request, .services = *desk_.services, .views = *views_, .actor = &actor};
    call.language = language;
    return match->route->handler(call);
  }
  Response get(const std::string& path) { return ask("GET", path, desk_.aigul); }
  Response post(const std::string& path, std::vector<std::pair<std::string, std::string>> fields) {
    return ask("POST", path, desk_.aigul, {}, std::move(fields));
  }

  Language language = Language::en;

 private:
  Desk& desk_;
  std::unique_ptr<Views> views_;
  const Origin origin_{.preview_url = "http://127.0.0.1:8081"};
  Router router_;
};

std::string location(const Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Location") return value;
  }
  return std::to_string(response.status);
}

void save(Desk& desk, const Actor& actor, const std::string& text) {
  const SaveEntry request{.entry = bell, .base = desk.repository->head(), .files = {{bell_ky, text}}};
  REQUIRE(request.execute(*desk.services, actor).has_value());
}

// Айгүл and Бакыт both changed the second paragraph; Бакыт has saved.
void quarrel(Desk& desk) {
  const std::string base = desk.repository->head();
  REQUIRE(desk.services->drafts
              .save({1, bell, base, 0, {{bell_ky, "---\ntitle: Коңгуроо <b>\n---\n\nБир.\n\nМеники.\n"}}})
              .has_value());
  save(desk, desk.bakyt, "---\ntitle: Коңгуроо <b>\n---\n\nБир.\n\nАныкы.\n");
}

TEST_CASE("every screen opens in every language") {
  Desk desk(school);
  Screens screens(desk);
  const std::string first = desk.repository->head();
  quarrel(desk);
  const std::string second = desk.repository->head();
  for (const Language language : {Language::ky, Language::ru, Language::en}) {
    screens.language = language;
    for (const std::string& path : std::vector<std::string>{
             "/history/news/2026/bell", "/compare/news/2026/bell?from=" + first + "&to=" + second,
             "/compare/news/2026/bell?from=" + first + "&to=" + second + "&view=source",
             "/compare/news/2026/bell?from=", "/trash", "/drafts", "/delete/news/2026/bell",
             "/rename/news/2026/bell", "/conflict/news/2026/bell"}) {
      CAPTURE(path, code(language));
      const Response response = screens.get(path);
      CHECK(response.status == 200);
      INFO(response.body);
      CHECK(response.body.contains("<h1>"));
      CHECK_FALSE(response.body.contains("<b>"));
    }
  }
}

TEST_CASE("what is not there is told, whatever stands in the address") {
  Desk desk(school);
  Screens screens(desk);
  for (const std::string& path : std::vector<std::string>{
           "/history/news/none", "/delete/news/none", "/compare/news/2026/bell?from=zzz", "/rename/..",
           "/history/news/2026/bell?before=0123", "/compare/news/2026/bell?from=" + std::string(40, '0')}) {
    CAPTURE(path);
    CHECK(screens.get(path).status == 404);
  }
  CHECK(screens.post("/trash/99", {}).status == 404);
  CHECK(location(screens.get("/conflict/news/2026/bell")) == "/edit/news/2026/bell");
}

TEST_CASE("an entry is deleted, restored, renamed and brought back by forms") {
  Desk desk(school);
  Screens screens(desk);
  const std::string first = desk.repository->head();
  CHECK(location(screens.post("/delete/news/2026/bell", {{"base", first}})) == "/trash?done=deleted");
  CHECK(screens.get("/trash").body.contains("Коңгуроо &lt;b&gt;"));
  const auto id = std::to_string(desk.services->trash.list().value()[0].id);
  CHECK(location(screens.post("/trash/" + id, {})) == "/history/news/2026/bell?done=restored");
  CHECK(screens.post("/rename/news/2026/bell", {{"slug", "Ы"}}).status == 422);
  CHECK(location(screens.post("/rename/news/2026/bell", {{"slug", "b"}})) ==
        "/history/news/2026/b?done=renamed");
  const SaveEntry request{
      .entry = "news/2026/b", .base = desk.repository->head(), .files = {{"news/2026/b/index.ky.md", "x"}}};
  const std::string before = desk.repository->head();
  REQUIRE(request.execute(*desk.services, desk.aigul).has_value());
  CHECK(location(screens.post("/history/news/2026/b", {{"revision", before}})) ==
        "/history/news/2026/b?done=bring_back");
  CHECK(desk.text("news/2026/b/index.ky.md").contains("Бир."));
}

TEST_CASE("a conflict is decided place by place") {
  Desk desk(school);
  Screens screens(desk);
  quarrel(desk);
  const std::string page = screens.get("/conflict/news/2026/bell").body;
  CHECK(page.contains("<mark>Меники.</mark>"));
  CHECK(page.contains("<mark>Аныкы.</mark>"));
  const std::string head = desk.repository->head();
  CHECK(screens.post("/conflict/news/2026/bell", {{"head", head}, {"path", bell_ky}}).status == 422);
  SECTION("both stay") {
    CHECK(location(screens.post("/conflict/news/2026/bell",
                                {{"head", head}, {"path", bell_ky}, {"take-0-0", "both"}})) ==
          "/edit/news/2026/bell?done=conflict_solved");
    CHECK(desk.text(bell_ky).ends_with("Бир.\n\nМеники.\n\nАныкы.\n"));
  }
  SECTION("a text of one's own") {
    screens.post("/conflict/news/2026/bell",
                 {{"head", head}, {"path", bell_ky}, {"take-0-0", "own"}, {"own-0-0", "Биздики."}});
    CHECK(desk.text(bell_ky).ends_with("Бир.\n\nБиздики.\n"));
  }
}

TEST_CASE("the API keeps drafts, saves them and tells of conflicts") {
  Desk desk(school);
  Screens screens(desk);
  const std::string base = desk.repository->head();
  const std::string draft = fmt::format(R"({{"base": "{}", "files": {{"{}": "Салам"}}}})", base, bell_ky);
  const Response saved = screens.ask("PUT", "/api/v1/drafts/news/2026/bell", desk.aigul, draft);
  CHECK(saved.status == 200);
  CHECK(saved.body.starts_with(R"({"version":1,)"));
  CHECK(screens.get("/api/v1/drafts/news/2026/bell").body.contains(R"("index.ky.md":"Салам")") == false);
  CHECK(
      screens.get("/api/v1/drafts/news/2026/bell").body.contains(R"("news/2026/bell/index.ky.md":"Салам")"));
  save(desk, desk.bakyt, "Башка");
  const Response conflict = screens.ask("POST", "/api/v1/entries/news/2026/bell", desk.aigul, "{}");
  CHECK(conflict.status == 409);
  CHECK(conflict.body.contains(R"("mine":"Салам","theirs":"Башка")"));
  const std::string decision = fmt::format(
      R"({{"head": "{}", "decisions": {{"{}": [{{"take": "theirs"}}]}}}})", desk.repository->head(), bell_ky);
  CHECK(screens.ask("POST", "/api/v1/conflicts/news/2026/bell", desk.aigul, decision).status == 200);
  CHECK(desk.text(bell_ky) == "Башка");
  CHECK(screens.get("/api/v1/drafts/news/2026/bell").body.contains(R"("draft":null)"));
  CHECK(screens.get("/api/v1/history/news/2026/bell?limit=1").body.contains(R"("deed":"save")"));
}

TEST_CASE("the API refuses in the person's language, with findings at their lines") {
  Desk desk(school);
  Screens screens(desk);
  for (const std::string& body : std::vector<std::string>{"", "[]", "{", "\"x\"", std::string("\0", 1)})
    CHECK(screens.ask("PUT", "/api/v1/drafts/news/2026/bell", desk.aigul, body).status == 422);
  screens.language = Language::ru;
  const Response refused = screens.ask("POST", "/api/v1/entries/people/asanova", desk.aigul,
                                       R"({"files": {"people/asanova.yaml": "a: [\n"}})");
  CHECK(refused.status == 422);
  CHECK(refused.body.contains(R"("file":"people/asanova.yaml","line":)"));
  CHECK(screens.ask("DELETE", "/api/v1/entries/news/2026/bell", desk.director).status == 403);
  CHECK(screens.ask("POST", "/api/v1/trash/7", desk.aigul).status == 404);
}

TEST_CASE("people see who else has the entry open") {
  Desk desk(school);
  Screens screens(desk);
  screens.ask("POST", "/api/v1/presence/news/2026/bell", desk.bakyt, R"({"typed": true})");
  const Response seen =
      screens.ask("POST", "/api/v1/presence/news/2026/bell", desk.aigul, R"({"typed": false})");
  CHECK(seen.body.contains(R"("name":"Бакыт")"));
  CHECK(seen.body.contains(R"("typed":true)"));
  screens.ask("POST", "/api/v1/presence/news/2026/bell", desk.bakyt, R"({"left": true})");
  CHECK(screens.ask("POST", "/api/v1/presence/news/2026/bell", desk.aigul, "{}")
            .body.contains(R"("others":[])"));
}

}  // namespace
}  // namespace mektep::editor
