#include "theme/theme.h"

#include <catch2/catch.hpp>

using namespace mektep;

namespace {

std::unique_ptr<Snapshot> files(std::vector<std::pair<std::string, std::string>> all) {
  return make_memory_snapshot(std::move(all));
}

std::vector<std::string> names(const Theme& theme) {
  std::vector<std::string> found;
  for (const ThemeAsset& asset : theme.assets) found.push_back(asset.name + "=" + asset.bytes);
  return found;
}

}  // namespace

TEST_CASE("bundled_scripts_join_the_assets_of_the_theme") {
  const auto theme = files(
      {{"assets/style.css", "s"}, {"scripts/menu.js", "source"}, {"strings.yaml", "a: {ky: а, ru: а}"}});
  const auto bundles = files({{"menu.js", "bundled"}, {"zoom.js", "zoom"}});
  const auto school = files({{"theme/assets/zoom.js", "own"}});
  const ThemeLayer own{school.get(), "theme/", "theme/"}, base{theme.get(), "themes/t/"};
  Findings findings;
  CHECK(names(load_theme("t", std::vector<ThemeLayer>{own, base}, findings)) ==
        std::vector<std::string>{"style.css=s", "zoom.js=own"});
  CHECK(names(load_theme("t", std::vector<ThemeLayer>{own, base, {bundles.get(), "", "", true}}, findings)) ==
        std::vector<std::string>{"menu.js=bundled", "style.css=s", "zoom.js=own"});
  CHECK(findings.empty());
}

TEST_CASE("the_school_beats_the_theme_and_the_theme_beats_what_it_extends") {
  const auto below = files({{"partials/footer.html", "below"},
                            {"partials/header.html", "below"},
                            {"partials/mark.html", "below"},
                            {"strings.yaml", "a: {ky: а, ru: а}\nb: {ky: б, ru: б}\nc: {ky: в, ru: в}\n"}});
  const auto theme = files({{"theme.yaml", "name: t\nextends: below\n"},
                            {"partials/footer.html", "theme"},
                            {"partials/header.html", "theme {{ }"},
                            {"strings.yaml", "b: {ky: Б, ru: Б}\nc: {ky: В, ru: В}\n"}});
  const auto school =
      files({{"theme/partials/footer.html", "school"}, {"theme/strings.yaml", "c: {ky: С, ru: С}"}});
  CHECK(extended_theme(*theme) == "below");
  const std::vector<ThemeLayer> layers{
      {school.get(), "theme/", "theme/"}, {theme.get(), "themes/t/"}, {below.get(), "themes/below/"}};
  Findings findings;
  const Theme made = load_theme("t", layers, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place.file == "themes/t/partials/header.html");
  std::string out;
  for (const char* partial : {"partials/footer.html", "partials/mark.html"})
    REQUIRE(made.templates.render(partial, Record(), out));
  CHECK(out == "schoolbelow");
  const ValueObject& words = made.strings[0].as_object();
  CHECK(words.get("a").as_string() == "а");
  CHECK(words.get("b").as_string() == "Б");
  CHECK(words.get("c").as_string() == "С");
}
