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
  Findings findings;
  CHECK(names(load_theme("t", *theme, *school, findings)) ==
        std::vector<std::string>{"style.css=s", "zoom.js=own"});
  CHECK(names(load_theme("t", *theme, *school, findings, bundles.get())) ==
        std::vector<std::string>{"menu.js=bundled", "style.css=s", "zoom.js=own"});
  CHECK(findings.empty());
}
