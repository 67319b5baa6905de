#include "facts/disclosure/disclosure.h"

#include <catch2/catch.hpp>

#include "facts/disclosure/rules.h"
#include "support/school.h"
#include "syntax/yaml/yaml.h"

using namespace mektep;
using namespace mektep::test;

namespace {

constexpr Date today{2026, 11, 21};

const Catalogue& catalogue() {
  static const Catalogue loaded = [] {
    Findings findings;
    auto folder = open_working_tree(MEKTEP_ROOT "/schema");
    const std::string text = *(*folder)->read(*(*folder)->find("disclosure.yaml"));
    return load_catalogue(parse_yaml(text, "schema/disclosure.yaml", findings), "schema/disclosure.yaml",
                          findings);
  }();
  return loaded;
}

struct Result {
  LoadedSchool school;
  Disclosure disclosure;
  Findings findings;
  const ItemStatus& item(std::string_view id) const {
    for (const ItemStatus& status : disclosure.items) {
      if (status.item->id == id) return status;
    }
    FAIL("no item " << id);
    return disclosure.items.front();
  }
  DisclosureState state(std::string_view id) const { return item(id).state; }
  bool told(const Rule& rule, std::string_view field) const {
    return std::ranges::any_of(findings,
                               [&](const Finding& f) { return f.rule == &rule && f.field == field; });
  }
};

Result compute(Files files, std::map<std::string, Change> changes = {}) {
  files.emplace_back("site.yaml", site_yaml);
  Result result{load_school(std::move(files)), {}, {}};
  const ConsentRegister consents(result.school.model, today);
  result.disclosure =
      compute_disclosure({result.school.model, project_schemas(), catalogue(), consents, changes, today});
  report_disclosure(result.disclosure, result.findings);
  return result;
}

const std::string organisation = "name: {full: {ky: Орто мектеп, ru: Средняя школа}}\n";
const std::string reason = "absent: {reason: {ky: Жок, ru: Нет}, stated_on: 2026-09-01}";

std::string person(const std::string& more = {}) {
  return "name: {surname: {ky: Асанова, ru: Асанова}, given: {ky: Айнура, ru: Айнура}}\nkind: teacher\n"
         "post: {ky: Мугалим, ru: Учитель}\n" +
         more;
}

}  // namespace

TEST_CASE("a school that has said nothing has every item missing, and each is told") {
  const Result result = compute({});
  CHECK(result.disclosure.items.size() == 62);
  CHECK(result.disclosure.counts[static_cast<std::size_t>(DisclosureState::missing)] == 62);
  CHECK(result.disclosure.settled() == 0);
  CHECK(has_rule(result.findings, "disclosure-missing"));
}

TEST_CASE("a given value is complete, and the other item on the same place is told of together") {
  const Result given =
      compute({{"school/organisation.yaml", organisation + "founded: 1938\nreviewed: 2026-11-01\n"}});
  CHECK(given.state("org.founded") == DisclosureState::complete);
  CHECK(given.state("openness.founded") == DisclosureState::complete);
  const Result missing = compute({{"school/organisation.yaml", organisation}});
  std::size_t count = 0;
  for (const Finding& f : missing.findings) {
    if (f.field != "founded") continue;
    ++count;
    CHECK(f.clauses == "DISC-1 DISC-S1");
    CHECK(f.place.file == "school/organisation.yaml");
  }
  CHECK(count == 1);
}

TEST_CASE("a stated absence settles an item that may be absent, and no other") {
  const Result result =
      compute({{"school/facilities.yaml", "practice: {" + reason + "}\n"},
               {"school/organisation.yaml", organisation + "branches: {" + reason + "}\n"}});
  CHECK(result.state("facilities.practice") == DisclosureState::stated_absent);
  CHECK(result.state("openness.location") == DisclosureState::missing);  // the address is still missing
}

TEST_CASE("a text in one language leaves an item untranslated") {
  const Result result =
      compute({{"school/facilities.yaml", "sports:\n  - name: {ky: Спорт залы}\nreviewed: 2026-11-01\n"}});
  const ItemStatus& item = result.item("facilities.sports");
  CHECK(item.state == DisclosureState::untranslated);
  CHECK(item.languages == std::array<bool, 2>{true, false});
  CHECK(result.told(rules::disclosure_untranslated, "sports[0].name"));
}

TEST_CASE("a review holds for the period of the catalogue") {
  auto with = [](const std::string& reviewed) {
    return compute(
        {{"school/organisation.yaml", organisation + "founded: 1938\nemails: [a@b.kg]\n" + reviewed}});
  };
  CHECK(with("reviewed: 2026-06-01\n").state("org.emails") == DisclosureState::complete);
  const Result old = with("reviewed: 2026-01-01\n");
  CHECK(old.state("org.emails") == DisclosureState::stale);
  CHECK(old.item("org.emails").next_review == Date{2026, 6, 30});
  CHECK(old.state("org.founded") == DisclosureState::complete);  // five years
  CHECK(with("reviewed: 2026-01-01\nreviews: {org.emails: 2026-11-01}\n").state("org.emails") ==
        DisclosureState::complete);
}

namespace {
Files licensed(const std::string& in_force, const std::string& annexes) {
  return {{"school/licences.yaml", "licences:\n  - document: licence\n"},
          {"documents/licence/document.yaml",
           "type: licence\ntitle: {ky: Лицензия, ru: Лицензия}\nnumber: \"1\"\ndate: 2020-01-01\n"
           "issued_by: {ky: Министрлик, ru: Министерство}\nin_force: " +
               in_force + "\nfiles: [{file: licence.pdf}]\n" + annexes},
          {"documents/licence/licence.pdf", "%PDF-1.4\n"}};
}
const std::string annex = "annexes: [{title: {ky: Тиркеме, ru: Приложение}, file: licence.pdf}]\n";
}  // namespace

