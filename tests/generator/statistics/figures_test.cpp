// Figures against examples worked out by hand and against an independent computation.
#include "statistics/figures.h"

#include <catch2/catch.hpp>
#include <random>

#include "generator/statistics/support.h"

using namespace mektep;

namespace {

constexpr Term autumn{{2024}, Period::q1};

RowKey key(std::string_view class_, std::string subject = {}) {
  return {*parse_class_name(class_), {std::move(subject), {}}};
}

Group marks(Counts counts) {
  return {{}, "", std::move(counts), {}};
}

// "86.36 45.45 50.09 3.60", "–" where there is no figure.
std::string shown(const MarkFigures& figures) {
  std::string out;
  for (const Figure* figure : {&figures.success, &figures.quality, &figures.level, &figures.average}) {
    if (!out.empty()) out += " ";
    if (!figure->value) {
      out += "–";
      continue;
    }
    const auto hundredths = figure->value->rounded(2);
    out += fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
  }
  return out;
}

const Group* find(const std::vector<Group>& groups, std::string_view scope, std::string_view subject = "") {
  for (const Group& group : groups)
    if (group.scope.id() == scope && group.subject == subject) return &group;
  return nullptr;
}

}  // namespace

TEST_CASE("both denominators, worked out by hand") {
  Marking by_pupils, by_marks;
  by_marks.denominator = Denominator::marks;
  // 5 × «5», 10 × «4», 8 × «3», 2 × «2»: 23 of 25, 15 of 25, (500 + 640 + 288 + 32) / 25, 93 / 25
  CHECK(shown(mark_figures(marks({5, 10, 8, 2, 0, 0, 0, 0}), by_pupils)) == "92.00 60.00 58.40 3.72");
  CHECK(shown(mark_figures(marks({5, 10, 8, 2, 0, 0, 0, 0}), by_marks)) == "92.00 60.00 58.40 3.72");
  // 3, 7, 9, 1 and two н/а: 19 of 22, 10 of 22, (300 + 448 + 324 + 16 + 14) / 22; of 20 marks: 19, 10, 1088 /
  // 20
  CHECK(shown(mark_figures(marks({3, 7, 9, 1, 0, 2, 0, 0}), by_pupils)) == "86.36 45.45 50.09 3.60");
  CHECK(shown(mark_figures(marks({3, 7, 9, 1, 0, 2, 4, 0}), by_marks)) == "95.00 50.00 54.40 3.60");
  // a «1» fails and weighs 7: (64 + 7) / 2
  CHECK(shown(mark_figures(marks({0, 1, 0, 0, 1, 0, 0, 0}), by_marks)) == "50.00 50.00 35.50 2.50");
}

TEST_CASE("no division by nobody") {
  CHECK(shown(mark_figures(marks({0, 0, 0, 0, 0, 0, 5, 0}), {})) == "– – – –");
  CHECK(mark_figures(marks({0, 0, 0, 0, 0, 0, 5, 0}), {}).success.reason.gap == Lack::nobody);
  // all н/а: 0 of 3 passed, but there is no average of no marks
  CHECK(shown(mark_figures(marks({0, 0, 0, 0, 0, 3, 0, 0}), {})) == "0.00 0.00 7.00 –");
  CHECK(pupil_figures({{}, "", Counts(10, 0), {}}).success.reason.gap == Lack::nobody);
  CHECK(attendance_figures({{}, "", Counts(11, 0), {}}).lessons.reason.gap == Lack::nobody);
}

TEST_CASE("a school's share is made of sums, not of the shares of its classes") {
  SchoolCounts school;
  school.terms[autumn][TableKind::marks].rows = {{key("9-А", "algebra"), {1, 0, 0, 0, 0, 0, 0, 0}},
                                                 {key("9-Б", "algebra"), {0, 0, 0, 3, 0, 0, 0, 0}},
                                                 {key("5-А", "mathematics"), {0, 2, 2, 0, 0, 0, 0, 0}}};
  const auto groups = groups_of(school, autumn, TableKind::marks, {});
  CHECK(shown(mark_figures(*find(groups, "9-А"), {})) == "100.00 100.00 100.00 5.00");
  CHECK(shown(mark_figures(*find(groups, "grade-9", "algebra"), {})) == "25.00 25.00 37.00 2.75");
  CHECK(shown(mark_figures(*find(groups, "level-basic"), {})) == "62.50 37.50 43.50 3.13");
  CHECK(find(groups, "school")->counts == find(groups, "level-basic")->counts);
  CHECK(find(groups, "grade-5", "algebra") == nullptr);
}

