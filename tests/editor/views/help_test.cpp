#include "editor/views/help.h"

#include <catch2/catch.hpp>

namespace mektep::editor {
namespace {

const std::string folder = MEKTEP_ROOT "/editor/views/help";

TEST_CASE("every page of the help is there in both languages and parses without a finding") {
  const auto help = Help::load(folder);
  REQUIRE(help);
  CHECK((*help)->list(Language::ky).size() == 11);
  for (const HelpPage* page : (*help)->list(Language::ky)) {
    const HelpPage* russian = (*help)->find(page->name, Language::ru);
    REQUIRE(russian);
    CHECK(page->html.size() > 400);
    CHECK(russian->html.size() > 400);
    CHECK(page->title != russian->title);
    CHECK((*help)->find(page->name, Language::en) == russian);
  }
}

TEST_CASE("a page that is missing is a finding, not an empty screen") {
  const auto help = Help::load("/nonexistent");
  REQUIRE_FALSE(help);
  CHECK(help.error().size() == 22);
}

TEST_CASE("each screen leads to the help about it") {
  CHECK(help_for("/") == "start");
  CHECK(help_for("") == "start");
  CHECK(help_for("/review/people/asanova") == "review");
  CHECK(help_for("/messages") == "messages");
  CHECK(help_for("/journal/preview") == "journal");
  CHECK(help_for("/trash") == "history");
  CHECK(help_for("/past") == "history");
  CHECK(help_for("/drafts") == "history");
  CHECK(help_for("/log") == "accounts");
  CHECK(help_for("/consents/report") == "consents");
  CHECK(help_for("/edit/news/2026/bell") == "write");
  CHECK(help_for("/edit/school/licences") == "forms");
  CHECK(help_for("/new/news") == "write");
}

}  // namespace
}  // namespace mektep::editor
