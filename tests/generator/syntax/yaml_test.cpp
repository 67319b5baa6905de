#include "syntax/yaml/yaml.h"

#include <catch2/catch.hpp>

#include "generator/syntax/syntax_testing.h"
#include "syntax/rules.h"

using namespace mektep;
using mektep::testing::dump;
using mektep::testing::reported;
using Reported = std::vector<std::string>;

namespace {

Reported faults(std::string_view text, const YamlOptions& options = {}) {
  Findings findings;
  parse_yaml(text, "a.yaml", findings, options);
  return reported(findings);
}
std::string read(std::string_view text) {
  Findings findings;
  const Node node = parse_yaml(text, "a.yaml", findings);
  CHECK(reported(findings) == Reported{});
  return dump(node);
}
std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("maps, lists and scalars keep their marks in code points") {
  CHECK(read("мектеп: Көк\n") == "{мектеп@1:1=<Көк>@1:9,}@1:1");
  CHECK(read("a:\n  - б\n  - 'в'\n") == "{a@1:1=[<б>@2:5,'в'@3:5,]@2:3,}@1:1");
  CHECK(read("title: {ky: Ө, ru: \"Ё\"}\n") == "{title@1:1={ky@1:9=<Ө>@1:13,ru@1:16='Ё'@1:20,}@1:8,}@1:1");
  CHECK(read("a: |\n  one\n  two\nb: 0312\nc: no\n") ==
        "{a@1:1='one\ntwo\n'@1:4,b@4:1=<0312>@4:4,c@5:1=<no>@5:4,}@1:1");
  CHECK(read("a: \"\\u04e8\\n\"\nb: ~\nc:\n") == "{a@1:1='Ө\n'@1:4,b@2:1=null@2:1,c@3:1=null@3:1,}@1:1");
  CHECK(read("- a: 1\n  b: 2\n-\n") == "[{a@1:3=<1>@1:6,b@2:3=<2>@2:6,}@1:3,null@3:1,]@1:1");
}

TEST_CASE("nothing but comments is a null node") {
  CHECK(read("") == "null@0:0");
  CHECK(read("# а\n\n") == "null@0:0");
}

TEST_CASE("lines are counted from the place of the text in its file") {
  Findings findings;
  YamlOptions options;
  options.first_line = 10;
  CHECK(dump(parse_yaml("a: 1\nb: |\n  x\n", "", findings, options)) ==
        "{a@10:1=<1>@10:4,b@11:1='x\n'@11:4,}@10:1");
  parse_yaml("a: 1\na: 2\n", "", findings, options);
  CHECK(reported(findings) == Reported{"yaml-duplicate-key 11:1"});
}

TEST_CASE("every duplicate key is a finding at the later key, and the first value stays") {
  Findings findings;
  const Node node = parse_yaml("a: 1\nb: {x: 1, x: 2}\na: 3\nc:\n  d: 1\n  d: 2\na: 4\n", "a.yaml", findings);
  CHECK(reported(findings) == Reported{"yaml-duplicate-key 2:11", "yaml-duplicate-key 3:1",
                                       "yaml-duplicate-key 6:3", "yaml-duplicate-key 7:1"});
  CHECK(node.text_of("a") == "1");
  CHECK(findings[0].field == "b");
  CHECK(findings[0].message(Language::en) == "The field \"x\" is written again; it stands first in line 2");
}

TEST_CASE("invalid UTF-8 is a finding at the byte, with the encoding it probably has") {
  Findings findings;
  const Node node = parse_yaml("a: Ө\ntitle: \xCC\xE5\xEA\xF2\xE5\xEF\n", "a.yaml", findings);
  CHECK(node.is_null());
  REQUIRE(reported(findings) == Reported{"text-invalid-utf8 2:8"});
  CHECK(findings[0].found == "0xCC");
  CHECK(findings[0].message(Language::en).find("Windows-1251") != std::string::npos);
  CHECK(faults("\xFF\xFEt\0i\0") == Reported{"text-invalid-utf8 1:1"});
}

TEST_CASE("a byte-order mark and CRLF are only noted") {
  Findings findings;
  const Node node = parse_yaml(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: [x, y]\r\nc: |\r\n  d\r\n",
      "a.yaml", findings);
  CHECK(dump(node) == "{a@1:1=<1>@1:4,b@2:1=[<x>@2:5,<y>@2:8,]@2:4,c@3:1='d\n'@3:4,}@1:1");
  CHECK(reported(findings) == Reported{"text-byte-order-mark 1:1", "text-crlf 1:1"});
  CHECK_FALSE(any_blocks(findings));
}

TEST_CASE("control characters are refused, also those written as escapes") {
  CHECK(faults(std::string_view("a: b\0c\n", 7)) == Reported{"text-control-character 1:5"});
  CHECK(faults("a: b\x04\n") == Reported{"text-control-character 1:5"});
  CHECK(faults("a: b\rc: d\n") == Reported{"text-control-character 1:5"});
  CHECK(faults("a: \"b\\0\"\n") == Reported{"text-control-character 1:4"});
}

TEST_CASE("tabs and hard spaces as indentation have findings of their own") {
  CHECK(faults("a:\n\tb: 1\n") == Reported{"yaml-tab 2:1"});
  CHECK(faults("a:\n  \tb: 1\nc: 2\n") == Reported{"yaml-tab 2:3"});
  CHECK(faults("a:\n\xC2\xA0\xC2\xA0"
               "b: 1\nc: d\n") == Reported{"yaml-space 2:1"});
  CHECK(read("a:\tb\n") == "{a@1:1=<b>@1:4,}@1:1");
}

TEST_CASE("anchors, aliases, tags and directives are refused") {
  CHECK(faults("a: &x 1\nb: *x\n") == Reported{"yaml-anchor 1:4", "yaml-anchor 2:4"});
  CHECK(faults("a: *маанилүү\nb: 1\n") == Reported{"yaml-anchor 1:4"});
  CHECK(faults("a: !!str 2\nb: !x [1]\n") == Reported{"yaml-tag 1:4", "yaml-tag 2:4"});
  CHECK(faults("%YAML 1.2\n---\na: b\n") == Reported{"yaml-directive 1:1"});
  CHECK(faults("a: !Көңүл бургула!\nb: c\n") == Reported{"yaml-tag 1:4"});
}

TEST_CASE("a bomb of aliases ends at once") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    bomb += fmt::format("{0}: &{0} [*{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}]\n", c, char(c - 1));
  }
  const Reported found = faults(bomb);
  CHECK(found.size() > 90);
  CHECK(found.size() < 200);
  CHECK(faults("a: &a [*a]\n") == Reported{"yaml-anchor 1:4", "yaml-anchor 1:8"});
}

