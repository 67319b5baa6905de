#include "outputs/icons.h"

#include <catch2/catch.hpp>

using namespace mektep;

namespace {

Theme theme_with(std::string name, std::string bytes) {
  Theme theme;
  theme.assets.push_back({std::move(name), "assets/a.svg", std::move(bytes), "theme/assets/a.svg"});
  return theme;
}
const std::string circle =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\" r=\"4\"/></svg>";

}  // namespace

TEST_CASE("icons have the sizes that browsers and telephones ask for") {
  std::vector<std::pair<IconKind, std::uint32_t>> found;
  for (const SiteIcon& icon : site_icons(theme_with("emblem.svg", circle)))
    found.emplace_back(icon.kind, icon.size);
  CHECK(found == std::vector<std::pair<IconKind, std::uint32_t>>{{IconKind::favicon, 32},
                                                                 {IconKind::touch, 180},
                                                                 {IconKind::plain, 192},
                                                                 {IconKind::plain, 512},
                                                                 {IconKind::maskable, 512}});
}

TEST_CASE("names of icons change with the emblem and with nothing else") {
  const auto names = [](const std::string& svg) {
    std::vector<std::string> list;
    for (const SiteIcon& icon : site_icons(theme_with("emblem.svg", svg))) list.push_back(icon.file);
    return list;
  };
  const auto first = names(circle), again = names(circle), other = names(circle + " ");
  CHECK(first == again);
  CHECK(first[0] == other[0]);  // favicon.ico: asked for unasked
  CHECK(first[2] != other[2]);
  CHECK(first[4] != other[4]);
}

TEST_CASE("each icon is an image of its size") {
  const std::string ico = draw_icon(circle, {IconKind::favicon, 32, ""});
  CHECK(ico.substr(0, 8) == std::string("\0\0\1\0\1\0\x20\x20", 8));
  for (const IconKind kind : {IconKind::plain, IconKind::touch, IconKind::maskable}) {
    const std::string png = draw_icon(circle, {kind, 192, ""});
    CHECK(png.starts_with("\x89PNG"));
    CHECK(png.substr(16, 8) == std::string("\0\0\0\xc0\0\0\0\xc0", 8));
    CHECK(png == draw_icon(circle, {kind, 192, ""}));
  }
}

TEST_CASE("the school's emblem goes before the theme's sign, and a damaged one is passed over") {
  Theme theme = theme_with("emblem.svg", circle);
  theme.assets.push_back({"favicon.svg", "assets/f.svg", circle, "themes/x/assets/favicon.svg"});
  CHECK(emblem_of(theme)->name == "emblem.svg");
  theme.assets[0].bytes = "<svg";
  CHECK(emblem_of(theme)->name == "favicon.svg");
}

TEST_CASE("without an emblem there are no icons") {
  const Theme theme = theme_with("style.css", "a{}");
  CHECK(emblem_of(theme) == nullptr);
  CHECK(site_icons(theme).empty());
}
