#include "schema/describe.h"
#include "support.h"

using namespace mektep;

namespace {
const char* person = R"(
$defs:
  localised:
    type: object
    required: [ky]
    additionalProperties: false
    properties: {ky: {type: string, minLength: 1, x-label: {ky: Кыргызча, ru: По-кыргызски, en: In Kyrgyz}}, ru: {type: string}}
  absence:
    type: object
    required: [absent]
    additionalProperties: false
    properties:
      absent:
        type: object
        required: [reason]
        additionalProperties: false
        properties: {reason: {$ref: "#/$defs/localised"}}
type: object
required: [name, kind]
additionalProperties: false
properties:
  name: {$ref: "#/$defs/localised", x-label: {ky: Аты-жөнү, ru: Имя, en: Name}, x-clause: DISC-30}
  kind: {type: string, enum: [teacher, staff]}
  hours: {type: integer, minimum: 1, maximum: 40}
  share: {type: number}
  retired: {type: boolean}
  born: {type: string, format: date}
  phones: {type: array, minItems: 1, uniqueItems: true, items: {type: string, format: phone}}
  courses:
    anyOf:
      - {$ref: "#/$defs/absence"}
      - {type: array, minItems: 1, items: {type: object, required: [year], additionalProperties: false, properties: {year: {type: integer}}}}
)";

Findings check(std::string_view rest) {
  static const TestSchema schema(person);
  return schema.check("name: {ky: Айгүл}\nkind: teacher\n" + std::string(rest));
}
const Finding& only(const Findings& findings) {
  for (const Finding& f : findings) UNSCOPED_INFO(f.rule->id << " " << f.field << " " << f.found);
  REQUIRE(findings.size() == 1);
  return findings.front();
}
}  // namespace

TEST_CASE("a value that fits has no findings") {
  CHECK(check("hours: 18\nphones: ['+996312123456']\n").empty());
}

TEST_CASE("a missing key is named by its label, at the map that lacks it") {
  static const TestSchema schema(person);
  const Findings findings = schema.check("kind: teacher\n");
  const Finding& f = only(findings);
  CHECK(f.rule == &rules::schema_missing_key);
  CHECK(f.field == "name");
  CHECK(f.message(Language::ky) == "«Аты-жөнү» жазылган эмес");
  CHECK(f.clauses == "DISC-30");
}

TEST_CASE("a key without a value counts as missing when it is required and as left out when it is not") {
  static const TestSchema schema(person);
  const Findings findings = schema.check("name: {ky: Айгүл}\nkind:\nhours:\n");
  const Finding& f = only(findings);
  CHECK(f.field == "kind");
  CHECK(f.place.mark.line == 2);
}

TEST_CASE("an unknown key is a finding at the key, with a suggestion") {
  const Findings findings = check("hour: 18\n");
  const Finding& f = only(findings);
  CHECK(f.rule == &rules::schema_unknown_key);
  CHECK(f.place.mark == Mark{3, 1});
  CHECK(f.hint(Language::en) == "Did you mean \"hours\"?");
}

TEST_CASE("labels of nested fields are joined") {
  static const TestSchema schema(person);
  const Findings findings = schema.check("name: {ru: Айгуль}\nkind: staff\n");
  const Finding& f = only(findings);
  CHECK(f.field == "name.ky");
  CHECK(f.message(Language::ru) == "Не заполнено: «Имя › По-кыргызски»");
  CHECK(f.clauses == "DISC-30");
}

TEST_CASE("a text instead of two languages says which fields are expected") {
  static const TestSchema schema(person);
  const Findings findings = schema.check("name: Айгүл\nkind: staff\n");
  const Finding& f = only(findings);
  CHECK(f.rule == &rules::schema_wrong_type);
  CHECK(f.expected(Language::en) == "the fields ky, ru");
  CHECK(f.found == "Айгүл");
}

