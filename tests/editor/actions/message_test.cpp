#include <catch2/catch.hpp>

#include "editor/actions/handle_message.h"
#include "editor/actions/send_message.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;
using Kind = Refusal::Kind;

const Files school{{"site.yaml", "name: a\n"}};

Outcome<void> send(Desk& desk, const std::string& text, const std::string& trap = {}) {
  return SendMessage{"Ата-эне", "+996 555 000 000", text, trap, "127.0.0.1"}.execute(*desk.services);
}

TEST_CASE("nobody can write while the form is closed, and only an administrator opens it") {
  Desk desk(school);
  CHECK(send(desk, "Салам").error().kind == Kind::not_found);
  CHECK(OpenContactForm{true}.execute(*desk.services, desk.aigul).error().kind == Kind::forbidden);
  REQUIRE(OpenContactForm{true}.execute(*desk.services, desk.bakyt));
  CHECK(send(desk, "Салам"));
  CHECK(*desk.services->inbox.fresh() == 1);
}

TEST_CASE("an empty, endless or broken message is refused, and what falls into the trap is dropped") {
  Desk desk(school);
  REQUIRE(OpenContactForm{true}.execute(*desk.services, desk.bakyt));
  CHECK(send(desk, "  \n").error().kind == Kind::invalid);
  CHECK(send(desk, std::string(4001, 'a')).error().kind == Kind::invalid);
  CHECK(send(desk, "\xff\xfe").error().kind == Kind::invalid);
  CHECK(send(desk, "Арзан насыя", "http://x.example"));
  CHECK(*desk.services->inbox.fresh() == 0);
  for (int i = 0; i < 3; ++i) CHECK(send(desk, "Салам"));
  CHECK(send(desk, "Салам").error().kind == Kind::too_many);
}

TEST_CASE("an answer becomes a question and answer in both languages, without the visitor's name") {
  Desk desk(school);
  REQUIRE(OpenContactForm{true}.execute(*desk.services, desk.bakyt));
  REQUIRE(send(desk, "Ашкана?"));
  const std::int64_t id = desk.services->inbox.list(std::nullopt, 1)->front().id;
  AnswerMessage action{
      id, "Дүйшөмбүдө ачылат", "Ашкана\nкачан ачылат?", "Когда откроется столовая?", "Дүйшөмбүдө.", ""};
  CHECK(action.execute(*desk.services, desk.aigul).error().kind == Kind::invalid);  // one text is missing
  action.answer_ru = "В понедельник.";
  CHECK(action.execute(*desk.services, desk.nurgul).error().kind == Kind::forbidden);
  REQUIRE(action.execute(*desk.services, desk.aigul));
  const std::string ky = desk.text("pages/questions/index.ky.md");
  CHECK(ky.find("\n## Ашкана качан ачылат?\n\nДүйшөмбүдө.\n") != std::string::npos);
  CHECK(ky.find("Ата-эне") == std::string::npos);
  REQUIRE(action.execute(*desk.services, desk.aigul));  // a second question goes behind the first one
  CHECK(desk.text("pages/questions/index.ru.md").starts_with("---\ntitle: Вопросы и ответы\n---\n"));
}

TEST_CASE("messages are set aside, brought back and deleted") {
  Desk desk(school);
  REQUIRE(OpenContactForm{true}.execute(*desk.services, desk.bakyt));
  REQUIRE(send(desk, "Салам"));
  const std::int64_t id = desk.services->inbox.list(std::nullopt, 1)->front().id;
  REQUIRE(SetMessageAside{id}.execute(*desk.services, desk.aigul));
  CHECK(*desk.services->inbox.fresh() == 0);
  REQUIRE(SetMessageAside{id, true}.execute(*desk.services, desk.aigul));
  CHECK(*desk.services->inbox.fresh() == 1);
  CHECK(DeleteMessage{id}.execute(*desk.services, desk.director).error().kind == Kind::forbidden);
  REQUIRE(DeleteMessage{id}.execute(*desk.services, desk.aigul));
  CHECK(DeleteMessage{id}.execute(*desk.services, desk.aigul).error().kind == Kind::not_found);
}

}  // namespace
}  // namespace mektep::editor
