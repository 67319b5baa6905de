#include <catch2/catch.hpp>

#include "checks/passes.h"
#include "support/school.h"

using namespace mektep;
using namespace mektep::test;

namespace {

Findings check(const std::shared_ptr<const Snapshot>& snapshot, const ContentModel& model) {
  static const Catalogue catalogue;
  static const Theme theme;
  FactOptions options;
  options.today = Date{2026, 11, 21};
  const Facts facts = compute_facts(model, project_schemas(), catalogue, std::move(options));
  const Media media;
  const SiteContext site(*snapshot, model, facts, media, theme, project_schemas(), catalogue,
                         {"https://school.example/", false, "test"});
  const PageSet pages;
  Findings findings;
  check_letters({site, pages}, findings);
  sort_findings(findings);
  return findings;
}

Findings check(Files files) {
  files.insert(files.begin(), {"site.yaml", site_yaml});
  const auto school = load_school(std::move(files));
  return check(school.snapshot, school.model);
}

std::string page(const std::string& body, const std::string& title = "Мектеп") {
  return "---\ntitle: " + title + "\n---\n" + body;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a wrong letter is found at its own line and column") {
  const auto findings = check({{"pages/a/index.ky.md", page("Биздин\nчоң **мектeп** ачык\n")}});
  REQUIRE(brief(findings) == Lines{"letters-mixed pages/a/index.ky.md:5:11"});
  CHECK(findings[0].found == "мектeп");
  CHECK(findings[0].expected(Language::ky) == "мектеп");
  CHECK(findings[0].message(Language::ru) == "В слове «мектeп» чужой знак: латинская буква «e»");
  CHECK(findings[0].severity == Severity::warns);
}

TEST_CASE("a word that repeats is found at each of its places") {
  CHECK(brief(check({{"pages/a/index.ky.md", page("берүү &amp; беруу жана *беруу* беруу\n")}})) ==
        Lines{"letters-kyrgyz pages/a/index.ky.md:4:16", "letters-kyrgyz pages/a/index.ky.md:4:28",
              "letters-kyrgyz pages/a/index.ky.md:4:35"});
}

TEST_CASE("titles, values in two languages and shortcodes are searched, each in its language") {
  CHECK(brief(check({{"pages/a/index.ky.md",
                      page("{{< figure src=\"a.png\" caption=\"Кундолук\" >}}\n", "Билим беруу")}})) ==
        Lines{"letters-kyrgyz pages/a/index.ky.md:2:17", "letters-kyrgyz pages/a/index.ky.md:4:34"});
  CHECK(brief(check(
            {{"school/organisation.yaml", "address:\n  ky: \"Жаңы кочо, 1\"\n  ru: ул. Жаны кочо, 1\n"}})) ==
        Lines{"letters-kyrgyz school/organisation.yaml:2:14"});
}

TEST_CASE("code, addresses and Russian texts are left alone") {
  CHECK(check({{"pages/a/index.ky.md",
                page("`мектeп` [барак](/мектeп/) <https://kg.example/беруу>\n\n    мектeп\n")},
               {"pages/a/index.ru.md", page("Онуктуруу, беруу\n")}})
            .empty());
}

TEST_CASE("й of two characters is told once a file") {
  CHECK(brief(check({{"pages/a/index.ky.md", page("мои\u0306 аи\u0306 оку\u00ADучу\n")}})) ==
        Lines{"letters-decomposed pages/a/index.ky.md:4:3", "letters-hidden pages/a/index.ky.md:4:13"});
}

TEST_CASE("the demonstration school has no wrong letter") {
  const auto snapshot =
      std::shared_ptr<const Snapshot>(std::move(*open_working_tree(MEKTEP_ROOT "/content")));
  Findings loading;
  const ContentModel model = load_content(*snapshot, project_schemas(), {}, loading);
  CHECK(model.entries.size() > 10);
  for (const Finding& finding : check(snapshot, model)) {
    FAIL_CHECK(finding.place.file << ":" << finding.place.mark.line << ": " << finding.found << " → "
                                  << finding.expected(Language::ky));
  }
}
