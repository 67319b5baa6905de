#include "facts/facts.h"

#include <catch2/catch.hpp>

#include "facts/links.h"
#include "facts/publication.h"
#include "facts/translations.h"
#include "support/school.h"

using namespace mektep;
using namespace mektep::test;

namespace {

std::string text(const std::string& title, const std::string& more = {}) {
  return "---\ntitle: " + title + "\n" + more + "---\nТекст\n";
}

constexpr Date today{2026, 11, 21};

}  // namespace

TEST_CASE("Kyrgyz stands at the root and Russian under /ru/, with the same path") {
  const auto school =
      load_school({{"site.yaml", site_yaml}, {"pages/about/history/index.ky.md", text("Тарых")}});
  const Permalinks links(school.model);
  const Entry& entry = school.model.entries[0];
  CHECK(links.of(entry, Locale::ky) == "/about/history/");
  CHECK(links.of(entry, Locale::ru) == "/ru/about/history/");
}

TEST_CASE("a translation's own slug changes its address and those below it, in its language only") {
  const auto school = load_school({{"site.yaml", site_yaml},
                                   {"pages/about/index.ky.md", text("Мектеп")},
                                   {"pages/about/index.ru.md", text("Школа", "slug: o-shkole\n")},
                                   {"pages/about/history/index.ky.md", text("Тарых")}});
  const Permalinks links(school.model);
  CHECK(links.of(*school.model.entry("pages/about"), Locale::ru) == "/ru/o-shkole/");
  CHECK(links.of(*school.model.entry("pages/about/history"), Locale::ru) == "/ru/o-shkole/history/");
  CHECK(links.of(*school.model.entry("pages/about/history"), Locale::ky) == "/about/history/");
}

TEST_CASE("a translation is stale once the text it was made from has changed") {
  auto files = Files{{"site.yaml", site_yaml}, {"pages/a/index.ky.md", text("А")}};
  const std::string digest = load_school(files).model.entries[0].any().digest;
  files.push_back({"pages/a/index.ru.md", text("А", "translated_from: \"" + digest + "\"\n")});
  CHECK(translation_state(load_school(files).model.entries[0], Locale::ru) == TranslationState::current);
  files[1].second += "Жаңы сүйлөм.\n";
  CHECK(translation_state(load_school(files).model.entries[0], Locale::ru) == TranslationState::stale);
  files.pop_back();
  CHECK(translation_state(load_school(files).model.entries[0], Locale::ru) == TranslationState::missing);
}

TEST_CASE("the matrix of languages lists every entry by its path") {
  const auto school = load_school({{"site.yaml", site_yaml},
                                   {"news/b/index.ky.md", text("Б", "date: 2026-11-21\n")},
                                   {"news/a/index.ru.md", text("А", "date: 2026-11-21\n")}});
  const auto rows = translation_matrix(school.model);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].entry == "news/a");
  CHECK(rows[0].states == std::array{TranslationState::missing, TranslationState::original});
  CHECK(rows[1].states == std::array{TranslationState::original, TranslationState::missing});
}

TEST_CASE("drafts and future entries stay out") {
  const auto school = load_school({{"site.yaml", site_yaml},
                                   {"news/a/index.ky.md", text("А", "date: 2026-11-21\n")},
                                   {"news/b/index.ky.md", text("Б", "date: 2026-11-22\n")},
                                   {"news/c/index.ky.md", text("В", "date: 2026-01-01\ndraft: true\n")}});
  const Taxonomy all = arrange(school.model, today);
  REQUIRE(all.news.size() == 1);
  CHECK(all.news[0]->path == "news/a");
}

TEST_CASE("without a consent in force a person has a post and no name") {
  const std::string person =
      "name: {surname: {ky: Асанова, ru: Асанова}, given: {ky: Айнура, ru: Айнура}}\nkind: teacher\n"
      "post: {ky: Мугалим, ru: Учитель}\nphones: [\"+996312000001\"]\n";
  const std::string consent =
      "person: ainura\nscopes: [internet]\ncovers: [name]\nfrom: 2026-01-01\nuntil: 2026-12-31\n";
  const auto publish = [&](Files files, Date day) {
    files.push_back({"site.yaml", site_yaml});
    const auto school = load_school(std::move(files));
    const PublicPerson shown = ConsentRegister(school.model, day).publish(school.model.people.at(0));
    return std::pair(shown.full_name(Locale::ky), shown.phones().size());
  };
  const std::string with = person + "consent: c-1\n";
  CHECK(publish({{"people/ainura.yaml", person}}, today).first == "");
  CHECK(publish({{"people/ainura.yaml", with}}, today).first == "");
  CHECK(publish({{"people/ainura.yaml", with}, {"consents/c-1.yaml", consent}}, today).first ==
        "Асанова Айнура");
  CHECK(publish({{"people/ainura.yaml", with}, {"consents/c-1.yaml", consent}}, today).second == 0);
  CHECK(publish({{"people/ainura.yaml", with}, {"consents/c-1.yaml", consent}}, Date{2027, 1, 1}).first ==
        "");
  CHECK(publish({{"people/ainura.yaml", with}, {"consents/c-1.yaml", consent + "withdrawn: 2026-11-21\n"}},
                today)
            .first == "");
  const std::string other = "person: someone\n" + consent.substr(consent.find('\n') + 1);
  CHECK(publish({{"people/ainura.yaml", with}, {"consents/c-1.yaml", other}}, today).first == "");
}

