#include "editor/actions/save_writing.h"

#include <catch2/catch.hpp>

#include "tests/editor/actions/desk.h"

namespace mektep::editor {
namespace {

using namespace testing;

const std::string entry = "news/2026/bell";
const std::string kyrgyz = "---\ntitle: Коңгуроо\ndate: 2026-09-01\n---\n\nБиринчи абзац.\n\nЭкинчи абзац.\n";
const Files school{{"news/2026/bell/index.ky.md", kyrgyz}};

Outcome<SavedWriting> save(Desk& desk, const Actor& actor, const std::string& base, const std::string& body) {
  SaveWriting action;
  action.entry = entry;
  action.base = base;
  action.values = {{"ky.body", body}};
  return action.execute(*desk.services, actor);
}

TEST_CASE("two people who change different paragraphs both see their words saved") {
  Desk desk(school);
  const std::string base = desk.repository->head();
  REQUIRE(save(desk, desk.aigul, base, "Биринчи абзац, жаңысы.\n\nЭкинчи абзац.\n"));
  const auto second = save(desk, desk.bakyt, base, "Биринчи абзац.\n\nЭкинчи абзац, жаңысы.\n");
  REQUIRE(second);
  CHECK(second->conflicts.empty());
  const std::string text = desk.text(entry + "/index.ky.md");
  CHECK(text.find("Биринчи абзац, жаңысы.") != std::string::npos);
  CHECK(text.find("Экинчи абзац, жаңысы.") != std::string::npos);
}

TEST_CASE("two people who change the same paragraph are told both texts, and nothing is overwritten") {
  Desk desk(school);
  const std::string base = desk.repository->head();
  REQUIRE(save(desk, desk.aigul, base, "Айгүлдүн тексти.\n\nЭкинчи абзац.\n"));
  const auto second = save(desk, desk.bakyt, base, "Бакыттын тексти.\n\nЭкинчи абзац.\n");
  REQUIRE(second);
  CHECK_FALSE(second->conflicts.empty());
  CHECK(desk.text(entry + "/index.ky.md").find("Айгүлдүн тексти.") != std::string::npos);
  CHECK(desk.services->drafts.find(desk.bakyt.account, entry)->has_value());  // his words are in his draft
}

TEST_CASE("the writing screen saves no secrets and no personal numbers either") {
  Desk desk(school);
  const std::string head = desk.repository->head();
  const auto refused = save(desk, desk.aigul, head, "ПИН: 20101199012345\n");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Refusal::Kind::invalid);
  CHECK(desk.repository->head() == head);
  CHECK(desk.services->drafts.find(desk.aigul.account, entry)->has_value());
}

TEST_CASE("saving what nobody changed makes no commit") {
  Desk desk(school);
  const std::string head = desk.repository->head();
  const auto saved = save(desk, desk.aigul, head, "Биринчи абзац.\n\nЭкинчи абзац.\n");
  REQUIRE(saved);
  CHECK_FALSE(saved->changed);
  CHECK(desk.repository->head() == head);
}

}  // namespace
}  // namespace mektep::editor
