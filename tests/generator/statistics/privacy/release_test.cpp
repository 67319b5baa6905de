// What the gate lets pass, and what it says when it does not.
#include "statistics/privacy/release.h"

#include "statistics/privacy/rules.h"
#include "statistics/privacy/school_counts.h"

namespace mektep {
namespace {

using namespace mektep::privacy;

const std::vector<Part> mark_parts{{"n5"}, {"n4"}, {"n3"}, {"n2"}, {"na"}};

std::vector<std::string> rule_ids(const Findings& findings) {
  std::vector<std::string> ids;
  for (const Finding& finding : findings) ids.emplace_back(finding.rule->id);
  return ids;
}

std::string row(const Published& published, const Breakdown& breakdown, UnitId unit) {
  std::string line = text(published.cells()[breakdown.groups[unit]], published.policy()) + ":";
  for (const auto& part : breakdown.cells)
    line += " " + text(published.cells()[part[unit]], published.policy());
  return line;
}

}  // namespace

TEST_CASE("a_single_failing_pupil_is_not_shown_and_cannot_be_subtracted") {
  SchoolCounts school("q1");
  const UnitId all = school.add_unit("school", no_unit);
  const UnitId a = school.add_unit("9-А", all), b = school.add_unit("9-Б", all);
  const Breakdown& marks =
      school.add_breakdown("algebra", mark_parts, {{a, {6, 9, 9, 1, 0}}, {b, {7, 8, 6, 6, 0}}});
  const auto published = release(school.counts(), {}, {});
  REQUIRE(published);
  CHECK(row(*published, marks, a).find("<5") != std::string::npos);
  CHECK(published->cells()[marks.cells[3][a]].symbol != Symbol::exact);
  CHECK(published->cells()[marks.cells[3][b]].symbol != Symbol::exact);  // 7 − 6 would tell
  CHECK(published->cells()[marks.groups[all]].symbol == Symbol::exact);
}

TEST_CASE("a_village_class_refers_to_the_unit_that_is_large_enough") {
  SchoolCounts school("q1");
  const UnitId all = school.add_unit("school", no_unit);
  const UnitId nine = school.add_unit("9", all), eight = school.add_unit("8", all);
  const UnitId a = school.add_unit("9-А", nine), b = school.add_unit("8-А", eight);
  const Breakdown& marks =
      school.add_breakdown("algebra", mark_parts, {{a, {1, 3, 2, 1, 0}}, {b, {6, 10, 8, 6, 0}}});
  const auto quality = school.add_percentage("quality", marks, std::vector<std::size_t>{0, 1});
  const auto published = release(school.counts(), {}, {});
  REQUIRE(published);
  const Shown& shown = published->figures()[quality[a]];
  CHECK(shown.symbol == Symbol::hidden);
  CHECK(shown.why == Why::small_group);
  CHECK(shown.wider == "q1/algebra/school/quality");
}

TEST_CASE("nobody_failing_in_a_small_class_looks_like_a_few_failing") {
  SchoolCounts school("q1");
  const UnitId all = school.add_unit("school", no_unit);
  const UnitId a = school.add_unit("9-А", all), b = school.add_unit("9-Б", all);
  const Breakdown& marks =
      school.add_breakdown("algebra", mark_parts, {{a, {8, 9, 8, 0, 0}}, {b, {9, 8, 6, 7, 0}}});
  const auto achievement = school.add_percentage("achievement", marks, std::vector<std::size_t>{0, 1, 2});
  const auto published = release(school.counts(), {}, {});
  REQUIRE(published);
  const Shown& shown = published->figures()[achievement[a]];
  CHECK(shown.symbol != Symbol::exact);
  CHECK(published->cells()[marks.cells[3][a]].symbol != Symbol::exact);
}

TEST_CASE("sums_that_do_not_add_up_are_not_published") {
  RawCounts counts;
  const CellId total = counts.add({.key = "total", .value = 30});
  counts.add_total(total,
                   std::vector{counts.add({.key = "a", .value = 14}), counts.add({.key = "b", .value = 15})});
  const auto published = release(counts, {}, {});
  REQUIRE(!published);
  REQUIRE(rule_ids(published.error()) == std::vector<std::string>{"privacy-sum-differs"});
  CHECK(published.error()[0].message(Language::en) == "“total” is given as 30, but its parts make 29");
}

TEST_CASE("a_negative_count_is_not_published") {
  RawCounts counts;
  counts.add({.key = "a", .value = -1});
  const auto published = release(counts, {}, {});
  REQUIRE(!published);
  CHECK(rule_ids(published.error()) == std::vector<std::string>{"privacy-negative-count"});
}

TEST_CASE("what_cannot_be_hidden_is_not_published") {
  RawCounts counts;
  const CellId total = counts.add({.key = "total", .value = 30, .always_shown = true});
  counts.add_total(total, std::vector{counts.add({.key = "a", .value = 28, .always_shown = true}),
                                      counts.add({.key = "b", .value = 2})});
  const auto published = release(counts, {}, {});
  REQUIRE(!published);
  REQUIRE(rule_ids(published.error()) == std::vector<std::string>{"privacy-range-too-narrow"});
  CHECK(published.error()[0].found == "b");
}

TEST_CASE("a_policy_needs_a_reason_and_may_not_be_toothless") {
  CHECK(policy_findings({}, {}).empty());
  CHECK(rule_ids(policy_findings({.threshold = 6, .min_group = 11}, {})) ==
        std::vector<std::string>{"privacy-policy-no-reason"});
  Policy weak{.threshold = 2};
  weak.reason.texts = {"себеп", "причина"};
  CHECK(rule_ids(policy_findings(weak, {})) == std::vector<std::string>{"privacy-policy-weak"});
  Policy contrary{.threshold = 8};
  contrary.reason = weak.reason;
  CHECK(rule_ids(policy_findings(contrary, {})) == std::vector<std::string>{"privacy-policy-contrary"});
}

}  // namespace mektep