TEST_CASE("a picture of which nobody has said whom it shows is not publishable") {
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", 29);
  const auto publishable = [&](const std::string& sidecar) {
    Files files{{"site.yaml", site_yaml}, {"pages/a/x.png", png}};
    if (!sidecar.empty()) files.push_back({"pages/a/x.png.yaml", sidecar});
    const auto school = load_school(std::move(files));
    return ConsentRegister(school.model, today).publish(school.model.assets.at(0)).has_value();
  };
  CHECK_FALSE(publishable(""));
  CHECK_FALSE(publishable("alt: {ky: Тоо, ru: Горы}\npeople: nobody-recognisable\n"));
  CHECK(publishable(
      "alt: {ky: Тоо, ru: Горы}\npeople: nobody-recognisable\nstated_by: aigul\nstated_on: 2026-09-01\n"));
  CHECK_FALSE(publishable("alt: {ky: Тоо, ru: Горы}\npeople: [c-9]\n"));
}

TEST_CASE("a site path in a Russian text leads to the Russian page") {
  const auto school = load_school({{"site.yaml", site_yaml},
                                   {"pages/about/index.ky.md", text("Мектеп")},
                                   {"pages/about/index.ru.md", text("Школа", "slug: o-shkole\n")}});
  const Permalinks links(school.model);
  const auto target = resolve_link(school.model, links, "pages/x/index.ru.md", Locale::ru, "/about/#top");
  CHECK(target.kind == LinkKind::page);
  CHECK(target.site_path == "/ru/o-shkole/");
  CHECK(target.fragment == "top");
  CHECK(resolve_link(school.model, links, "pages/x/index.ru.md", Locale::ru, "/news/").site_path ==
        "/ru/news/");
  CHECK(resolve_link(school.model, links, "pages/x/index.ky.md", Locale::ky, "../about/index.ky.md")
            .site_path == "/about/");
  CHECK(resolve_link(school.model, links, "pages/x/index.ky.md", Locale::ky, "../../../etc").kind ==
        LinkKind::broken);
  CHECK(resolve_link(school.model, links, "pages/x/index.ky.md", Locale::ky, "mailto:a@b.kg").kind ==
        LinkKind::external);
}

TEST_CASE("pages below a page come in their stated order, then by title") {
  const auto school = load_school({{"site.yaml", site_yaml},
                                   {"pages/a/index.ky.md", text("Өмүр")},
                                   {"pages/b/index.ky.md", text("Омор")},
                                   {"pages/c/index.ky.md", text("Ырыс", "order: 1\n")},
                                   {"pages/c/d/index.ky.md", text("Ичинде")}});
  std::vector<std::string> order;
  for (const Entry* page : arrange(school.model, today).children("pages", Locale::ky))
    order.push_back(page->path);
  CHECK(order == std::vector<std::string>{"pages/c", "pages/b", "pages/a"});
}

TEST_CASE("a text with a last day is on the site on that day and never after") {
  const auto school = load_school(
      {{"site.yaml", site_yaml},
       {"news/a/index.ky.md", text("А", "date: 2026-11-01\nshown_until: 2026-11-21\nkind: announcement\n")},
       {"pages/b/index.ky.md", text("Б")}});
  const Entry& entry = *school.model.entry("news/a");
  CHECK(is_published(entry, today));
  CHECK(is_current_announcement(entry, today));
  const Date tomorrow{2026, 11, 22};
  CHECK_FALSE(is_published(entry, tomorrow));
  CHECK_FALSE(is_current_announcement(entry, tomorrow));
  const Permalinks links(school.model);
  for (const char* address : {"/news/a/", "../../news/a", "/news/a/#bolum"}) {
    const LinkTarget target = resolve_link(school.model, links, "pages/b/index.ky.md", Locale::ky, address);
    CHECK(run_out_behind(target, school.model, today) == nullptr);
    CHECK(run_out_behind(target, school.model, tomorrow) == &entry);
  }
  LinkTarget file{.kind = LinkKind::asset,
                  .site_path = {},
                  .fragment = {},
                  .entry = nullptr,
                  .asset = "news/a/files/plan.pdf"};
  CHECK(run_out_behind(file, school.model, tomorrow) == &entry);
  file.asset = "pages/b/plan.pdf";
  CHECK(run_out_behind(file, school.model, tomorrow) == nullptr);
}
