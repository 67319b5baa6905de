// What the page of the school's numbers may show.
#include <catch2/catch.hpp>

#include "generator/statistics/support.h"
#include "outputs/statistics/chart.h"
#include "outputs/statistics/page_text.h"

using namespace mektep;

namespace {

constexpr Term autumn{{2024}, Period::q1};

SchoolStatistics school_of(const std::string& marks) {
  testing::Imported imported;
  ImportOptions options = testing::usual_options();
  options.year = autumn.year;
  imported.files = import_files({{"a.csv", marks}}, options, imported.findings);
  SchoolStatistics school{{}, testing::usual_subjects(), testing::usual_policies()};
  for (const ImportedFile& file : imported.files)
    for (const auto& [term, tables] : file.tables) school.stored.counts.terms[term] = tables;
  return school;
}

const std::string levels = "класс;всего учеников;отличники;хорошисты;успевают с «3»;неуспевающие\n";

}  // namespace

TEST_CASE("classes are never published, small counts are hidden, every language has the same numbers") {
  const auto school = std::make_shared<const SchoolStatistics>(
      school_of(levels + "9-А;25;6;8;10;1\n9-Б;27;7;9;11;0\n10-А;24;5;9;10;0\n"));
  Findings findings;
  StatisticsPage page{school, publish_terms(*school, findings)};
  REQUIRE(findings.empty());
  REQUIRE(page.terms.size() == 1);
  const PublishedTerm& shown = page.terms[0];
  const privacy::Policy& policy = shown.numbers->policy();
  const std::string csv = term_csv(shown, policy), json = term_json(shown, policy);
  for (const std::string_view hidden : {"9-А", "9-Б", "10-А"}) {
    CHECK(csv.find(hidden) == std::string::npos);
    CHECK(json.find(hidden) == std::string::npos);
  }
  CHECK(csv.find(",failing,\"1\"") == std::string::npos);
  CHECK(csv.find(",school,,total,\"76\"") != std::string::npos);
  const auto href = [](const std::string& name) { return "/statistics/" + name; };
  const std::string ky = statistics_html(page, Locale::ky, "/s.css", href),
                    ru = statistics_html(page, Locale::ru, "/s.css", href);
  for (const std::string& html : {ky, ru}) {
    CHECK(html.find("9-А") == std::string::npos);
    CHECK(html.find("<td>76</td>") != std::string::npos);
    CHECK(html.find("href=\"/statistics/2024-2025-q1.csv\"") != std::string::npos);
    CHECK(html.find("style=") == std::string::npos);
    CHECK(html.find("<title id=\"quality-t\">") != std::string::npos);
  }
  CHECK(std::count(ky.begin(), ky.end(), '%') > 3);
}

TEST_CASE("large numbers are grouped on the page and plain in the files") {
  const auto school = std::make_shared<const SchoolStatistics>(
      school_of("класс;ученико-уроки;по болезни;уважительная;без уважительной\n9-А;46332;994;307;154\n"));
  Findings findings;
  const StatisticsPage page{school, publish_terms(*school, findings)};
  REQUIRE(page.terms.size() == 1);
  const std::string html =
      statistics_html(page, Locale::ru, "", [](const std::string& name) { return name; });
  CHECK(html.contains("<td>46\u00A0332</td>"));
  CHECK(term_csv(page.terms[0], page.terms[0].numbers->policy()).contains("\"46332\""));
}

TEST_CASE("a term without a number has no table") {
  const SchoolStatistics school = school_of("класс;предмет;учебный план;ктп\n9-А;Алгебра;102;102\n");
  Findings findings;
  const auto terms = publish_terms(school, findings);
  REQUIRE(terms.size() == 1);
  CHECK(terms[0].tables.empty());
}

TEST_CASE("a school's own policy is kept and its reason stands on the page") {
  SchoolStatistics school = school_of(levels + "9-А;25;6;8;10;1\n9-Б;27;7;9;11;0\n10-А;24;5;9;10;0\n");
  school.disclosure.threshold = 8;
  school.disclosure.min_group = 20;
  school.disclosure.reason = {{"Айыл кичине", "Село <маленькое>"}};
  Findings findings;
  StatisticsPage page{std::make_shared<const SchoolStatistics>(school), publish_terms(school, findings)};
  REQUIRE(page.terms.size() == 1);
  const std::string html =
      statistics_html(page, Locale::ru, "", [](const std::string& name) { return name; });
  CHECK(html.find("Село &lt;маленькое&gt;") != std::string::npos);
  CHECK(html.find("меньше 8 детей") != std::string::npos);
  CHECK(html.find("<dt>&lt;8</dt>") != std::string::npos);
  CHECK(html.find("<td>6</td>") == std::string::npos);
}

TEST_CASE("a release is made again only when the counts or the rules of the school have changed") {
  const std::string header =
      "class,pupils,excellent,good,one_four,satisfactory,one_three,failing,not_attested,missing,without_"
      "marks\n";
  const auto school_with = [&](const std::string& rows, const std::string& settings) {
    Findings findings;
    const auto snapshot = make_memory_snapshot(
        {{"statistics/2024-2025/q1/pupils.csv", header + rows}, {"statistics/settings.yaml", settings}});
    auto school = load_school_statistics(*snapshot, MEKTEP_ROOT "/schema/statistics", findings);
    REQUIRE(school);
    return school;
  };
  const std::string rows = "9-А,25,6,8,0,10,0,1,0,0,0\n10-А,24,5,9,0,10,0,0,0,0,0\n";
  KeptRelease kept;
  CHECK(kept.of(nullptr) == nullptr);
  const auto first = kept.of(school_with(rows, "denominator: pupils\n"));
  REQUIRE(first->page.terms.size() == 1);
  CHECK(kept.of(school_with(rows, "denominator: pupils\n")) == first);
  const auto other_rules = kept.of(school_with(rows, "denominator: attested\n"));
  CHECK(other_rules != first);
  const auto other_counts = kept.of(school_with("9-А,26,7,8,0,10,0,1,0,0,0\n", "denominator: attested\n"));
  CHECK(other_counts != other_rules);
  CHECK(term_csv(other_counts->page.terms[0], {}).find("26") != std::string::npos);
}

TEST_CASE("bars without a number are outlines, text is escaped") {
  const std::string svg =
      bar_chart("c", "A & B", "<d>", {{"x", "50 %", 500}, {"y", "c", -1}, {"z", "≥85 %", 850, true}});
  CHECK(svg.find("A &amp; B") != std::string::npos);
  CHECK(svg.find("&lt;d&gt;") != std::string::npos);
  CHECK(svg.find("class=\"chart-fill\" x=\"0\" y=\"22\" width=\"40.0%\"") != std::string::npos);
  CHECK(svg.find("fill=\"url(#c-p)\"") != std::string::npos);
  CHECK(svg.find("stroke-dasharray") != std::string::npos);
}

TEST_CASE("a trend leaves a gap where a term has no number") {
  const std::string svg =
      trend_chart("t", "T", "D", {{"1-ч.", "24/25"}, {"2-ч.", "24/25"}, {"3-ч.", "24/25"}},
                  {{"a", {400, -1, 600}, {}}, {"b", {100, 200, 300}, {}}});
  const auto count = [&](const std::string& text) {
    int found = 0;
    for (std::size_t at = svg.find(text); at != std::string::npos; at = svg.find(text, at + 1)) ++found;
    return found;
  };
  CHECK(count("chart-line chart-line-0") == 0);
  CHECK(count("chart-line chart-line-1") == 2);
  CHECK(count("<circle") == 3);  // two marks and the legend
}
