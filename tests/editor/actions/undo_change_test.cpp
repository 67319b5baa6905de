#include "editor/actions/undo_change.h"

#include <catch2/catch.hpp>

#include "editor/actions/delete_entry.h"
#include "editor/actions/save_entry.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;

constexpr const char* bell = "news/2026/bell";
constexpr const char* kyrgyz = "news/2026/bell/index.ky.md";
const Files school{{"site.yaml", "name: a\n"},
                   {"consents/c-1.yaml", "person: asanova\n"},
                   {kyrgyz, "---\ntitle: Коңгуроо\n---\nБир.\n\nЭки.\n\nҮч.\n"}};

std::string save(Desk& desk, const std::string& text) {
  const SaveEntry request{.entry = bell, .base = desk.repository->head(), .files = {{kyrgyz, text}}};
  return request.execute(*desk.services, desk.aigul)->revision;
}

TEST_CASE("undoing a change keeps what was changed later elsewhere in the text") {
  Desk desk(school);
  const std::string before = desk.repository->head();
  const std::string change = save(desk, "---\ntitle: Коңгуроо\n---\nБир жаңы.\n\nЭки.\n\nҮч.\n");
  save(desk, "---\ntitle: Коңгуроо\n---\nБир жаңы.\n\nЭки.\n\nҮч кийин.\n");
  const auto undone = UndoChange{bell, before, change}.execute(*desk.services, desk.bakyt);
  REQUIRE(undone.has_value());
  CHECK(desk.text(kyrgyz) == "---\ntitle: Коңгуроо\n---\nБир.\n\nЭки.\n\nҮч кийин.\n");
  CHECK(deed_of(desk.repository->find(undone->revision)->message) == Deed::undo);
}

TEST_CASE("a change whose place was changed again is not undone, and nothing is lost") {
  Desk desk(school);
  const std::string before = desk.repository->head();
  const std::string change = save(desk, "---\ntitle: Экинчи\n---\nБир.\n");
  save(desk, "---\ntitle: Үчүнчү\n---\nБир.\n");
  const auto undone = UndoChange{bell, before, change}.execute(*desk.services, desk.bakyt);
  REQUIRE_FALSE(undone.has_value());
  CHECK(undone.error().kind == Refusal::Kind::conflict);
  CHECK(desk.text(kyrgyz) == "---\ntitle: Үчүнчү\n---\nБир.\n");
}

TEST_CASE("undoing twice says that it was undone already") {
  Desk desk(school);
  const std::string before = desk.repository->head();
  const std::string change = save(desk, "---\ntitle: Экинчи\n---\nБир.\n");
  REQUIRE(UndoChange{bell, before, change}.execute(*desk.services, desk.bakyt).has_value());
  const std::string head = desk.repository->head();
  CHECK(UndoChange{bell, before, change}.execute(*desk.services, desk.bakyt).error().kind ==
        Refusal::Kind::conflict);
  CHECK(desk.repository->head() == head);
}

TEST_CASE("undoing the beginning of an entry puts it into the trash; undoing its end takes it out") {
  Desk desk(school);
  const std::string head = desk.repository->head();
  REQUIRE(UndoChange{bell, "", head}.execute(*desk.services, desk.bakyt).has_value());
  CHECK(desk.text(kyrgyz) == "(no such file)");
  REQUIRE(desk.services->trash.list()->size() == 1);
  REQUIRE(UndoChange{bell, head, desk.repository->head()}.execute(*desk.services, desk.bakyt).has_value());
  CHECK(desk.text(kyrgyz) == school.at(kyrgyz));
  CHECK(desk.services->trash.list()->empty());
}

TEST_CASE("consents are not undone, and whoever may not write undoes nothing") {
  Desk desk(school);
  const std::string head = desk.repository->head();
  CHECK(UndoChange{"consents/c-1", "", head}.execute(*desk.services, desk.bakyt).error().kind ==
        Refusal::Kind::invalid);
  CHECK(UndoChange{bell, "", head}.execute(*desk.services, desk.director).error().kind ==
        Refusal::Kind::forbidden);
}

}  // namespace
}  // namespace mektep::editor
