#include "schema/catalogue.h"
#include "schema/describe.h"
#include "support.h"

using namespace mektep;

TEST_CASE("the schemas of the project compile without a finding") {
  Findings findings;
  const SchemaSet set = load_school_schemas(findings);
  for (const Finding& f : findings)
    UNSCOPED_INFO(f.place.file << " " << f.field << ": " << f.message(Language::en));
  CHECK(findings.empty());
  for (const std::string& file : schema_files()) {
    INFO(file);
    CHECK((set.find(file) != nullptr) == (file != "disclosure.yaml"));
  }
}

TEST_CASE("the catalogue has all 62 items of the regulation") {
  Findings findings;
  const Node node =
      parse_yaml(*read_file(MEKTEP_ROOT "/schema/disclosure.yaml"), "schema/disclosure.yaml", findings);
  const Catalogue catalogue = load_catalogue(node, "schema/disclosure.yaml", findings);
  for (const Finding& f : findings) UNSCOPED_INFO(f.place.mark.line << ": " << f.message(Language::en));
  CHECK(findings.empty());
  CHECK(catalogue.items.size() == 62);
  for (int i = 1; i <= 53; ++i) CHECK(catalogue.find("DISC-" + std::to_string(i)) != nullptr);
  for (int i = 1; i <= 9; ++i) CHECK(catalogue.find("DISC-S" + std::to_string(i)) != nullptr);
  std::size_t grouped = 0;
  for (const DisclosureGroup& group : catalogue.groups) {
    CHECK_FALSE(group.items.empty());
    grouped += group.items.size();
  }
  CHECK(grouped == 62);
}

// Steps of a source walk the schema of the file that they name: a renamed key cannot leave a source behind.
TEST_CASE("every source of the catalogue leads to a place of the schemas") {
  Findings findings;
  const SchemaSet set = load_school_schemas(findings);
  const Node node = parse_yaml(*read_file(MEKTEP_ROOT "/schema/disclosure.yaml"), "", findings);
  const Catalogue catalogue = load_catalogue(node, "", findings);
  for (const DisclosureItem& item : catalogue.items) {
    for (const std::string& text : item.sources) {
      INFO(item.id << " " << text);
      const auto source = parse_source(text);
      REQUIRE(source);
      const Schema* at = nullptr;
      switch (source->root) {
        case SourcePath::Root::school:
          at = set.find("school/" + source->name + ".yaml");
          break;
        case SourcePath::Root::people:
          at = set.find("person.yaml");
          break;
        case SourcePath::Root::documents:
          at = set.find("document.yaml");
          break;
      }
      for (const SourcePath::Step& step : source->steps) {
        REQUIRE(at != nullptr);
        switch (step.kind) {
          case SourcePath::Step::Kind::key:
            at = member(*at, step.key);
            break;
          case SourcePath::Step::Kind::each:
            at = items(*at);
            break;
          case SourcePath::Step::Kind::follow:
            CHECK(describe(*at).refers_to == step.key);
            at = set.find(step.key == "people" ? "person.yaml" : "document.yaml");
            break;
        }
      }
      CHECK(at != nullptr);
    }
  }
}

namespace {
// Every place that a person fills in has a name in three languages.
void check_labels(const Schema& schema, const std::string& where, int depth) {
  if (depth == 0) return;
  for (const auto& [key, field] : members(schema)) {
    INFO(where << "/" << key);
    CHECK_FALSE(field.label->en.empty());
    if (field.shape == Shape::map) check_labels(*field.schema, where + "/" + std::string(key), depth - 1);
    if (const Schema* item = items(*field.schema))
      check_labels(*item, where + "/" + std::string(key) + "/*", depth - 1);
    for (const Choice& choice : choices(*field.schema)) {
      if (where.find("site.yaml") == std::string::npos && field.shape == Shape::text) {
        INFO(choice.value);
        CHECK((field.widget == "" || field.shape != Shape::text || !choice.label->en.empty() ||
               choice.value == "ky" || choice.value == "ru" || choice.value == "true"));
      }
    }
  }
}
}  // namespace

TEST_CASE("every field of the schemas has a label in three languages") {
  Findings findings;
  const SchemaSet set = load_school_schemas(findings);
  for (const std::string& file : schema_files()) {
    if (const Schema* schema = set.find(file); schema != nullptr && file != "common.yaml")
      check_labels(*schema, file, 6);
  }
}

TEST_CASE("a faulty catalogue is told about, item by item") {
  Findings findings;
  const Node node = parse_yaml(
      "groups:\n  - {id: a, label: {ky: а, ru: а, en: a}}\nitems:\n"
      "  - {id: x, number: DISC-1, group: a, label: {ky: а, ru: а, en: a}, expects: {ky: а, ru: а, en: a}, "
      "sources: ['school/a#b']}\n"
      "  - {id: x, number: DISC-2, group: a, label: {ky: а, ru: а, en: a}, expects: {ky: а, ru: а, en: a}, "
      "sources: ['school/a#b']}\n"
      "  - {id: y, number: DISC-3, group: b, label: {ky: а, ru: а, en: a}, expects: {ky: а, ru: а, en: a}, "
      "sources: ['school/a#b']}\n"
      "  - {id: z, number: DISC-4, group: a, label: {ky: а, ru: а}, expects: {ky: а, ru: а, en: a}, sources: "
      "['school#b'], colour: red}\n",
      "c.yaml", findings);
  REQUIRE(findings.empty());
  const Catalogue catalogue = load_catalogue(node, "c.yaml", findings);
  CHECK(catalogue.items.size() == 2);
  CHECK(findings.size() == 5);  // twice, unknown group, no English, source, unknown key
}