TEST_CASE("an incomplete term gives the reason and no figure") {
  SchoolCounts school;
  school.terms[autumn][TableKind::contingent].rows = {
      {key("9-А"), {12, 13}}, {key("9-Б"), {11, 9}}, {key("1-А"), {9, 9}}};
  school.terms[autumn][TableKind::marks].rows = {{key("9-А", "algebra"), {5, 10, 8, 0, 0, 0, 0, 2}},
                                                 {key("9-А", "physics"), {5, 10, 10, 0, 0, 0, 0, 0}}};
  const Marking marking = testing::usual_policies().in(autumn);
  const auto groups = groups_of(school, autumn, TableKind::marks, marking);
  CHECK(find(groups, "9-А", "algebra")->reason == Reason{Lack::missing_marks, 2});
  CHECK(find(groups, "9-А", "physics")->reason == Reason{});
  CHECK(find(groups, "9-А")->reason == Reason{Lack::missing_marks, 2});
  CHECK(find(groups, "grade-9", "physics")->reason == Reason{Lack::missing_class, 1});
  CHECK(find(groups, "school")->reason == Reason{Lack::missing_class, 1});
  CHECK(find(groups, "9-Б")->reason == Reason{Lack::no_data});
  CHECK(find(groups, "1-А")->reason == Reason{Lack::not_marked});
  CHECK(shown(mark_figures(*find(groups, "school"), marking)) == "– – – –");
  CHECK(find(groups, "school")->reason.text().ky == "бардык класстар киргизилген эмес: 1 жетишпейт");
  CHECK(groups_of(school, {{2024}, Period::year}, TableKind::marks, marking)[0].reason.gap == Lack::no_data);
}

TEST_CASE("marks in grades without marks are left out of every figure") {
  SchoolCounts school;
  school.terms[autumn][TableKind::marks].rows = {{key("2-А", "reading"), {9, 0, 0, 0, 0, 0, 0, 0}},
                                                 {key("3-А", "reading"), {0, 0, 4, 0, 0, 0, 0, 0}}};
  const MarkingPolicies policies = testing::usual_policies();
  const auto groups = groups_of(school, autumn, TableKind::marks, policies.in(autumn));
  CHECK(find(groups, "level-primary")->counts[0] == 0);
  CHECK(find(groups, "2-А")->reason.gap == Lack::not_marked);
}

TEST_CASE("attendance and movement of a half-year and a year are made of their quarters") {
  SchoolCounts school;
  const auto term = [](Period period) { return Term{{2024}, period}; };
  school.terms[term(Period::q1)][TableKind::movement].rows = {{key("9-А"), {25, 2, 1, 0, 1, 25}},
                                                              {key("9-Б"), {20, 0, 0, 1, 0, 21}}};
  school.terms[term(Period::q2)][TableKind::movement].rows = {{key("9-А"), {25, 0, 3, 0, 0, 22}},
                                                              {key("9-Б"), {21, 1, 0, 0, 0, 22}}};
  school.terms[term(Period::q1)][TableKind::attendance].rows = {
      {key("9-А"), {1000, 10, 20, 5, 5, 7, 100, 1, 1, 0, 0}}};
  school.terms[term(Period::q2)][TableKind::attendance].rows = {
      {key("9-А"), {500, 20, 0, 0, 0, 0, 50, 2, 0, 0, 0}}};
  auto groups = groups_of(school, term(Period::h1), TableKind::movement, {});
  const MovementFigures whole = movement_figures(*find(groups, "school"));
  CHECK(std::vector{whole.start, whole.arrived, whole.departed, whole.end} ==
        std::vector<std::int64_t>{45, 3, 4, 44});
  CHECK(whole.balanced());
  const MovementFigures class_ = movement_figures(*find(groups, "9-А"));
  CHECK(std::vector{class_.start, class_.arrived, class_.departed, class_.end} ==
        std::vector<std::int64_t>{25, 2, 5, 22});
  groups = groups_of(school, term(Period::h1), TableKind::attendance, {});
  const AttendanceFigures attended = attendance_figures(*find(groups, "9-А"));
  CHECK(*attended.lessons.value == Rational(1440 * 100, 1500));
  CHECK(*attended.days.value == Rational(146 * 100, 150));
  groups = groups_of(school, term(Period::year), TableKind::attendance, {});
  CHECK(groups[0].reason.gap == Lack::missing_quarter);
}

