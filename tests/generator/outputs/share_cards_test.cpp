#include "outputs/share_cards.h"

#include <catch2/catch.hpp>

using namespace mektep;

namespace {

const std::string circle =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\" r=\"4\"/></svg>";

Theme theme_with(const std::string& emblem) {
  Theme theme;
  theme.assets.push_back({"emblem.svg", "assets/a.svg", emblem, "theme/assets/a.svg"});
  return theme;
}
Site school(std::string ky, std::string ru) {
  Site site;
  site.title.texts = {std::move(ky), std::move(ru)};
  return site;
}

}  // namespace

TEST_CASE("a share card is a light JPEG, the same for the same words") {
  const Theme theme = theme_with(circle);
  const Site site = school("Жаз-Булак орто мектеби", "Средняя школа Жаз-Булак");
  const ShareCards cards(theme, site, "school.example");
  for (const std::string title :
       {"Ак-Булак айылындагы Ө. Үсөнов атындагы № 17 орто мектеп-гимназиясы жөнүндө", "<b>&", ""}) {
    const std::string card = cards.draw({title, Locale::ky});
    CHECK(card.starts_with("\xff\xd8\xff"));
    CHECK(card.size() > 10'000);
    CHECK(card.size() <= 48 * 1024);
    CHECK(card == cards.draw({title, Locale::ky}));
    CHECK(card == ShareCards(theme, site, "school.example").draw({title, Locale::ky}));
  }
}

TEST_CASE("a share card shows title, school and host, and is named by all that it shows") {
  const Theme theme = theme_with(circle), other_theme = theme_with(circle + " ");
  const Site site = school("Мектеп", "Школа"), renamed = school("Лицей", "Школа");
  const ShareCards cards(theme, site, "school.example"), of_other_name(theme, renamed, "school.example"),
      of_other_host(theme, site, "other.example"), of_other_emblem(other_theme, site, "school.example");
  const ShareCard card{"Жаңылыктар", Locale::ky};
  const auto differs = [&](const ShareCards& others, const ShareCard& other) {
    return cards.file(card) != others.file(other) && cards.draw(card) != others.draw(other);
  };
  CHECK(differs(cards, {"Иш-чаралар", Locale::ky}));
  CHECK(differs(cards, {"Жаңылыктар", Locale::ru}));
  CHECK(differs(of_other_name, card));
  CHECK(differs(of_other_host, card));
  CHECK(cards.file(card) != of_other_emblem.file(card));
  CHECK(of_other_name.file({"Новости", Locale::ru}) == cards.file({"Новости", Locale::ru}));
}

TEST_CASE("without an emblem there are no share cards") {
  Theme theme;
  CHECK(ShareCards(theme, school("Мектеп", "Школа"), "school.example").file({"Мектеп", Locale::ky}).empty());
}
