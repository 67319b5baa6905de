#include "editor/actions/delete_entry.h"

#include <catch2/catch.hpp>

#include "editor/actions/rename_entry.h"
#include "editor/actions/save_entry.h"
#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;

constexpr const char* bell = "news/2026/bell";
const Files school{{"site.yaml", "name: a\n"},
                   {"news/2026/bell/index.ky.md", "---\ntitle: Коңгуроо\n---\nА\n"},
                   {"news/2026/bell/index.ru.md", "---\ntitle: Звонок\nslug: zvonok\n---\nБ\n"},
                   {"news/2026/bell/plan.txt", "x"},
                   {"pages/about/index.ky.md", "---\ntitle: Т\n---\n"},
                   {"pages/about/us/index.ky.md", "---\ntitle: Т\n---\n"}};

void save(Desk& desk, const std::string& path, const std::string& text) {
  const SaveEntry request{.entry = bell, .base = desk.repository->head(), .files = {{path, text}}};
  REQUIRE(request.execute(*desk.services, desk.aigul).has_value());
}

TEST_CASE("what was deleted lies in the trash and comes back whole") {
  Desk desk(school);
  REQUIRE(DeleteEntry{bell}.execute(*desk.services, desk.aigul).has_value());
  CHECK(desk.text("news/2026/bell/plan.txt") == "(no such file)");
  desk.restart();
  const auto trash = desk.services->trash.list().value();
  REQUIRE(trash.size() == 1);
  CHECK(trash[0].title == "Коңгуроо");
  CHECK(trash[0].name == "Айгүл");
  CHECK(RestoreEntry{trash[0].id}.execute(*desk.services, desk.bakyt) == bell);
  CHECK(files_of(**desk.repository->snapshot()) == school);
  CHECK(desk.services->trash.list().value().empty());
  CHECK(RestoreEntry{trash[0].id}.execute(*desk.services, desk.bakyt).error().kind ==
        Refusal::Kind::not_found);
}

TEST_CASE("an entry that somebody changed meanwhile is not deleted") {
  Desk desk(school);
  const std::string base = desk.repository->head();
  save(desk, "news/2026/bell/index.ky.md", "---\ntitle: Жаңы\n---\n");
  const auto refused = DeleteEntry{bell, base}.execute(*desk.services, desk.bakyt);
  REQUIRE(refused.has_value());
  CHECK(refused->conflict.has_value());
  CHECK(desk.text("news/2026/bell/index.ky.md") == "---\ntitle: Жаңы\n---\n");
  CHECK(desk.services->trash.list().value().empty());
}

TEST_CASE("nothing comes back over an entry that was made again") {
  Desk desk(school);
  REQUIRE(DeleteEntry{bell}.execute(*desk.services, desk.aigul).has_value());
  save(desk, "news/2026/bell/index.ky.md", "---\ntitle: Жаңы\n---\n");
  const RestoreEntry restore{desk.services->trash.list().value()[0].id};
  CHECK(restore.execute(*desk.services, desk.aigul).error().kind == Refusal::Kind::conflict);
  CHECK(desk.text("news/2026/bell/index.ky.md") == "---\ntitle: Жаңы\n---\n");
}

TEST_CASE("an older version becomes a new one, files that it had not go") {
  Desk desk(school);
  const std::string first = desk.repository->head();
  save(desk, "news/2026/bell/index.ky.md", "---\ntitle: Жаңы\n---\n");
  save(desk, "news/2026/bell/more.txt", "more");
  const auto back = BringBackVersion{bell, first}.execute(*desk.services, desk.aigul);
  REQUIRE(back.has_value());
  CHECK(files_of(**desk.repository->snapshot()) == school);
  CHECK(desk.repository->history(bell, 10)->size() == 4);
  CHECK(deed_of(desk.repository->find(back->revision)->message) == Deed::bring_back);
}

TEST_CASE("a renamed entry leaves its old addresses behind, where they change") {
  Desk desk(school);
  REQUIRE(
      desk.services->drafts.save({1, bell, "b", 0, {{"news/2026/bell/index.ky.md", "typed"}}}).has_value());
  CHECK(RenameEntry{bell, "first-bell"}.execute(*desk.services, desk.aigul) == "news/2026/first-bell");
  CHECK(desk.text("news/2026/bell/index.ky.md") == "(no such file)");
  CHECK(desk.text("news/2026/first-bell/index.ky.md") ==
        "---\ntitle: Коңгуроо\naliases: [/news/2026/bell/]\n---\nА\n");
  CHECK(desk.text("news/2026/first-bell/index.ru.md") == school.at("news/2026/bell/index.ru.md"));
  CHECK(desk.text("news/2026/first-bell/plan.txt") == "x");
  CHECK(desk.services->drafts.find(1, "news/2026/first-bell").value()->files[0].bytes == "typed");
  SECTION("twice") {
    REQUIRE(RenameEntry{"news/2026/first-bell", "b"}.execute(*desk.services, desk.aigul).has_value());
    CHECK(desk.text("news/2026/b/index.ky.md") ==
          "---\ntitle: Коңгуроо\naliases: [/news/2026/bell/, /news/2026/first-bell/]\n---\nА\n");
  }
}

TEST_CASE("names that cannot be had are refused in words") {
  Desk desk(school);
  const auto refusal = [&](const std::string& entry, const std::string& slug) {
    auto renamed = RenameEntry{entry, slug}.execute(*desk.services, desk.aigul);
    REQUIRE_FALSE(renamed.has_value());
    CHECK_FALSE(renamed.error().message.ky.empty());
    return renamed.error().kind;
  };
  CHECK(refusal(bell, "Биринчи") == Refusal::Kind::invalid);
  CHECK(refusal(bell, "a/b") == Refusal::Kind::invalid);
  CHECK(refusal("people/asanova", "x") == Refusal::Kind::invalid);
  CHECK(refusal("pages/home", "x") == Refusal::Kind::invalid);
  CHECK(refusal("pages/about", "us") == Refusal::Kind::conflict);
  CHECK(refusal("pages/nothing", "x") == Refusal::Kind::not_found);
  CHECK(DeleteEntry{"site"}.execute(*desk.services, desk.bakyt).error().kind == Refusal::Kind::invalid);
  CHECK(DeleteEntry{bell}.execute(*desk.services, desk.director).error().kind == Refusal::Kind::forbidden);
}

}  // namespace
}  // namespace mektep::editor
