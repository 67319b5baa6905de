// The screens of class journals, without a server in front.
#include <catch2/catch.hpp>

#include "editor/http/routes/routes.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;

const Files school{{"site.yaml", "name: a\n"}};
constexpr std::string_view counts = "класс;предмет;n5;n4;n3;n2\n9-А;Алгебра;5;6;7;1\n";

class JournalScreens {
 public:
  JournalScreens() {
    auto views = Views::load(std::string(MEKTEP_ROOT) + "/editor/views");
    REQUIRE(views);
    views_ = std::move(*views);
    add_journal_routes(router_, *desk.services);
  }

  Response ask(const std::string& method, const std::string& path, const Actor& actor, Form form = {},
               std::vector<std::pair<std::string, std::string>> query = {}) {
    Request request;
    request.method = method;
    request.path = path;
    request.query = std::move(query);
    request.form = std::move(form);
    const auto match = router_.find(method, path);
    REQUIRE(match.has_value());
    REQUIRE(match->route != nullptr);
    Call call{.request = request, .services = *desk.services, .views = *views_, .actor = &actor};
    call.language = language;
    return match->route->handler(call);
  }
  Response upload(const std::string& path, std::string_view bytes, const Actor& actor,
                  std::vector<std::pair<std::string, std::string>> query = {}) {
    Form form;
    form.fields = {{"year", "2025-2026"}, {"period", "q1"}, {"class", ""}, {"profile", ""}};
    form.files = {{"files", "marks.csv", "text/csv", std::string(bytes)}, {"mapping", "", "", ""}};
    return ask("POST", path, actor, std::move(form), std::move(query));
  }

  Desk desk{school};
  Language language = Language::en;

 private:
  std::unique_ptr<Views> views_;
  Router router_;
};

std::string between(const std::string& text, std::string_view from, std::string_view until) {
  const std::size_t begin = text.find(from);
  if (begin == std::string::npos) return {};
  const std::size_t start = begin + from.size();
  return text.substr(start, text.find(until, start) - start);
}

bool says(const Response& response, std::string_view text) {
  return response.body.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a journal is uploaded, shown and confirmed") {
  JournalScreens screens;
  for (const Language language : {Language::ky, Language::ru, Language::en}) {
    screens.language = language;
    CHECK(screens.ask("GET", "/journal", screens.desk.bakyt).status == 200);
  }
  const Response shown = screens.upload("/journal/preview", counts, screens.desk.bakyt);
  CHECK(shown.status == 200);
  CHECK(says(shown, "New rows: 1"));
  CHECK(says(shown, "<td class=\"count\">6</td>"));
  CHECK(says(shown, "Алгебра"));
  const std::string id = between(shown.body, "name=\"id\" value=\"", "\"");
  REQUIRE(id.size() == 32);
  Form confirm;
  confirm.fields = {{"id", id}};
  CHECK(screens.ask("POST", "/journal/import", screens.desk.bakyt, confirm).status == 303);
  CHECK(screens.desk.text("statistics/2025-2026/q1/marks.csv").find("9-А,algebra,5,6,7,1,") !=
        std::string::npos);
  CHECK(says(screens.ask("GET", "/journal", screens.desk.director), "2025-2026, quarter 1"));
  CHECK(screens.ask("POST", "/journal/import", screens.desk.bakyt, confirm).status == 404);
}

TEST_CASE("faults are shown at their rows and cannot be confirmed") {
  JournalScreens screens;
  const Response shown =
      screens.upload("/journal/preview", "класс;предмет;n5;n4;n3;n2\n9-А;<b>;5;6;7;1\n", screens.desk.bakyt);
  CHECK(shown.status == 422);
  CHECK(says(shown, "marks.csv:2:2"));
  CHECK_FALSE(says(shown, "name=\"id\""));
  CHECK_FALSE(says(shown, "<b>;"));
  CHECK(screens.ask("POST", "/journal/preview", screens.desk.bakyt).status == 422);
}

TEST_CASE("the director inspects and is offered no import") {
  JournalScreens screens;
  const Response form = screens.ask("GET", "/journal", screens.desk.director);
  CHECK(form.status == 200);
  CHECK_FALSE(says(form, "/journal/preview"));
  CHECK(screens.upload("/journal/preview", counts, screens.desk.director).status == 403);
  const std::string_view lessons = "класс;предмет;дата;тема\n9-А;Алгебра;16.09.2025;\n";
  const Response page = screens.upload("/journal/inspect", lessons, screens.desk.director);
  CHECK(page.status == 200);
  CHECK(says(page, "JRN-29"));
  CHECK(says(page, "marks.csv:2:4"));
  const Response table =
      screens.upload("/journal/inspect", lessons, screens.desk.director, {{"format", "csv"}});
  CHECK(table.body.starts_with("rule,clauses,"));
  CHECK(says(screens.upload("/journal/inspect", lessons, screens.desk.director, {{"format", "html"}}),
             "class=\"sign\""));
}

TEST_CASE("others see no journal") {
  JournalScreens screens;
  CHECK(screens.ask("GET", "/journal", screens.desk.aigul).status == 403);
  CHECK(screens.ask("GET", "/journal", screens.desk.nurgul).status == 403);
}

}  // namespace mektep::editor
