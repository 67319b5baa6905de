// A correction may not tell by difference what was hidden before or is hidden now.
#include <random>

#include "statistics/privacy/release.h"
#include "statistics/privacy/school_counts.h"

namespace mektep {
namespace {

using namespace mektep::privacy;

const std::vector<Part> mark_parts{{"n5"}, {"n4"}, {"n3"}, {"n2"}, {"na"}};

struct Grade {
  SchoolCounts school{"q1"};
  std::vector<UnitId> classes;
  const Breakdown* marks = nullptr;
  explicit Grade(const std::vector<std::vector<std::int64_t>>& numbers) {
    const UnitId all = school.add_unit("school", no_unit);
    std::vector<ClassNumbers> of_classes;
    for (std::size_t c = 0; c < numbers.size(); ++c) {
      classes.push_back(school.add_unit("9-" + std::to_string(c), all));
      of_classes.push_back({classes.back(), numbers[c]});
    }
    marks = &school.add_breakdown("algebra", mark_parts, of_classes);
  }
  const RawCounts& counts() const { return school.counts(); }
};

// Hidden cells whose value follows when what was shown then, and has not changed, is put in.
int told_by_both(const RawCounts& counts, const Published& now, const Published& then, const RawCounts& old) {
  std::vector<bool> known;
  for (std::size_t i = 0; i < counts.cells().size(); ++i)
    known.push_back(
        now.cells()[i].symbol == Symbol::exact ||
        (then.cells()[i].symbol == Symbol::exact && old.cells()[i].value == counts.cells()[i].value));
  int told = 0;
  for (bool more = true; more;) {
    more = false;
    for (const Relation& relation : counts.relations()) {
      CellId open = no_cell;
      int count = 0;
      for (const Term& term : relation)
        if (!known[term.cell]) {
          open = term.cell;
          ++count;
        }
      if (count != 1) continue;
      known[open] = true;
      ++told;
      more = true;
    }
  }
  return told;
}

}  // namespace

TEST_CASE("an_unchanged_table_published_again_hides_the_same") {
  const Grade grade({{6, 9, 9, 1, 0}, {7, 8, 6, 6, 0}, {9, 9, 9, 5, 2}});
  const auto first = release(grade.counts(), {}, {});
  REQUIRE(first);
  const auto again = release(grade.counts(), {}, {}, std::vector<Earlier>{{&grade.counts(), &*first}});
  REQUIRE(again);
  for (std::size_t i = 0; i < first->cells().size(); ++i)
    CHECK(text(first->cells()[i], {}) == text(again->cells()[i], {}));
}

TEST_CASE("a_correction_does_not_open_what_was_hidden") {
  std::mt19937 random(7);
  int careless_schools = 0, stopped = 0;
  for (int round = 0; round < 150; ++round) {
    std::vector<std::vector<std::int64_t>> numbers(4, std::vector<std::int64_t>(5));
    const auto fill = [&](std::vector<std::int64_t>& row) {
      for (std::int64_t& number : row) number = 2 + static_cast<std::int64_t>(random() % 14);
    };
    for (std::vector<std::int64_t>& row : numbers) fill(row);
    const Grade before(numbers);
    // A class is replaced as a whole: other cells become the cheapest to hide.
    fill(numbers[round % 4]);
    const Grade after(numbers);
    const auto first = release(before.counts(), {}, {});
    const auto careless = release(after.counts(), {}, {});
    if (!first || !careless) continue;
    careless_schools += told_by_both(after.counts(), *careless, *first, before.counts()) > 0;
    const auto second = release(after.counts(), {}, {}, std::vector<Earlier>{{&before.counts(), &*first}});
    if (second)
      CHECK(told_by_both(after.counts(), *second, *first, before.counts()) == 0);
    else
      ++stopped;
  }
  CHECK(careless_schools > 20);
  CHECK(stopped < 15);
}

TEST_CASE("a_correction_of_one_mark_is_not_shown_as_a_difference_of_one") {
  const Grade before({{6, 9, 9, 6, 5}, {7, 18, 6, 6, 5}, {9, 19, 9, 5, 7}});
  const Grade after({{6, 9, 9, 6, 5}, {7, 18, 6, 6, 5}, {9, 20, 8, 5, 7}});
  const auto first = release(before.counts(), {}, {});
  REQUIRE(first);
  const CellId n4 = before.marks->cells[1][before.classes[2]];
  REQUIRE(first->cells()[n4].symbol == Symbol::exact);
  const auto second = release(after.counts(), {}, {}, std::vector<Earlier>{{&before.counts(), &*first}});
  REQUIRE(second);
  CHECK(second->cells()[n4].symbol == Symbol::hidden);
  CHECK(second->cells()[n4].why == Why::small_change);
}

}  // namespace mektep