TEST_CASE("a second document is a finding, the first `---` is not") {
  CHECK(read("---\na: 1\n") == "{a@2:1=<1>@2:4,}@2:1");
  CHECK(faults("a: 1\n---\nb: 2\n") == Reported{"yaml-many-documents 2:1"});
  CHECK(faults("a: 1\n...\n---\nb: 2\n") == Reported{"yaml-many-documents 3:1"});
}

TEST_CASE("nesting is refused at any depth of input, without recursion into it") {
  for (const std::string_view opening : {"[", "{", "- ", "? ", "{a: ", "[[{", "- ? "}) {
    INFO(opening);
    for (const std::string_view before : {"", "a: ", "a:\n  - "}) {
      const Reported found = faults(std::string(before) + repeat(opening, 100'000));
      REQUIRE(found.size() == 1);
    }
  }
  CHECK(faults("a: " + repeat("[", 100'000) + repeat("]", 100'000)) == Reported{"yaml-too-deep 1:67"});
  CHECK(faults(repeat("- ", 100'000)) == Reported{"yaml-too-deep 1:129"});
  std::string stairs;
  for (std::size_t i = 0; i < 300; ++i) stairs += std::string(i, ' ') + "a:\n";
  CHECK(faults(stairs) == Reported{"yaml-too-deep 65:65"});
}

TEST_CASE("an unterminated quote is a finding where it opened") {
  CHECK(faults("title: \"Мектеп\ndate: 2026-09-01\n") == Reported{"yaml-open-quote 1:8"});
  CHECK(faults("title: \"Мектеп\nsummary: \"б\"\n") == Reported{"yaml-open-quote 1:8"});
  CHECK(faults("a: 1\ntitle: 'Мектеп") == Reported{"yaml-open-quote 2:8"});
  CHECK(faults("title:\n  ky: \"Мектеп\n  ru: \"Школа\"\nb: 1\n") == Reported{"yaml-open-quote 2:7"});
  CHECK(read("a: \"б\n  в\"\n") == "{a@1:1='б в'@1:4,}@1:1");
  CHECK(read("a: 'it''s'\n") == "{a@1:1='it's'@1:4,}@1:1");
}

TEST_CASE("what teachers do wrong has its own rule, at its own place") {
  CHECK(faults("title: Мектеп: жаңылык\n") == Reported{"yaml-colon-in-text 1:14"});
  CHECK(faults("title: “Мектеп: жаңылык”\n") == Reported{"yaml-typographic-quotes 1:8"});
  CHECK(faults("“title”: x\n") == Reported{"yaml-typographic-quotes 1:1"});
  CHECK(faults("title:Мектеп\ndate: 2026-09-01\n") == Reported{"yaml-colon-space 1:6"});
  CHECK(faults("date: 2026-09-01\ntitle:Мектеп\n") == Reported{"yaml-colon-space 2:6"});
  CHECK(faults("tags:\n  - a\n  -b\nx: y\n") == Reported{"yaml-dash-space 3:3"});
  CHECK(faults("tags:\n  - a\n    -b\nx: y\n") == Reported{"yaml-dash-space 3:5"});
  CHECK(faults("tags: a\n  - b\nx: y\n") == Reported{"yaml-list-beside-key 1:7"});
  CHECK(faults("- a\n-b\n- c\n") == Reported{"yaml-dash-space 2:1"});
  CHECK(faults("tags:\n  -a\n  - b\nx: y\n") == Reported{"yaml-dash-space 2:3"});
  CHECK(faults("tags:\n- a\n-b\nx: y\n") == Reported{"yaml-dash-space 3:1"});
  CHECK(faults("tags:\n  – а\n  – б\n") == Reported{"yaml-long-dash 2:3"});
  CHECK(faults("tags:\n* а\n* б\n") == Reported{"yaml-long-dash 2:1"});
  CHECK(faults("title: Биринчи\n summary: Экинчи\n") == Reported{"yaml-indentation 2:2"});
  CHECK(faults("a:\n    b: 1\n  c: 2\n") == Reported{"yaml-indentation 3:3"});
  CHECK(faults("tags: [а, б\ndate: 2026-09-01\n") == Reported{"yaml-open-bracket 1:7"});
  CHECK(faults("tags: [а, б)\ndate: 2026-09-01\n") == Reported{"yaml-open-bracket 1:7"});
  CHECK(faults("title: [Кулактандыруу] Чогулуш\n") == Reported{"yaml-after-bracket 1:24"});
  CHECK(faults("title: \"Мектеп\" №5\n") == Reported{"yaml-after-quote 1:17"});
  CHECK(faults("title: @mektep\n") == Reported{"yaml-reserved-sign 1:8"});
  CHECK(faults("file: \"C:\\Users\\school\"\n") == Reported{"yaml-escape 1:10"});
  CHECK(faults("tags: - а\n") == Reported{"yaml-list-beside-key 1:7"});
  CHECK(faults("title: Мектеп\nэки сөз\ndate: 2026-09-01\n") == Reported{"yaml-no-colon 2:1"});
  CHECK(faults("title: Мектеп\nэки сөз\n") == Reported{"yaml-no-colon 2:1"});
  CHECK(faults("a: 1\ntags: [а, б\n") == Reported{"yaml-open-bracket 2:7"});
  CHECK(faults("a: 1\ntags: {ky: б\n") == Reported{"yaml-open-bracket 2:7"});
  CHECK(faults("a: 1\ntags: [а, б") == Reported{"yaml-open-bracket 2:7"});
  CHECK(faults("{a: 1, b: 2") == Reported{"yaml-open-bracket 1:1"});
  CHECK(faults("- a\nb: c\n") == Reported{"yaml-indentation 2:1"});
  CHECK(faults("a: b\n- c\n") == Reported{"yaml-indentation 2:1"});
  CHECK(faults("summary: > текст\n") == Reported{"yaml-block-text 1:10"});
  CHECK(faults("? [a]\n: b\n") == Reported{"yaml-key-not-text 1:3"});
}

TEST_CASE("what texts in brackets may not hold without quotes is told where it stands") {
  CHECK(faults("a: 1\ntitle: {ky: Мектеп: башкы, ru: Школа}\nb: 2\n") == Reported{"yaml-colon-in-text 2:19"});
  CHECK(faults("title: {ky: Мектеп, ru: Школа: № 5}\n") == Reported{"yaml-colon-in-text 1:30"});
  CHECK(faults("a: [{x: а: б}, в]\n") == Reported{"yaml-colon-in-text 1:10"});
  CHECK(faults("title: {ky: Мектеп # 5, ru: Школа}\nb: 2\n") == Reported{"yaml-number-sign 1:20"});
  CHECK(faults("title: {ky: Ош, Нарын, ru: Ош}\n") == Reported{"yaml-comma-in-text 1:17"});
  CHECK(faults("title: {ky:Ош, ru:Ош}\n") == Reported{"yaml-colon-space 1:11", "yaml-colon-space 1:18"});
  CHECK(faults("title: {ky: \"М\", ru: Ш:}\n") == Reported{"yaml-colon-in-text 1:23"});
  CHECK(faults("a: {url: https://a.kg/x?b=1, x: y}\n") == Reported{"yaml-syntax 1:10"});
  CHECK(faults("a: {url: \"https://a.kg/x?b=1\", x: y?}\n") == Reported{"yaml-syntax 1:35"});
  CHECK(faults("title: {Ош, ru: Ош}\n") == Reported{"yaml-no-colon 1:9"});
  CHECK(faults("title: {ky: , ru: \"а, б: в # г\", x: [а, б], u: http://a:8/b}\n").empty());
}

TEST_CASE("what brackets took apart is put together again, so that nothing else is missed") {
  Findings findings;
  const Node node = parse_yaml("a: {ky: Ош, Нарын, ru: Ош}\nb: {ky:Ош, ru: Ош}\n", "a.yaml", findings);
  CHECK(node.get("a")->text_of("ky") == "Ош, Нарын");
  CHECK(node.get("a")->text_of("ru") == "Ош");
  CHECK(node.get("b")->text_of("ky") == "Ош");
}

TEST_CASE("a number behind # is no comment") {
  CHECK(faults("title: Мектеп #5\n") == Reported{"yaml-number-sign 1:15"});
  CHECK(faults("- Мектеп  #5\n") == Reported{"yaml-number-sign 1:11"});
  CHECK(faults("title: Мектеп # 5\na: б #в\n# 5\n#5\nc: г#5\nd: \"е #5\"\n").empty());
}

TEST_CASE("a line without a colon is named though comments stand below it") {
  CHECK(faults("title = Мектеп\n\n# дареги\nbase: x\n") == Reported{"yaml-no-colon 1:1"});
}

TEST_CASE("reading goes on behind a fault: all of them are found at once") {
  Findings findings;
  const Node node = parse_yaml(
      "title: Мектеп: жаңылык\n"
      "date: 2026-09-01\n"
      "summary: \"Кыскача\n"
      "tags: [а, б\n"
      "image: x.jpg\n"
      "date: 2026-09-02\n"
      "place: @үй\n",
      "a.md", findings);
  CHECK(reported(findings) == Reported{"yaml-colon-in-text 1:14", "yaml-open-quote 3:10",
                                       "yaml-open-bracket 4:7", "yaml-duplicate-key 6:1",
                                       "yaml-reserved-sign 7:8"});
  CHECK(node.text_of("title") == "Мектеп: жаңылык");
  CHECK(node.text_of("date") == "2026-09-01");
  CHECK(node.text_of("summary") == "Кыскача");
  CHECK(node.text_of("image") == "x.jpg");
  CHECK(node.text_of("place") == "@үй");
}

TEST_CASE("a file of 50 MB is refused by its size") {
  CHECK(faults(std::string(50u << 20, 'a')) == Reported{"text-too-big 0:0"});
}

TEST_CASE("a file full of faults stops being read") {
  CHECK(faults(repeat("a: 1\n", 100'000)).size() == 102);
}

TEST_CASE("every rule of the module has its texts in three languages and an id of its own") {
  std::set<std::string_view> ids;
  for (const Rule* rule : syntax_rules()) {
    INFO(rule->id);
    CHECK(ids.insert(rule->id).second);
    for (const Language language : {Language::ky, Language::ru, Language::en}) {
      for (const Message& text : {rule->message, rule->expected, rule->hint, rule->why}) {
        CHECK_FALSE(text.in(language).empty());
        CHECK_FALSE(text.in(language).ends_with('.'));
      }
    }
  }
  CHECK(ids.size() >= 40);
}
