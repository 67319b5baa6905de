#include "generator/statistics/privacy/random_school.h"

#include <string>

namespace mektep::testing {

using namespace mektep::privacy;

ClassNumbers RandomSchool::marks(UnitId unit, std::int64_t pupils) {
  // n5 n4 n3 n2 not attested: sometimes all alike, else a class of some strength with few at both ends.
  ClassNumbers numbers{unit, {0, 0, 0, 0, 0}};
  if (below(12) == 0) {
    numbers.numbers[static_cast<std::size_t>(below(4))] = pupils;
    return numbers;
  }
  const std::int64_t strength = below(40);
  for (std::int64_t i = 0; i < pupils; ++i) {
    const std::int64_t mark = below(100) + strength;
    ++numbers.numbers[mark > 110 ? 0 : mark > 70 ? 1 : mark > 15 ? 2 : mark > 4 ? 3 : 4];
  }
  return numbers;
}

RandomSchool::RandomSchool(std::uint32_t seed, int max_pupils) : random_(seed) {
  const UnitId all = school.add_unit("school", no_unit);
  const bool large = below(3) == 0;
  std::vector<UnitId> classes;
  std::vector<std::int64_t> pupils;
  std::vector<std::vector<UnitId>> by_level(3);
  int grade = 1;
  for (const int last : {4, 9, 11}) {
    const UnitId level = school.add_unit("level-" + std::to_string(last), all);
    for (; grade <= last; ++grade) {
      if (below(4) == 0) continue;
      const UnitId unit = school.add_unit(std::to_string(grade), level);
      const std::int64_t letters = 1 + below(large ? 4 : 2);
      for (std::int64_t letter = 0; letter < letters; ++letter) {
        classes.push_back(school.add_unit(std::to_string(grade) + "-" + std::to_string(letter), unit));
        pupils.push_back(below(8) == 0 ? 1 + below(9) : 4 + below(max_pupils - 3));
      }
    }
  }
  const std::vector<Part> mark_parts{{"n5"}, {"n4"}, {"n3"}, {"n2"}, {"na"}};
  const std::int64_t subjects = 1 + below(3);
  for (std::int64_t s = 0; s < subjects; ++s) {
    std::vector<ClassNumbers> numbers;
    for (std::size_t c = 0; c < classes.size(); ++c) {
      if (below(9) == 0) continue;  // not taught there
      numbers.push_back(marks(classes[c], pupils[c]));
      if (below(60) == 0) numbers.back().available = false;
    }
    if (numbers.empty()) continue;
    const Breakdown& made = school.add_breakdown("subject-" + std::to_string(s), mark_parts, numbers);
    if (below(4) != 0) school.add_percentage("quality", made, std::vector<std::size_t>{0, 1});
    if (below(4) != 0)
      school.add_percentage("achievement", made, std::vector<std::size_t>{0, 1, 2},
                            static_cast<int>(below(3)));
    if (below(2) != 0) school.add_average("average", made, std::vector<std::int64_t>{5, 4, 3, 2, 0});
    if (below(4) == 0) school.add_average("sou", made, std::vector<std::int64_t>{100, 64, 36, 16, 7});
  }
  if (below(2) == 0) {  // girls and boys by result, each and together
    std::vector<ClassNumbers> whole, girls, boys;
    for (std::size_t c = 0; c < classes.size(); ++c) {
      const std::int64_t of_girls = below(pupils[c] + 1);
      const ClassNumbers g = marks(classes[c], of_girls);
      const ClassNumbers b = marks(classes[c], pupils[c] - of_girls);
      ClassNumbers sum = g;
      for (std::size_t i = 0; i < sum.numbers.size(); ++i) sum.numbers[i] += b.numbers[i];
      girls.push_back(g);
      boys.push_back(b);
      whole.push_back(sum);
    }
    if (!whole.empty()) {
      const Breakdown& w = school.add_breakdown("result", mark_parts, whole);
      const Breakdown& g = school.add_breakdown("result-girls", mark_parts, girls);
      const Breakdown& b = school.add_breakdown("result-boys", mark_parts, boys);
      school.add_split(w, std::vector<const Breakdown*>{&g, &b});
      school.add_percentage("quality", g, std::vector<std::size_t>{0, 1});
    }
  }
  if (below(2) == 0) {
    std::vector<ClassMovement> moves;
    for (std::size_t c = 0; c < classes.size(); ++c) {
      ClassMovement m{
          .unit = classes[c], .start = pupils[c], .arrived = below(below(6)), .departed = below(4)};
      m.departed = std::min(m.departed, m.start);
      m.end = m.start + m.arrived - m.departed;
      moves.push_back(m);
    }
    for (std::size_t c = 1; c < moves.size(); ++c)
      if (below(5) == 0 && moves[c].end > 0) {
        ++moves[c].transferred_out, --moves[c].end;
        ++moves[c - 1].transferred_in, ++moves[c - 1].end;
      }
    if (!moves.empty()) school.add_movement(moves);
  }
}

}  // namespace mektep::testing
