#include "editor/forms/fact_list.h"

#include "forms_testing.h"
#include "schema/compiled.h"

using namespace mektep;
using namespace mektep::editor;
using namespace mektep::editor::test;

namespace {

std::vector<FactOption> facts_of(std::string_view section, std::string text,
                                 Language language = Language::ky) {
  const auto snapshot = make_memory_snapshot({{fmt::format("school/{}.yaml", section), std::move(text)}});
  const Directory directory{{"people", {{"asanova", "Асанова Гүлнара"}}}};
  return list_facts(*snapshot, schemas(), directory, language);
}

const FactOption* find(const std::vector<FactOption>& facts, std::string_view value) {
  const auto found = std::ranges::find(facts, value, &FactOption::value);
  return found == facts.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("facts are offered with the words of the schema and their value, below their section") {
  const auto facts = facts_of("organisation", "phones:\n  - number: '+996352200101'\nfounded: 1936-09-01\n");
  const FactOption* phones = find(facts, "school/organisation#phones");
  REQUIRE(phones);
  CHECK(phones->label.contains("+996 "));
  CHECK(phones->group == schemas().schemas.find("school/organisation.yaml")->shown_label().in(Language::ky));
  CHECK(find(facts, "school/organisation#founded")->label.contains("1936-ж., 1-сентябрь"));
  CHECK(find(facts, "school/organisation#phones/0/number"));
}

TEST_CASE("a person is offered by name, and an unknown one not at all") {
  CHECK(find(facts_of("director", "person: asanova\n"), "school/director#person")->label.contains("Асанова"));
  CHECK_FALSE(find(facts_of("director", "person: nobody\n"), "school/director#person"));
}

TEST_CASE("what the school states not to have, ids and cells of long tables are no facts to quote") {
  CHECK(facts_of("organisation", "founded: {absent: {ky: Жок}}\n").empty());
  std::string places = "places:\n";
  for (int grade = 1; grade <= 11; ++grade) places += fmt::format("  - grade: {}\n    vacant: 3\n", grade);
  CHECK_FALSE(find(facts_of("admission", places), "school/admission#places/0/vacant"));
}

TEST_CASE("a section that cannot be read offers nothing") {
  CHECK(facts_of("organisation", "phones: [unclosed\n").empty());
}
