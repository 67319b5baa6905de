#include <catch2/catch.hpp>

#include "checks/passes.h"
#include "support/school.h"

using namespace mektep;
using namespace mektep::test;

namespace {

std::vector<std::string> check(Files files) {
  files.insert(files.begin(), {"site.yaml", site_yaml});
  const auto school = load_school(std::move(files));
  static const Catalogue catalogue;
  static const Theme theme;
  FactOptions options;
  options.today = Date{2026, 11, 21};
  const Facts facts = compute_facts(school.model, project_schemas(), catalogue, std::move(options));
  const Media media;
  const SiteContext site(*school.snapshot, school.model, facts, media, theme, project_schemas(), catalogue,
                         {"https://school.example/", false, "test"});
  const PageSet pages;
  Findings findings;
  check_pictures({site, pages}, findings);
  std::erase_if(findings, [](const Finding& finding) { return finding.rule->id != "link-broken"; });
  sort_findings(findings);
  return brief(findings);
}

std::string album(const std::string& pictures) {
  return "---\ntitle: Альбом\ndate: 2026-10-01\npictures: [" + pictures + "]\n---\n";
}

}  // namespace

TEST_CASE("a picture that an album names and that is not there is found at its name") {
  const std::string alt =
      "alt: {ky: Мектеп, ru: Школа}\npeople: nobody-recognisable\nstated_by: someone\nstated_on: "
      "2026-11-20\n";
  const Files pictures{
      {"albums/2026/a/one.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"},
      {"albums/2026/a/one.svg.yaml", alt},
      {"people/someone.yaml",
       "name: {surname: {ky: Асанов, ru: Асанов}, given: {ky: Бакыт, ru: Бакыт}}\nkind: staff\n"
       "post: {ky: Котормочу, ru: Переводчик}\n"}};
  Files right = pictures, wrong = pictures;
  right.emplace_back("albums/2026/a/index.ky.md", album("one.svg"));
  wrong.emplace_back("albums/2026/a/index.ky.md", album("one.svg, two.svg"));
  CHECK(check(std::move(right)).empty());
  CHECK(check(std::move(wrong)) == std::vector<std::string>{"link-broken albums/2026/a/index.ky.md:4:21"});
}
