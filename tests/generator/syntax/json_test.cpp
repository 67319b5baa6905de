#include "syntax/json.h"

#include <catch2/catch.hpp>

#include "generator/syntax/syntax_testing.h"

using namespace mektep;
using mektep::testing::dump;
using mektep::testing::reported;
using Reported = std::vector<std::string>;

namespace {

std::string parse(std::string_view text, const Reported& expected = {}) {
  Findings findings;
  const Node node = parse_json(text, "a.json", findings);
  CHECK(reported(findings) == expected);
  return dump(node);
}
std::string written(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}

}  // namespace

TEST_CASE("JSON becomes nodes with marks; numbers and words stay plain text") {
  CHECK(parse("{\"а\": [1, -2.5e3, true, null],\n \"б\": {\"в\": \"г\"}}") ==
        "{а@1:2=[<1>@1:8,<-2.5e3>@1:11,<true>@1:19,null@1:25,]@1:7,б@2:2={в@2:8='г'@2:13,}@2:7,}@1:1");
  CHECK(parse(" [] ") == "[]@1:2");
  CHECK(parse("\"\\u04e8\\n\\\"\\/\\ud83d\\ude00\"") == "'Ө\n\"/😀'@1:1");
  CHECK(parse("\xEF\xBB\xBF{}\r\n") == "{}@1:1");
}

TEST_CASE("broken JSON is one finding at the place where it breaks") {
  CHECK(parse("{\"a\": 1,}", {"json-syntax 1:9"}) == "{a@1:2=<1>@1:7,}@1:1");
  parse("", {"json-syntax 1:1"});
  parse("{\"a\" 1}", {"json-syntax 1:6"});
  parse("[1 2]", {"json-syntax 1:4"});
  parse("[01]", {"json-syntax 1:2"});
  parse("[1.]", {"json-syntax 1:2"});
  parse("[+1]", {"json-syntax 1:2"});
  parse("[NaN]", {"json-syntax 1:2"});
  parse("{a: 1}", {"json-syntax 1:2"});
  parse("\"аб", {"json-syntax 1:1"});
  parse("\"а\nб\"", {"json-syntax 1:3"});
  parse("\"\\x\"", {"json-syntax 1:2"});
  parse("\"\\ud800\"", {"json-syntax 1:2"});
  parse("\"\\udc00\"", {"json-syntax 1:2"});
  parse("{} {}", {"json-syntax 1:4"});
  parse("[1", {"json-syntax 1:3"});
  parse("\"\xFF\"", {"text-invalid-utf8 1:2"});
}

TEST_CASE("duplicate keys are findings at the later key") {
  CHECK(parse("{\"a\": 1, \"a\": 2, \"b\": {\"c\": 1, \"c\": 2}, \"a\": 3}",
              {"json-duplicate-key 1:10", "json-duplicate-key 1:32", "json-duplicate-key 1:41"}) ==
        "{a@1:2=<1>@1:7,b@1:18={c@1:24=<1>@1:29,}@1:23,}@1:1");
}

TEST_CASE("deep and huge JSON is refused") {
  parse(std::string(100'000, '['), {"json-too-deep 1:65"});
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  parse(objects, {"json-too-deep 1:321"});
  parse(std::string(64, '[') + std::string(64, ']'));
  parse(std::string(50u << 20, '['), {"text-too-big 0:0"});
}

TEST_CASE("text is written so that it may stand in a script element") {
  CHECK(written("а\"\\\n\t\x01</script>") == R"("а\"\\\n\u0009\u0001\u003c/script>")");
  CHECK(written("\u2028x\u2029") == R"("\u2028x\u2029")");
  CHECK(written("“—”") == "\"“—”\"");
}

TEST_CASE("the writer's commas and lines are right at every level") {
  const auto write = [](int indent) {
    JsonWriter json(indent);
    json.begin_object().key("a").begin_array().value(1).value("б").value(true).null();
    json.begin_object().end_object().begin_array().end_array().end_array();
    json.key("c").begin_object().key("d").value(INT64_MIN).end_object().end_object();
    return json.take();
  };
  CHECK(write(0) == R"({"a":[1,"б",true,null,{},[]],"c":{"d":-9223372036854775808}})");
  CHECK(write(2) ==
        "{\n  \"a\": [\n    1,\n    \"б\",\n    true,\n    null,\n    {},\n    []\n  ],\n  \"c\": {\n    "
        "\"d\": "
        "-9223372036854775808\n  }\n}\n");
  Findings findings;
  CHECK(parse_json(write(0), "", findings).at("c/d")->text == "-9223372036854775808");
  CHECK(findings.empty());
}

TEST_CASE("nodes are looked up by key and path") {
  Findings findings;
  const Node node = parse_json(R"({"a": {"b": [1, {"c": "x"}]}, "n": null, "e": ""})", "", findings);
  CHECK(node.at("a/b/1/c")->text == "x");
  CHECK(node.at("a/b/2") == nullptr);
  CHECK(node.at("a/b/-1") == nullptr);
  CHECK(node.at("a/b/x") == nullptr);
  CHECK(node.at("a/b/0/c") == nullptr);
  CHECK(node.at("") == &node);
  CHECK(node.get("n") != nullptr);
  CHECK(node.given("n") == nullptr);
  CHECK(node.given("x") == nullptr);
  CHECK(node.text_of("e", "other").empty());
  CHECK(node.text_of("a", "other") == "other");
}
