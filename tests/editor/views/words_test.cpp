// The editor's words: all of them in three languages, none twice, none that nobody says, none said that is
// missing.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "editor/views/page.h"

using namespace mektep;
using namespace mektep::editor;

namespace {

const Views& views() {
  static const auto loaded = [] {
    auto all = Views::load(MEKTEP_ROOT "/editor/views");
    if (!all)
      for (const Finding& finding : all.error())
        UNSCOPED_INFO(finding.place.file << ":" << finding.place.mark.line << " "
                                         << finding.message(Language::en));
    REQUIRE(all);
    return std::move(*all);
  }();
  return *loaded;
}

// All files with one of these endings in one text.
std::string sources(std::initializer_list<std::string_view> endings) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(MEKTEP_ROOT "/editor")) {
    if (std::ranges::find(endings, entry.path().extension().string()) == endings.end()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

}  // namespace

TEST_CASE("every_word_that_a_template_says_is_there") {
  std::set<std::string> known;
  for (const Views::Word& word : views().words()) known.insert(word.key);
  for (const TemplateUse& use : views().uses())
    if (use.kind == TemplateUse::Kind::member && use.name == "t") {
      INFO(use.place.file << ":" << use.place.mark.line);
      CHECK(known.contains(use.member));
    }
}

TEST_CASE("every_word_is_said_somewhere") {
  std::set<std::string> said;
  std::vector<std::string> beginnings{"done_"};
  for (const TemplateUse& use : views().uses()) {
    if (use.name != "t") continue;
    if (use.kind == TemplateUse::Kind::prefix) beginnings.push_back(use.member);
    said.insert(use.member);
  }
  // Code says words in quotes, or the beginning of one: "collection_" + name. Macros are given `t` by their
  // callers.
  const std::string code = sources({".cpp", ".h"}), templates = sources({".html"});
  for (const Views::Word& word : views().words()) {
    bool begins = std::ranges::any_of(
        beginnings, [&](const std::string& part) { return !part.empty() && word.key.starts_with(part); });
    for (std::size_t end = word.key.find('_'); end != std::string::npos && !begins;
         end = word.key.find('_', end + 1)) {
      const std::string part = "\"" + word.key.substr(0, end + 1);
      begins = code.find(part + "\"") != std::string::npos || code.find(part + "{}\"") != std::string::npos;
    }
    INFO(word.key);
    CHECK((begins || said.contains(word.key) || code.find("\"" + word.key + "\"") != std::string::npos ||
           templates.find("t." + word.key) != std::string::npos));
  }
}

TEST_CASE("what_people_write_is_escaped_on_every_screen") {  // security line 22
  Actor actor{.account = 1, .name = "<script>alert(1)</script>", .role = Role::editor};
  Frame frame{.language = Language::ru, .actor = &actor, .csrf = "\"><b>", .path = "/"};
  const auto page =
      views().render("error.html", frame, {{"status", 404}, {"message", "{{ 7 * 7 }}<img onerror=x>"}});
  REQUIRE(page);
  CHECK(page->find("<script>alert") == std::string::npos);
  CHECK(page->find("<img onerror") == std::string::npos);
  CHECK(page->find("{{ 7 * 7 }}") != std::string::npos);  // never a template
  CHECK(page->find("value=\"\"><b>") == std::string::npos);
}