TEST_CASE("a class's level counts pupils") {
  // 25 pupils: 3 excellent, 8 good, 10 satisfactory, 3 failing, 1 not attested
  const PupilFigures figures = pupil_figures({{}, "", {25, 3, 8, 2, 10, 4, 3, 1, 0, 0}, {}});
  CHECK(*figures.success.value == Rational(84));
  CHECK(*figures.quality.value == Rational(44));
}

TEST_CASE("contingent by every property") {
  CountTable table;
  table.rows = {{{*parse_class_name("1-А"), {"primary", "ky"}}, {10, 12}},
                {{*parse_class_name("9-А"), {"basic", "ky"}}, {8, 9}},
                {{*parse_class_name("9-Б"), {"basic", "ru"}}, {11, 7}}};
  const auto total = [&](Property property) {
    std::string out;
    for (const Contingent& c : contingent_by(property, table, {}))
      out += fmt::format("{}={}+{} ", c.name, c.boys, c.girls);
    return out;
  };
  CHECK(total(Property::programme) == "basic=19+16 primary=10+12 ");
  CHECK(total(Property::language) == "ky=18+21 ru=11+7 ");
  CHECK(total(Property::grade) == "1=10+12 9=19+16 ");
  CHECK(total(Property::level) == "primary=10+12 basic=19+16 ");
  CHECK(total(Property::school) == "=29+28 ");
}

TEST_CASE("changes are differences of exact values") {
  const Figure third{Rational(100, 3), {}}, half{Rational(50), {}}, none{std::nullopt, {Lack::no_data}};
  CHECK(change(half, third).value->rounded(1) == 167);
  CHECK(change(third, none).reason.gap == Lack::no_data);
  CHECK_FALSE(change(none, third).value);
}

TEST_CASE("random schools agree with a pupil-by-pupil computation") {
  std::mt19937 random(20261121);  // NOLINT: the same schools in every run
  for (int school_number = 0; school_number < 300; ++school_number) {
    SchoolCounts school;
    std::map<std::string, std::vector<int>> by_scope;  // marks 1…5, 0 = н/а, one by one
    const int classes = 1 + static_cast<int>(random() % 12);
    for (int c = 0; c < classes; ++c) {
      const int grade = 4 + static_cast<int>(random() % 8);
      const ClassName name{static_cast<std::uint8_t>(grade), c % 2 ? "А" : "Б"};
      for (const char* subject : {"algebra", "physics"}) {
        Counts& counts = school.terms[autumn][TableKind::marks].rows[{name, {subject, ""}}];
        if (counts.empty()) counts.resize(8);
        const int pupils = static_cast<int>(random() % 30);
        for (int p = 0; p < pupils; ++p) {
          const int mark = static_cast<int>(random() % 6);
          ++counts[mark == 0 ? 5 : static_cast<std::size_t>(5 - mark)];
          const std::string level = grade <= 4   ? "level-primary"
                                    : grade <= 9 ? "level-basic"
                                                 : "level-secondary";
          for (const std::string& scope :
               {std::string("school"), level, fmt::format("grade-{}", grade), name.text()})
            for (const std::string& about : {std::string(), std::string(subject)})
              by_scope[scope + "/" + about].push_back(mark);
        }
      }
    }
    Marking marking;
    marking.denominator = random() % 2 ? Denominator::marks : Denominator::pupils;
    for (const Group& group : groups_of(school, autumn, TableKind::marks, marking)) {
      const std::vector<int>& all = by_scope[group.scope.id() + "/" + group.subject];
      Rational whole, passed, good, weight, points, given;
      constexpr std::array<int, 6> weights{7, 7, 16, 36, 64, 100};
      for (const int mark : all) {
        if (mark == 0 && marking.denominator == Denominator::marks) continue;
        whole = whole + 1;
        passed = passed + (mark >= 3);
        good = good + (mark >= 4);
        weight = weight + weights[static_cast<std::size_t>(mark)];
        points = points + mark;
        given = given + (mark > 0);
      }
      const MarkFigures figures = mark_figures(group, marking);
      REQUIRE(figures.success.value.has_value() == (whole != 0));
      REQUIRE(figures.average.value.has_value() == (given != 0));
      if (whole != 0) {
        REQUIRE(*figures.success.value * whole == passed * 100);
        REQUIRE(*figures.quality.value * whole == good * 100);
        REQUIRE(*figures.level.value * whole == weight);
      }
      if (given != 0) REQUIRE(*figures.average.value * given == points);
    }
  }
}
