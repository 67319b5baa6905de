#include "cli/report/report.h"

#include <catch2/catch.hpp>

#include "fake.h"
#include "syntax/json.h"

namespace mektep::cli {
namespace {

bool says(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}
std::size_t count(const std::string& text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}
Node json_of(const std::string& text) {
  Findings faults;
  Node node = parse_json(text, "report", faults);
  REQUIRE(faults.empty());
  return node;
}

World world_with_one() {
  World world;
  world.engine.answer.snapshot = make_memory_snapshot(
      {{"site.yaml", "title: x\nlocales: [ky, ru]\n"}, {"news/bom.md", "\xEF\xBB\xBFx\r\n"}});
  world.engine.answer.findings.push_back(Finding(sample_rule, {"site.yaml", {2, 10}}, "locales", "[ky, ru]"));
  return world;
}

}  // namespace

TEST_CASE("a finding as text names rule, place, source line, field and what to do") {
  const Outcome outcome = world_with_one().run("check");
  CHECK(outcome.code == exit_blocked);
  CHECK(outcome.err.empty());
  CHECK(outcome.out == R"(error[sample-rule]: The value is wrong
 --> site.yaml:2:10
  |
2 | locales: [ky, ru]
  |          ^^^^^^^^
  = field: locales
  = expected: a right value
  = found: [ky, ru]
  = help: Mend it
  = clause: DISC-52 LANG-1

1 error: not fit for publication yet
)");
}

TEST_CASE("a finding speaks Kyrgyz and Russian") {
  CHECK(says(world_with_one().run("check --lang ky").out, "ката[sample-rule]: Мааниси туура эмес\n"));
  CHECK(says(world_with_one().run("check --lang ky").out, "1 ката: азырынча жарыялоого болбойт\n"));
  CHECK(says(world_with_one().run("check --lang ru").out, "= ожидается: верное значение\n"));
}

TEST_CASE("what blocks comes first and the rest keeps its order") {
  World world;
  world.engine.answer.findings.push_back(Finding(gentle_rule, {"a.md", {1, 1}}));
  world.engine.answer.findings.push_back(Finding(sample_rule, {"b.md", {1, 1}}));
  const Outcome outcome = world.run("check");
  CHECK(outcome.out.find("sample-rule") < outcome.out.find("gentle-rule"));
  CHECK(says(outcome.out, "1 error, 1 warning: "));
}

TEST_CASE("warnings alone do not block") {
  World world;
  world.engine.answer.findings.push_back(Finding(gentle_rule, {"a.md", {}}));
  CHECK(world.run("check").code == exit_clear);
  CHECK(says(world.run("check").out, "--> a.md\n"));
  world.engine.answer.findings.clear();
  CHECK(world.run("check").out == "No findings: fit for publication\n");
}

TEST_CASE("ten thousand findings are capped as text and complete as JSON") {
  World world;
  for (std::uint32_t i = 1; i <= 10000; ++i)
    world.engine.answer.findings.push_back(Finding(sample_rule, {"site.yaml", {i, 1}}));
  const Outcome text = world.run("check");
  CHECK(count(text.out, "error[") == 100);
  CHECK(says(text.out, "… and 9900 more; to show all: --limit 0\n"));
  CHECK(says(text.out, "10000 errors"));
  CHECK(count(world.run("check --limit 0").out, "error[") == 10000);
  CHECK(count(world.run("check --limit 7").out, "error[") == 7);
  CHECK(json_of(world.run("check --format json").out).get("findings")->items.size() == 10000);
}

TEST_CASE("JSON holds the messages in all three languages") {
  const Node report = json_of(world_with_one().run("check --format json --today 2026-09-02").out);
  CHECK(report.text_of("version") == "1");
  CHECK(report.text_of("today") == "2026-09-02");
  CHECK(report.get("summary")->text_of("blocks") == "1");
  const Node& finding = report.get("findings")->items.at(0);
  CHECK(finding.text_of("rule") == "sample-rule");
  CHECK(finding.text_of("severity") == "blocks");
  CHECK(finding.text_of("line") == "2");
  CHECK(finding.get("message")->text_of("ky") == "Мааниси туура эмес");
  CHECK(finding.get("message")->text_of("ru") == "Значение неверно");
  CHECK(finding.get("message")->text_of("en") == "The value is wrong");
  CHECK(finding.get("clauses")->items.size() == 2);
}

TEST_CASE("a SARIF fingerprint stays when the finding moves, and tells twins apart") {
  const auto fingerprint = [](const Node& result) {
    return std::string(result.get("partialFingerprints")->text_of("mektep/v1"));
  };
  const auto results = [](World& world) {
    return json_of(world.run("check --format sarif").out).get("runs")->items.at(0).get("results")->items;
  };
  World world = world_with_one();
  const std::string before = fingerprint(results(world).at(0));
  world.engine.answer.findings[0].place.mark.line = 9;
  CHECK(fingerprint(results(world).at(0)) == before);
  world.engine.answer.findings.push_back(world.engine.answer.findings[0]);
  const auto twins = results(world);
  CHECK(fingerprint(twins.at(0)) != fingerprint(twins.at(1)));
}

TEST_CASE("GitHub annotations escape what has a meaning there") {
  World world;
  world.engine.answer.findings.push_back(Finding(sample_rule, {"news/a,b:c.md", {1, 2}}, "", "50%\n"));
  const Outcome outcome = world.run("check --format github");
  CHECK(says(
      outcome.out,
      "::error file=news/a%2Cb%3Ac.md,line=1,col=2,title=sample-rule::The value is wrong%0Afound: 50%25%0A"));
}

TEST_CASE("the excerpt leaves out byte order mark and carriage return") {
  World world = world_with_one();
  world.engine.answer.findings = {Finding(gentle_rule, {"news/bom.md", {1, 1}})};
  CHECK(says(world.run("check").out, "1 | x\n  | ^\n"));
}

TEST_CASE("a place without a line or a file that is gone still makes a report") {
  World world = world_with_one();
  world.engine.answer.findings = {Finding(sample_rule, {}), Finding(sample_rule, {"gone.md", {7, 1}}),
                                  Finding(sample_rule, {"site.yaml", {99, 1}})};
  const Outcome outcome = world.run("check");
  CHECK(says(outcome.out, "--> the repository as a whole\n"));
  CHECK(says(outcome.out, "--> gone.md:7:1\n"));
  CHECK(says(outcome.out, "--> site.yaml:99:1\n"));
}

TEST_CASE("a build says what it wrote, or that it wrote nothing") {
  World world = world_with_one();
  CHECK(world.run("build --out site").code == exit_blocked);
  CHECK(says(world.run("build --out site").out, "The site was not written: mend the errors first\n"));
  const Outcome draft = world.run("build --out site --draft");
  CHECK(draft.code == exit_clear);
  CHECK(says(draft.out, "This is a draft"));
  world.engine.answer.findings.clear();
  const Outcome outcome = world.run("build school --out site --base-url https://s.kg/x/ --at HEAD~1 -j 3");
  CHECK(outcome.code == exit_clear);
  CHECK(says(outcome.out,
             "The site is ready: 812 pages (files: 3 written, 809 unchanged, 0 removed) → site\n"));
  CHECK(world.engine.out == "site");
  CHECK(world.engine.request.repository == "school");
  CHECK(world.engine.request.revision == "HEAD~1");
  CHECK(world.engine.request.base_url == "https://s.kg/x/");
  CHECK(world.engine.request.jobs == 3);
  CHECK(json_of(world.run("build --out site --format json").out).get("build")->text_of("pages") == "812");
}

}  // namespace mektep::cli
