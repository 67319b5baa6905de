#include "base/finding.h"

#include <catch2/catch.hpp>

using namespace mektep;

namespace {
const Rule rule_a{.id = "a-rule",
                  .severity = Severity::warns,
                  .clauses = "DISC-1",
                  .message = {.ky = "«{found}» {field}: {what}", .ru = "{what} {unknown} {", .en = "{what}"},
                  .expected = {.ky = "", .ru = "", .en = "number"},
                  .hint = {},
                  .why = {}};
const Rule rule_b{.id = "b-rule",
                  .severity = Severity::blocks,
                  .clauses = "",
                  .message = {},
                  .expected = {},
                  .hint = {},
                  .why = {}};
}  // namespace

TEST_CASE("a message is filled with what the finding knows") {
  const Finding finding(rule_a, {"x.yaml", {1, 2}}, "title", "42",
                        {{"what", Label{"жаман", "плохо", "bad"}}});
  CHECK(finding.message(Language::ky) == "«42» title: жаман");
  CHECK(finding.message(Language::ru) == "плохо {unknown} {");
  CHECK(finding.message(Language::en) == "bad");
  CHECK(finding.expected(Language::en) == "number");
  CHECK(finding.hint(Language::ky).empty());
  CHECK_FALSE(finding.blocks());
  CHECK(finding.clause_list() == "DISC-1");
}

TEST_CASE("what a parameter says is not filled again") {
  const Finding finding(rule_a, {}, "f", "{field}", {{"what", std::string("{found}")}});
  CHECK(finding.message(Language::ky) == "«{field}» f: {found}");
}

TEST_CASE("findings are sorted by place and rule and told once") {
  Findings findings;
  findings.emplace_back(rule_b, Place{"b.md", {}});
  findings.emplace_back(rule_b, Place{"a.md", {10, 1}});
  findings.emplace_back(rule_a, Place{"a.md", {2, 5}}, "f", "",
                        std::vector<Param>{{"what", std::string("x")}});
  findings.emplace_back(rule_a, Place{"a.md", {2, 5}}, "f", "",
                        std::vector<Param>{{"what", std::string("y")}});
  findings.emplace_back(rule_a, Place{"a.md", {2, 5}}, "f", "",
                        std::vector<Param>{{"what", std::string("x")}});
  findings.emplace_back(rule_b, Place{"a.md", {2, 5}});
  findings.emplace_back(rule_b, Place{"a.md", {2, 5}});
  sort_findings(findings);
  REQUIRE(findings.size() == 5);
  CHECK(findings[0].message(Language::en) == "x");
  CHECK(findings[1].message(Language::en) == "y");
  CHECK(findings[2].rule == &rule_b);
  CHECK(findings[3].place.mark.line == 10);
  CHECK(findings[4].place.file == "b.md");
  CHECK(any_blocks(findings));
  CHECK_FALSE(any_blocks({findings[0]}));
}

TEST_CASE("appending moves everything") {
  Findings to;
  Findings from{Finding(rule_a, {})};
  append(to, std::move(from));
  append(to, {Finding(rule_b, {})});
  REQUIRE(to.size() == 2);
  CHECK(to[1].rule == &rule_b);
}

TEST_CASE("an excerpt is short and shows what cannot be seen") {
  CHECK(excerpt("Өзгөн") == "Өзгөн");
  CHECK(excerpt("Өзгөн шаары", 5) == "Өзгөн…");
  CHECK(excerpt("12345", 5) == "12345");
  CHECK(excerpt("a\nb\tc\x7F") == "a␊b␉c␡");
  CHECK(excerpt("a\u200Bb\u202Ec") == "a[U+200B]b[U+202E]c");
  CHECK(excerpt("x\xFFy\xD0") == "x\\xFFy\\xD0");
  CHECK(excerpt(std::string(1000, 'x')).size() == 60 + std::string("…").size());
  CHECK(excerpt("") == "");
}