TEST_CASE("a value outside the list is met with the nearest one") {
  static const TestSchema schema(person);
  const Findings findings = schema.check("name: {ky: Айгүл}\nkind: techer\n");
  const Finding& f = only(findings);
  CHECK(f.rule == &rules::schema_not_in_list);
  CHECK(f.hint(Language::en) == "Did you mean \"teacher\"?");
}

TEST_CASE("numbers are checked for type and range") {
  CHECK(only(check("hours: 41\n")).expected(Language::en) == "at least 1, at most 40");
  CHECK(only(check("hours: many\n")).rule == &rules::schema_wrong_type);
  CHECK(only(check("hours: '18'\n")).rule == &rules::schema_wrong_type);
  CHECK(only(check("hours: 1.5\n")).rule == &rules::schema_wrong_type);
  CHECK(check("hours: 18.0\n").empty());
  CHECK(check("share: 0.5\n").empty());
  CHECK(only(check("share: 05\n")).rule == &rules::schema_wrong_type);
}

TEST_CASE("yes is no truth value, but a number may be a text") {
  CHECK(only(check("retired: yes\n")).rule == &rules::schema_wrong_type);
  CHECK(check("retired: false\n").empty());
  CHECK(check("phones: [0312123456]\n").empty());
}

TEST_CASE("an impossible date says what a date looks like") {
  const Findings findings = check("born: 2026-02-30\n");
  CHECK(only(findings).expected(Language::en) == "a date as year-month-day, such as 2026-09-01");
}

TEST_CASE("empty and repeating lists are findings") {
  CHECK(only(check("phones: []\n")).rule == &rules::schema_wrong_count);
  const Findings repeated = check("phones: ['0312123456', '0312123456']\n");
  CHECK(only(repeated).rule == &rules::schema_repeated_item);
  CHECK(only(repeated).found == "0312123456");
}

TEST_CASE("the finding of a list item names its place and number") {
  const Findings findings = check("phones:\n  - '0312123456'\n  - '12'\n");
  CHECK(only(findings).field == "phones[1]");
  CHECK(only(findings).place.mark == Mark{5, 5});
}

TEST_CASE("of several shapes the one that was meant is explained") {
  CHECK(check("courses: {absent: {reason: {ky: жок}}}\n").empty());
  // An absence without its reason: about the absence.
  const Findings absent = check("courses: {absent: {because: {ky: жок}}}\n");
  REQUIRE(absent.size() == 2);
  CHECK(absent[0].field == "courses.absent.reason");
  // A list with a slip: about the list.
  const Findings list = check("courses: [{yaer: 2025}]\n");
  REQUIRE(list.size() == 2);
  CHECK(list[0].field == "courses[0].year");
  CHECK(list[1].hint(Language::en) == "Did you mean \"year\"?");
  // Neither: both shapes are named.
  const Findings neither = check("courses: none\n");
  CHECK(only(neither).rule == &rules::schema_wrong_type);
  CHECK(only(neither).expected(Language::en) ==
        "a statement of absence with a reason (absent) or a list with \"- \" in front of every item");
}

TEST_CASE("alternatives of keys are named together") {
  const TestSchema schema(
      "type: object\nproperties: {a: {type: string}, b: {type: string, x-label: {ky: Б, ru: Б, en: Bee}}}\n"
      "anyOf: [{required: [a]}, {required: [b]}]\n");
  CHECK(schema.accepts("b: x\n"));
  const Findings findings = schema.check("c: x\n");
  CHECK(only(findings).rule == &rules::schema_needs_one_of);
  CHECK(only(findings).expected(Language::en) == "a, Bee");
}

TEST_CASE("conditions apply only where they hold") {
  const TestSchema schema(
      "type: object\nproperties: {type: {type: string}, number: {type: string, x-label: {ky: Номер, ru: "
      "Номер, en: Number}}}\n"
      "if: {required: [type], properties: {type: {const: licence}}}\nthen: {required: [number]}\n");
  CHECK(schema.accepts("type: plan\n"));
  const Findings findings = schema.check("type: licence\n");
  CHECK(only(findings).message(Language::en) == "\"Number\" is not given");
}

