#include <catch2/catch.hpp>

#include "base/text.h"
#include "repository.h"
#include "source/file_name.h"
#include "source/rules.h"

using namespace mektep;
using namespace mektep::testing;
using Names = std::vector<std::string>;

TEST_CASE("a memory snapshot is sorted, searched and read") {
  const auto snapshot =
      make_memory_snapshot({{"news/b.md", "B"}, {"a.md", "A"}, {"news/a.md", "NA"}, {"newsletter.md", "L"}});
  CHECK(paths(*snapshot) == Names{"a.md", "news/a.md", "news/b.md", "newsletter.md"});
  CHECK(snapshot->findings().empty());
  CHECK(snapshot->under("news/").size() == 2);
  CHECK(snapshot->under("pages/").empty());
  CHECK(snapshot->find("news") == nullptr);
  CHECK(text(*snapshot, "news/a.md") == "NA");
  CHECK(snapshot->find("a.md")->size == 1);
  CHECK(snapshot->read({.path = "nowhere"}).error().rule == &rules::source_unreadable);
}

TEST_CASE("each treacherous name is refused by its rule") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"a//b", "source-name-dots"},
      {"./a", "source-name-dots"},
      {"a/../b", "source-name-dots"},
      {"/etc/passwd", "source-name-dots"},
      {"", "source-name-dots"},
      {"a/", "source-name-dots"},
      {"a\\b", "source-name-character"},
      {"a\nb", "source-name-character"},
      {"a\x7F", "source-name-character"},
      {"a:b", "source-name-character"},
      {"a?.md", "source-name-character"},
      {"a\u200Bb", "source-name-character"},
      {"a\u202Egpj.exe", "source-name-character"},
      {"a.", "source-name-ending"},
      {"news /a", "source-name-ending"},
      {"con", "source-name-device"},
      {"a/NUL.md", "source-name-device"},
      {"Com1.txt", "source-name-device"},
      {"lpt9", "source-name-device"},
      {"aux .md", "source-name-device"},
      {"com².md", "source-name-device"},
      {"a/.git/config", "source-git-inside"},
      {".GIT/x", "source-git-inside"},
      {".gitmodules", "source-git-inside"},
      {"git~1", "source-git-inside"},
      {"и\u0306.md", "source-name-not-nfc"},
      {"\xFF.md", "source-name-not-utf8"},
      {std::string(201, 'a'), "source-name-too-long"},
      {fmt::format("{0:a>150}/{0:b>150}/{0:c>150}", ""), "source-name-too-long"}};
  for (const auto& [path, rule] : table) {
    CAPTURE(path);
    const auto snapshot = make_memory_snapshot({{path, "x"}, {"good.md", "x"}});
    CHECK(paths(*snapshot) == Names{"good.md"});
    REQUIRE(snapshot->findings().size() == 1);
    CHECK(snapshot->findings()[0].rule->id == rule);
    CHECK(snapshot->findings()[0].blocks());
    CHECK_FALSE(find_invalid_utf8(snapshot->findings()[0].place.file).has_value());
  }
}

TEST_CASE("ordinary names are accepted") {
  for (const auto* path :
       {"a.md", "console.md", "com.md", "com10.md", "auxiliary", "nulla/b", ".well-known/x",
        "Мектептин жарлыгы №5.pdf", "a..b", "a b/c", "git.md", ".gita", "өзгөн/ңү.md", "lpt.md"}) {
    CAPTURE(path);
    CHECK_FALSE(check_path(path).has_value());
  }
}

TEST_CASE("files that serve git are left out without a word") {
  const auto snapshot = make_memory_snapshot({{".gitignore", ""},
                                              {"a/.gitattributes", ""},
                                              {"b/.gitkeep", ""},
                                              {".github/x.yml", ""},
                                              {"a.md", ""}});
  CHECK(paths(*snapshot) == Names{"a.md"});
  CHECK(snapshot->findings().empty());
}

TEST_CASE("case twins are refused but for the better spelling") {
  const auto snapshot = make_memory_snapshot({{"News/a.md", ""},
                                              {"news/b.md", ""},
                                              {"x/Ңү.md", ""},
                                              {"x/ңү.md", ""},
                                              {"PHOTO.jpg", ""},
                                              {"Photo.jpg", ""},
                                              {"Alone.md", ""}});
  CHECK(paths(*snapshot) == Names{"Alone.md", "PHOTO.jpg", "news/b.md", "x/ңү.md"});
  CHECK(told(*snapshot) ==
        Names{"source-name-twin News/a.md", "source-name-twin Photo.jpg", "source-name-twin x/Ңү.md"});
  CHECK(snapshot->findings()[0].message(Language::en).find("“news”") != std::string::npos);
}

TEST_CASE("a path given twice and a file in a folder's place are twins") {
  const auto snapshot =
      make_memory_snapshot({{"a.md", "1"}, {"a.md", "2"}, {"b", ""}, {"b-c", ""}, {"b/c/d", ""}});
  CHECK(paths(*snapshot) == Names{"a.md", "b", "b-c"});
  CHECK(told(*snapshot) == Names{"source-name-twin a.md", "source-name-twin b/c/d"});
  CHECK(text(*snapshot, "a.md") == "1");
}

TEST_CASE("an overlay replaces, adds and removes") {
  const std::shared_ptr<const Snapshot> base =
      make_memory_snapshot({{"a.md", "A"}, {"b.md", "B"}, {"c.md", "C"}, {"con", "x"}});
  const auto overlay = make_overlay(
      base, {{"b.md", "new"}, {"c.md", std::nullopt}, {"d.md", "D"}, {"bad.", "x"}, {"con", std::nullopt}});
  CHECK(paths(*overlay) == Names{"a.md", "b.md", "d.md"});
  CHECK(text(*overlay, "a.md") == "A");
  CHECK(text(*overlay, "b.md") == "new");
  CHECK(text(*overlay, "d.md") == "D");
  CHECK(overlay->find("b.md")->size == 3);
  CHECK(told(*overlay) == Names{"source-name-ending bad."});
  CHECK(text(*base, "b.md") == "B");
}

TEST_CASE("every rule of the module speaks three languages") {
  std::set<std::string_view> ids;
  for (const Rule* rule : source_rules()) {
    CAPTURE(rule->id);
    CHECK(ids.insert(rule->id).second);
    for (const Language language : {Language::ky, Language::ru, Language::en}) {
      for (const Message* message : {&rule->message, &rule->expected, &rule->hint, &rule->why}) {
        CHECK_FALSE(message->in(language).empty());
      }
    }
  }
  CHECK(ids.size() == 21);
}
