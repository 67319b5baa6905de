// 2,000 schools' aggregated counts of a quarter through disclosure control, audit included, on two threads.
//   privacy_bench [SCHOOLS] [SUBJECTS] [THREADS]
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <random>
#include <string>

#include "base/parallel.h"
#include "statistics/privacy/release.h"
#include "statistics/privacy/school_counts.h"

namespace {

using namespace mektep::privacy;

// A school of usual make: 11 grades of one to three classes of 15 to 34 pupils.
SchoolCounts usual_school(std::uint32_t seed, int subjects) {
  std::mt19937 random(seed);
  const auto below = [&](std::int64_t bound) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(bound));
  };
  SchoolCounts school("2025-2026/q1");
  const UnitId all = school.add_unit("school", no_unit);
  std::vector<UnitId> classes;
  std::vector<std::int64_t> pupils;
  int grade = 1;
  for (const int last : {4, 9, 11}) {
    const UnitId level = school.add_unit("level-" + std::to_string(last), all);
    for (; grade <= last; ++grade) {
      const UnitId unit = school.add_unit(std::to_string(grade), level);
      for (std::int64_t letter = 1 + below(3); letter > 0; --letter) {
        classes.push_back(school.add_unit(std::to_string(grade) + "-" + std::to_string(letter), unit));
        pupils.push_back(15 + below(20));
      }
    }
  }
  for (int subject = 0; subject < subjects; ++subject) {
    std::vector<ClassNumbers> numbers;
    for (std::size_t c = 0; c < classes.size(); ++c) {
      ClassNumbers one{classes[c], {0, 0, 0, 0}};
      const std::int64_t strength = below(30);
      for (std::int64_t p = 0; p < pupils[c]; ++p) {
        const std::int64_t mark = below(100) + strength;
        ++one.numbers[mark > 100 ? 0 : mark > 60 ? 1 : mark > 7 ? 2 : 3];
      }
      numbers.push_back(std::move(one));
    }
    const Breakdown& made =
        school.add_breakdown("result-" + std::to_string(subject), {{"n5"}, {"n4"}, {"n3"}, {"n2"}}, numbers);
    school.add_percentage("quality", made, std::vector<std::size_t>{0, 1});
    school.add_percentage("achievement", made, std::vector<std::size_t>{0, 1, 2});
    school.add_average("average", made, std::vector<std::int64_t>{5, 4, 3, 2});
  }
  std::vector<ClassNumbers> sexes;
  std::vector<ClassMovement> moves;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const std::int64_t girls = pupils[c] / 2 - 3 + below(7);
    sexes.push_back({classes[c], {girls, pupils[c] - girls}});
    const std::int64_t arrived = below(4) / 3, departed = below(5) / 3;
    moves.push_back({.unit = classes[c],
                     .start = pupils[c] - arrived + departed,
                     .arrived = arrived,
                     .departed = departed,
                     .end = pupils[c]});
  }
  school.add_breakdown("sex", {{"girls", false}, {"boys", false}}, sexes);
  school.add_movement(moves);
  return school;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t schools = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 2000;
  const int subjects = argc > 2 ? std::atoi(argv[2]) : 1;
  const unsigned threads = argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 2;
  std::vector<SchoolCounts> all;
  for (std::size_t s = 0; s < schools; ++s)
    all.push_back(usual_school(static_cast<std::uint32_t>(s), subjects));
  std::atomic<std::size_t> cells = 0, hidden = 0, small = 0, blocked = 0;
  const auto start = std::chrono::steady_clock::now();
  mektep::parallel_for(
      schools, threads,
      [&](std::size_t s) {
        const auto published = release(all[s].counts(), {}, {});
        if (!published) {
          ++blocked;
          return;
        }
        cells += published->cells().size();
        for (const Shown& shown : published->cells()) {
          hidden += shown.symbol == Symbol::below || shown.symbol == Symbol::hidden;
          small += shown.why == Why::small || shown.why == Why::nobody;
        }
      },
      1);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  fmt::print("{} schools, {} cells, {} hidden ({} for their own sake), {} blocked: {:.2f} s on {} threads\n",
             schools, cells.load(), hidden.load(), small.load(), blocked.load(), seconds, threads);
  return blocked == 0 ? 0 : 1;
}
