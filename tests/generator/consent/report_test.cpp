#include "consent/report.h"

#include <catch2/catch.hpp>

#include "consent/form.h"
#include "support/demonstration.h"
#include "syntax/json.h"

using namespace mektep;
using namespace mektep::test;

TEST_CASE("the report names a consent for every person and every picture that the site shows") {
  const auto site = prepare_demonstration({});
  const ConsentReport report = report_consents(*site);
  std::size_t people = 0;
  for (const Coverage& row : report.published) {
    INFO(row.what);
    CHECK((row.data == "nobody") == row.consent.empty());
    CHECK_FALSE(row.paper.empty());
    people += row.what.ends_with(".yaml") ? 1 : 0;
  }
  CHECK(people + site->facts.disclosure.withheld_people == site->model.people.size());
  CHECK(report.withheld.size() >= site->facts.disclosure.withheld_people);
}

TEST_CASE("whoever is withheld is told as withheld, not as published") {
  const auto site = prepare_demonstration({}, Date{2027, 9, 1});  // all consents have ended
  const ConsentReport report = report_consents(*site);
  for (const Coverage& row : report.published) CHECK(row.data == "nobody");
  CHECK(report.withheld.size() > site->model.people.size());
}

TEST_CASE("the form of a consent has its ticks and no name of a pupil in both languages") {
  const auto site =
      prepare_demonstration({{"consents/c-0991.yaml",
                              "subject: pupil\npseudonym: pupil-0042\nrepresentative: parent\nscopes: "
                              "[news]\ncovers: [name, class]\n"
                              "from: 2026-09-01\nevidence: {number: \"09-91\", date: 2026-09-01}\n"
                              "risks_explained: {by: nurbek-sydykov, on: 2026-09-01}\n"}});
  const auto form = consent_form(site->model, site->schemas, "c-0991", site->options.today);
  REQUIRE(form);
  for (const char* text :
       {"pupil-0042", "№ 09-91", "☒ жаңылыкта атын атоо", "☒ класс", "☐ публикация фотографии", "☐ жашы",
        "2026-ж., 1-сентябрь", "1 сентября 2026", "Токтоназар Эсенбеков атындагы"}) {
    INFO(text);
    CHECK(form->find(text) != std::string::npos);
  }
  CHECK(form->find("http") == std::string::npos);  // nothing is loaded from anywhere
}

TEST_CASE("an employee who has not been asked gets a form without ticks") {
  const auto site = prepare_demonstration({});
  const auto form = consent_form(site->model, site->schemas, "aigul-duishonbekova", site->options.today);
  REQUIRE(form);
  CHECK(form->find("Дүйшөнбекова Айгүл Маратовна") != std::string::npos);
  CHECK(form->find("☒") == std::string::npos);
  CHECK_FALSE(consent_form(site->model, site->schemas, "nobody", site->options.today));
}