TEST_CASE("a licence needs its file and at least one annex") {
  const std::string term = "{from: 2020-01-01, without_term: true}";
  CHECK(compute(licensed(term, annex)).state("licence.file") == DisclosureState::complete);
  CHECK(compute(licensed(term, "")).told(rules::disclosure_missing, "annexes"));
  // That there is no annex cannot be stated away.
  CHECK(compute(licensed(term, "annexes: {" + reason + "}\n")).state("licence.file") ==
        DisclosureState::missing);
  Files without_file = licensed(term, annex);
  without_file.pop_back();
  CHECK(compute(without_file).state("licence.file") == DisclosureState::missing);
}

namespace {
bool blocks(const Findings& findings, std::string_view rule) {
  return std::ranges::any_of(findings,
                             [&](const Finding& one) { return one.blocks() && one.rule->id == rule; });
}
}  // namespace

TEST_CASE("an expired licence blocks, one about to expire warns") {
  const Result expired = compute(licensed("{from: 2020-01-01, until: 2026-11-20}", annex));
  CHECK(expired.state("licence.file") == DisclosureState::expired);
  CHECK(has_rule(expired.findings, "disclosure-expired"));
  CHECK(blocks(expired.findings, "disclosure-expired"));
  const Result last_day = compute(licensed("{from: 2020-01-01, until: 2026-11-21}", annex));
  CHECK(last_day.state("licence.file") == DisclosureState::complete);
  CHECK(has_rule(last_day.findings, "disclosure-expiring"));
  CHECK_FALSE(blocks(last_day.findings, "disclosure-expiring"));
  CHECK_FALSE(has_rule(compute(licensed("{from: 2020-01-01, until: 2027-02-01}", annex)).findings,
                       "disclosure-expiring"));
}

TEST_CASE("every teacher needs education, qualification and experience") {
  const std::string full =
      "education: {level: higher, qualification: {ky: Мугалим, ru: Учитель}}\nexperience: {total: 3, "
      "speciality: 2, as_of: 2026-09-01}\n";
  const Result result =
      compute({{"people/a.yaml", person(full)}, {"people/b.yaml", person("education: {level: higher}\n")}});
  CHECK(result.state("staff.education") == DisclosureState::complete);
  CHECK(result.state("staff.qualification") == DisclosureState::missing);
  REQUIRE(result.item("staff.qualification").missing.size() == 1);
  CHECK(result.item("staff.qualification").missing[0].place.file == "people/b.yaml");
  CHECK(result.state("staff.experience") == DisclosureState::missing);
}

TEST_CASE("names without consent are withheld and counted") {
  const Files consented{
      {"people/a.yaml", person("consent: c-1\n")},
      {"consents/c-1.yaml", "person: a\nscopes: [internet]\ncovers: [name]\nfrom: 2026-01-01\n"}};
  CHECK(compute(consented).state("staff.name") == DisclosureState::complete);
  Files mixed = consented;
  mixed.emplace_back("people/b.yaml", person());
  const Result result = compute(mixed);
  CHECK(result.state("staff.name") == DisclosureState::withheld);
  CHECK(result.item("staff.name").withheld == 1);
  CHECK(result.state("staff.post") == DisclosureState::complete);
  CHECK(result.disclosure.withheld_people == 1);
}

TEST_CASE("a regulation is needed only where the school says that there is one") {
  auto with = [](const std::string& regulation) {
    return compute({{"school/governance.yaml",
                     "units: {" + reason + "}\nbodies:\n  - name: {ky: Кеңеш, ru: Совет}\n    regulation: " +
                         regulation + "\n"}});
  };
  const Result none = with("{" + reason + "}");
  CHECK(none.state("structure.regulations") == DisclosureState::stated_absent);
  CHECK(none.state("structure.regulation_files") == DisclosureState::stated_absent);
  const Result dangling = with("council");
  CHECK(dangling.state("structure.regulations") == DisclosureState::complete);
  CHECK(dangling.state("structure.regulation_files") == DisclosureState::missing);
  CHECK(dangling.item("structure.regulation_files").missing.front().found == "council");
}

TEST_CASE("languages of a programme must be among those of the school") {
  const Result result = compute({{"school/education.yaml",
                                  "languages: [ky]\nprogrammes:\n  - {id: a, name: {ky: А, ru: А}, level: "
                                  "basic, languages: [ky, ru]}\n"}});
  CHECK(result.state("education.languages") == DisclosureState::contradicted);
  CHECK(result.told(rules::disclosure_contradicted, "programmes[0].languages"));
  CHECK(any_blocks(result.findings));
}

TEST_CASE("the last change of an item is that of its newest file") {
  std::map<std::string, Change> changes;
  changes["school/organisation.yaml"].seconds = 1'790'000'000;  // 2026-09-21
  const Result result = compute({{"school/organisation.yaml", organisation + "founded: 1938\n"}}, changes);
  CHECK(result.item("org.founded").changed == Date{2026, 9, 21});
}

TEST_CASE("every rule of the disclosure speaks three languages") {
  for (const Rule* rule : disclosure_rules()) {
    for (const Message* text : {&rule->message, &rule->expected, &rule->hint, &rule->why}) {
      CHECK_FALSE((text->ky.empty() || text->ru.empty() || text->en.empty()));
    }
  }
}
