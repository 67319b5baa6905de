#include "statistics/forecast/forecast.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace mektep {
namespace {

constexpr std::size_t least_trials = 30;
constexpr std::array<int, 5> weights{20, 40, 60, 80, 100};  // of the last mark, in per cent

// The marks of one pupil in one subject, by quarter.
using Key = std::tuple<ClassName, std::string, std::string>;
using Series = std::map<Key, std::map<Term, int>>;

// What is foreseen after these marks: a number between 1 and 5.
double foreseen(const std::vector<int>& before, int weight) {
  double level = before.front();
  for (std::size_t i = 1; i < before.size(); ++i) level += (before[i] - level) * weight / 100.0;
  return level;
}
int nearest(double level) {
  return std::clamp(static_cast<int>(std::floor(level + 0.5)), 1, 5);
}

struct Trial {
  ClassName class_;
  Term term;
  double level;
  int mark;
};

// Every known mark that has one before it, foreseen from those.
std::vector<Trial> try_out(const Series& series, int weight) {
  std::vector<Trial> trials;
  for (const auto& [key, marks] : series) {
    std::vector<int> before;
    for (const auto& [term, mark] : marks) {
      if (!before.empty()) trials.push_back({std::get<0>(key), term, foreseen(before, weight), mark});
      before.push_back(mark);
    }
  }
  return trials;
}

std::int64_t tenths(double part, double whole) {
  return whole == 0 ? 0 : static_cast<std::int64_t>(std::floor(part * 1000 / whole + 0.5));
}

// The smallest e so that at least four of five values are no larger.
double four_of_five(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[(values.size() * 4 + 4) / 5 - 1];
}

// How often a mark of 4 or 5 followed, by the mark that was foreseen; of all trials where there are too few.
class GoodMarks {
 public:
  explicit GoodMarks(const std::vector<Trial>& trials) {
    for (const Trial& trial : trials) {
      auto& [good, all] = by_mark_[static_cast<std::size_t>(nearest(trial.level))];
      good += trial.mark >= 4 ? 1 : 0;
      ++all;
    }
  }
  double chance(double level) const {
    const int mark = nearest(level);
    const auto [good, all] = by_mark_[static_cast<std::size_t>(mark)];
    // two invented trials, that agree with the forecast, keep few real ones from meaning certainty
    return (good + (mark >= 4 ? 1.5 : 0.5)) / (all + 2.0);
  }

 private:
  std::array<std::pair<int, int>, 6> by_mark_{};
};

struct Share {
  double likely = 0;
  std::size_t good = 0, all = 0;
};

}  // namespace

std::optional<Forecast> forecast_marks(const std::vector<PupilMark>& marks) {
  Series series;
  Term last{};
  for (const PupilMark& mark : marks) {
    if (mark.term.period > Period::q4 || mark.mark.word != MarkWord::mark) continue;
    series[{mark.class_, mark.pupil, mark.subject}][mark.term] = mark.mark.step;
    last = std::max(last, mark.term);
  }
  Forecast made;
  std::vector<Trial> trials;
  double smallest = -1;
  for (const int weight : weights) {
    std::vector<Trial> of_weight = try_out(series, weight);
    double error = 0;
    for (const Trial& trial : of_weight) error += std::abs(trial.level - trial.mark);
    if (smallest >= 0 && error >= smallest) continue;
    smallest = error;
    made.weight = weight;
    trials = std::move(of_weight);
  }
  if (trials.size() < least_trials) return std::nullopt;
  made.trials = trials.size();
  made.next = last.period == Period::q4
                  ? Term{{static_cast<std::int16_t>(last.year.first + 1)}, Period::q1}
                  : Term{last.year, static_cast<Period>(static_cast<int>(last.period) + 1)};

  std::vector<double> errors;
  std::int64_t exact = 0, near = 0;
  std::map<std::pair<ClassName, Term>, Share> tried;  // classes, and the school as grade 0
  const GoodMarks good(trials);
  for (const Trial& trial : trials) {
    const int off = std::abs(nearest(trial.level) - trial.mark);
    errors.push_back(off);
    exact += off == 0 ? 1 : 0;
    near += off <= 1 ? 1 : 0;
    for (const ClassName& whose : {trial.class_, ClassName{}}) {
      Share& share = tried[{whose, trial.term}];
      share.likely += good.chance(trial.level);
      share.good += trial.mark >= 4 ? 1 : 0;
      ++share.all;
    }
  }
  made.exact = tenths(static_cast<double>(exact), static_cast<double>(trials.size()));
  made.within_one = tenths(static_cast<double>(near), static_cast<double>(trials.size()));
  const int margin = static_cast<int>(four_of_five(errors));

  std::map<ClassName, Share> next, now;
  for (const auto& [key, by_term] : series) {
    if (by_term.rbegin()->first != last) continue;  // who has left gets no forecast
    std::vector<int> before;
    for (const auto& [term, mark] : by_term) before.push_back(mark);
    const double level = foreseen(before, made.weight);
    const auto& [class_, pupil, subject] = key;
    const int likely = nearest(level);
    made.marks.push_back(
        {class_, pupil, subject, likely, std::max(1, likely - margin), std::min(5, likely + margin)});
    for (const ClassName& whose : {class_, ClassName{}}) {
      next[whose].likely += good.chance(level);
      next[whose].good += before.back() >= 4 ? 1 : 0;
      ++next[whose].all;
    }
  }
  // The error of classes from those of classes, that of the school from those of the school; where the school
  // was tried once only, no less than what chance alone does.
  std::vector<double> of_classes, of_school;
  for (const auto& [whose, share] : tried) {
    const double off =
        std::abs(share.likely - static_cast<double>(share.good)) / static_cast<double>(share.all);
    (whose.first.grade == 0 ? of_school : of_classes).push_back(off);
  }
  for (const auto& [whose, share] : next) {
    const double part = share.likely / static_cast<double>(share.all);
    const double by_chance = 1.28 * std::sqrt(part * (1 - part) / static_cast<double>(share.all));
    const double off = std::max(by_chance, four_of_five(whose.grade == 0 ? of_school : of_classes));
    made.shares.push_back(
        {whose, share.all, tenths(static_cast<double>(share.good), static_cast<double>(share.all)),
         tenths(part, 1), tenths(std::max(0.0, part - off), 1), tenths(std::min(1.0, part + off), 1)});
  }
  return made;
}

}  // namespace mektep