TEST_CASE("names of free keys are checked") {
  const TestSchema schema(
      "type: object\npropertyNames: {format: slug}\nadditionalProperties: {type: string}\n");
  CHECK(schema.accepts("good-key: x\n"));
  const Findings findings = schema.check("Bad_key: x\n");
  CHECK(only(findings).rule == &rules::schema_wrong_key_name);
}

TEST_CASE("exactly one of means one") {
  const TestSchema schema("oneOf: [{type: integer, minimum: 5}, {type: integer, maximum: 7}]\n");
  CHECK(schema.accepts_json("8"));
  CHECK_FALSE(schema.accepts_json("6"));
  CHECK_FALSE(schema.accepts_json("\"x\""));
}

TEST_CASE("JSON scalars keep their own types") {
  const TestSchema text("type: string\n");
  CHECK(text.accepts_json("\"12\""));
  CHECK_FALSE(text.accepts_json("12"));
  CHECK(text.accepts("12\n"));
  const TestSchema one("const: 1\n");
  CHECK(one.accepts_json("1.0"));
  CHECK_FALSE(one.accepts_json("\"1\""));
  CHECK_FALSE(one.accepts_json("true"));
}

TEST_CASE("references work across files and folders") {
  Findings findings;
  const SchemaSet set = SchemaSet::load(
      {"common.yaml", "school/a.yaml"},
      [](const std::string& path) -> std::optional<std::string> {
        if (path == "common.yaml") return "$schema: x\n$defs: {word: {type: string, maxLength: 3}}\n";
        return "$schema: x\ntype: object\nproperties: {w: {$ref: \"../common.yaml#/$defs/word\"}}\n";
      },
      findings);
  REQUIRE(findings.empty());
  const Node node = parse_yaml("w: long\n", "v.yaml", findings);
  CHECK_FALSE(validate(*set.find("school/a.yaml"), node, "v.yaml", findings));
}

TEST_CASE("faults of a schema are findings of the schema") {
  auto faults = [](const std::string& text) {
    Findings findings;
    SchemaSet::load({"t.yaml"}, [&](const std::string&) { return "$schema: x\n" + text; }, findings);
    return findings.size();
  };
  CHECK(faults("typ: object\n") == 1);
  CHECK(faults("type: objekt\n") == 1);
  CHECK(faults("pattern: '('\n") == 1);
  CHECK(faults("format: dat\n") == 1);
  CHECK(faults("$ref: other.yaml#/x\n") == 1);
  CHECK(faults("minLength: many\n") == 1);
  CHECK(faults("x-label: {ky: а}\n") == 1);
  CHECK(faults("$defs: {a: {$ref: '#/$defs/b'}, b: {$ref: '#/$defs/a'}}\n") >= 1);
}

TEST_CASE("a description follows references and looks behind the absence") {
  const TestSchema schema(person);
  const Schema& top = *schema.set.find("test.yaml");
  const Field name = describe(*member(top, "name"));
  CHECK(name.shape == Shape::localised);
  CHECK(name.label->en == "Name");
  CHECK_FALSE(name.may_be_absent);
  const Field courses = describe(*member(top, "courses"));
  CHECK(courses.may_be_absent);
  CHECK(courses.shape == Shape::list);
  CHECK(members(*items(*member(top, "courses"))).size() == 1);
  CHECK(choices(*member(top, "kind")).size() == 2);
  CHECK(members(top).front().second.required);
}

TEST_CASE("every rule of this module speaks three languages") {
  for (const Rule* rule : schema_rules()) {
    INFO(rule->id);
    for (const Message* text : {&rule->message, &rule->expected, &rule->hint, &rule->why}) {
      CHECK_FALSE(text->ky.empty());
      CHECK_FALSE(text->ru.empty());
      CHECK_FALSE(text->en.empty());
    }
  }
}
