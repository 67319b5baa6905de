// Names of terms, classes and subjects as journals write them.
#include <catch2/catch.hpp>

#include "base/localise.h"
#include "base/text.h"
#include "generator/statistics/support.h"
#include "statistics/calendar.h"
#include "statistics/class_name.h"
#include "statistics/marking.h"
#include "statistics/rational.h"
#include "statistics/subjects.h"

using namespace mektep;

namespace {
std::string class_text(std::string_view text) {
  const auto name = parse_class_name(text);
  return name ? name->text() : "";
}
}  // namespace

TEST_CASE("fractions are exact and rounded once, half away from zero") {
  CHECK(Rational(2, 4) == Rational(1, 2));
  CHECK(Rational(1, -2) == Rational(-1, 2));
  CHECK(Rational(1, 3) + Rational(1, 6) == Rational(1, 2));
  CHECK(Rational(1, 3) - Rational(1, 2) == Rational(-1, 6));
  CHECK(Rational(2, 3) * Rational(3, 4) == Rational(1, 2));
  CHECK(Rational(2, 3) > Rational(13, 20));
  CHECK(Rational(1, 8).rounded(2) == 13);
  CHECK(Rational(-1, 8).rounded(2) == -13);
  CHECK(Rational(1900, 22).rounded(2) == 8636);
  CHECK(Rational(1, 3).rounded(0) == 0);
  CHECK(Rational(3'000'000'000'000, 7).rounded(6) == 428'571'428'571'428'571);
}

TEST_CASE("a class is recognised however it is written, a person never") {
  for (const std::string_view text : {"9-А", "9а", "9 «А»", "9-A", "9 А класс", "9-класс А", " 9–а "})
    CHECK(class_text(text) == "9-А");
  CHECK(class_text("11") == "11");
  CHECK(class_text("11-класс") == "11");
  CHECK(class_text("5-Ө") == "5-Ө");
  for (const std::string_view text :
       {"", "0-А", "13-А", "9-АБ", "Асанова Айгүл", "9 Асанова", "А-9", "9А5", "2026"})
    CHECK(class_text(text).empty());
  CHECK(*parse_class_name("9-В") < *parse_class_name("10-А"));
  CHECK(*parse_class_name("9-А") < *parse_class_name("9-Б"));
  CHECK(*parse_class_name("9") < *parse_class_name("9-А"));
}

TEST_CASE("periods and school years as journals name them") {
  CHECK(parse_period("1 ЧТ") == Period::q1);
  CHECK(parse_period("2-чейрек") == Period::q2);
  CHECK(parse_period("3-я четверть") == Period::q3);
  CHECK(parse_period("IV четверть") == Period::q4);
  CHECK(parse_period("1-жарым жылдык") == Period::h1);
  CHECK(parse_period("2 полугодие") == Period::h2);
  CHECK(parse_period("2-е полугодие") == Period::h2);
  CHECK(parse_period("год") == Period::year);
  CHECK(parse_period("q4") == Period::q4);
  CHECK_FALSE(parse_period("СР"));
  CHECK_FALSE(parse_period("3 полугодие"));
  CHECK_FALSE(parse_period("02"));
  CHECK(parse_school_year("2025-2026") == SchoolYear{2025});
  CHECK(parse_school_year("2025/26") == SchoolYear{2025});
  CHECK_FALSE(parse_school_year("2025-2027"));
  CHECK(Term{{2025}, Period::q1}.previous() == Term{{2024}, Period::q4});
  CHECK(Term{{2025}, Period::h2}.previous() == Term{{2025}, Period::h1});
  CHECK(Term{{2025}, Period::h1}.previous() == Term{{2024}, Period::h2});
  CHECK(Term{{2025}, Period::year}.previous() == Term{{2024}, Period::year});
}

TEST_CASE("subjects by any name, groups put aside") {
  const Subjects subjects = testing::usual_subjects();
  CHECK(subjects.recognise("Алгебра (1 гр.)")->id == "algebra");
  CHECK(subjects.recognise("кыргыз тили")->id == "kyrgyz-language");
  CHECK(subjects.recognise("Озбек тили")->id == "uzbek-language");
  CHECK(subjects.recognise("Русский  язык")->id == "russian-language");
  CHECK(subjects.recognise("Асанова Айгүл") == nullptr);
  CHECK(subjects.suggest("Алгибра")->id == "algebra");
  CHECK(group_suffix("Алгебра (2-группа)") == "(2-группа)");
  CHECK(group_suffix("Алгебра (жаңы)").empty());
}

TEST_CASE("marking follows the year: JRN-34 before September 2025, the state standard from then") {
  const MarkingPolicies usual = testing::usual_policies();
  CHECK(usual.in({{2024}, Period::q1}).unmarked == std::set<int>{1, 2});
  CHECK(usual.in({{2024}, Period::h1}).unmarked == std::set<int>{1, 2});
  CHECK(usual.in({{2024}, Period::q3}).unmarked == std::set<int>{1});
  CHECK(usual.in({{2024}, Period::year}).unmarked == std::set<int>{1});
  CHECK(usual.in({{2025}, Period::q3}).unmarked == std::set<int>{1, 2, 3});
  const MarkingPolicies eleven = testing::usual_policies("programmes:\n  - {from: 2025-2026, years: 11}\n");
  CHECK(eleven.in({{2025}, Period::q3}).unmarked == std::set<int>{1});
  CHECK(usual.in({{2024}, Period::q1}).level_of(9) == Level::basic);
  CHECK(testing::usual_policies("levels: {primary: {from: 1, until: 6}, basic: {from: 7, until: 9}}\n")
            .in({{2025}, Period::q1})
            .level_of(5) == Level::primary);
  CHECK(usual.scale("ten")->step_of(8) == 4);
  CHECK(usual.scale("five")->step_of(5) == 5);
  CHECK_FALSE(usual.scale("five")->step_of(6));
}

TEST_CASE("classes stand in the order of the Kyrgyz alphabet, whatever their letter") {
  std::vector<ClassName> classes;
  for (const std::string_view letter : {"", "W", "Z", "1"}) classes.push_back({9, std::string(letter)});
  for (char32_t c = 0x400; c < 0x500; ++c) {
    if (!is_letter(c) || to_upper(c) != c) continue;
    classes.push_back({9, {}});
    append_utf8(classes.back().letter, c);
  }
  for (const ClassName& one : classes) {
    for (const ClassName& other : classes) {
      const int order = collate(one.letter, other.letter, Locale::ky);
      CAPTURE(one.letter, other.letter);
      REQUIRE((one < other) == (order != 0 ? order < 0 : one.letter < other.letter));
      REQUIRE((one == other) == (one.letter == other.letter));
    }
  }
  CHECK(ClassName{9, "Ө"} < ClassName{9, "П"});
  CHECK(ClassName{9, "Я"} < ClassName{10, "А"});
}
