#include "statistics/privacy/hiding.h"

#include <algorithm>

namespace mektep::privacy {
namespace {

constexpr std::int64_t far = 64;  // steps beyond this make nobody safer

std::int32_t loss(const Cell& cell) {
  constexpr std::int32_t factor[] = {1, 2, 6};
  return static_cast<std::int32_t>(std::min<std::int64_t>(10 + cell.value, 100'000)) *
         factor[static_cast<int>(cell.importance)];
}

std::int32_t loss(const Figure& figure) {
  constexpr std::int32_t factor[] = {15, 30, 60};
  return factor[static_cast<int>(figure.importance)];
}

// The most that may be left (or be in) when a coded percentage is true.
std::int64_t coded_limit(const Shown& shown, std::int64_t group) {
  return (shown.symbol == Symbol::at_least ? 100 - shown.value : shown.value) * group / 100;
}

bool is_coded(const Shown& shown) {
  return shown.symbol == Symbol::at_least || shown.symbol == Symbol::at_most;
}

// Keeps `steps` to those t for which value + t × change stays within `limit`.
void narrow(Range& steps, std::int64_t value, std::int64_t change, const Range& limit) {
  if (change == 0) return;
  const std::int64_t size = change < 0 ? -change : change;
  const std::int64_t up = (limit.high - value) / size;
  const std::int64_t down = (value - limit.low) / size;
  steps.high = std::min(steps.high, change > 0 ? up : down);
  steps.low = std::max(steps.low, change > 0 ? -down : -up);
}

void widen(Range& reached, std::int64_t truth, std::int64_t change, const Range& steps) {
  const auto [low, high] = std::minmax({truth + change * steps.low, truth + change * steps.high});
  reached.low = std::min(reached.low, low);
  reached.high = std::max(reached.high, high);
}

void hide_figure(Shown& shown) {
  if (shown.symbol != Symbol::exact && !is_coded(shown)) return;
  shown.symbol = Symbol::hidden;
  shown.why = Why::complement;
  shown.value = 0;
}

}  // namespace

std::int64_t delta(const std::vector<Term>& terms, const Direction& direction) {
  std::int64_t sum = 0;
  for (const Term& term : terms)
    for (const Term& move : direction.moves)
      if (move.cell == term.cell) sum += term.coefficient * move.coefficient;
  return sum;
}

Hiding::Hiding(const RawCounts& counts, const Policy& policy, const System& system, Draft& draft)
    : counts_(counts), policy_(policy), system_(system), draft_(draft), world_(system.truth) {
  cost_.resize(system.truth.size());
  reached_.reserve(system.truth.size());
  coarse_limit_.reserve(system.truth.size());
  for (Var v = 0; v < system.truth.size(); ++v) {
    coarse_limit_.push_back(limit(v, true));
    reached_.push_back({system.truth[v], system.truth[v]});
    const bool known = system.before[v].low == system.before[v].high;
    if (v >= system.cells) {
      cost_[v] = known ? fixed_cost : 0;
      continue;
    }
    const Cell& cell = counts.cells()[v];
    const Shown& shown = draft.cells[v];
    if (cell.presence != Presence::counted || cell.always_shown || known)
      cost_[v] = fixed_cost;
    else if (shown.symbol != Symbol::exact)
      cost_[v] = 0;
    else
      cost_[v] = cell.value == 0 ? fixed_cost : loss(cell);
  }
  fix_what_follows();
  index_figures();
  list_sums();
}

// What follows from cells that are never hidden is never hidden either: it would only pretend.
void Hiding::fix_what_follows() {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t line = 0; line < system_.lines.size(); ++line) {
      Var open = no_cell;
      int count = 0;
      for (const Term& term : system_.lines[line])
        if (cost_[term.cell] != fixed_cost) {
          open = term.cell;
          ++count;
        }
      if (count != 1 || cost_[open] == 0) continue;
      cost_[open] = fixed_cost;
      changed = true;
    }
  }
}

void Hiding::index_figures() {
  std::vector<std::vector<Term>> of(system_.truth.size());
  std::vector<std::vector<std::uint32_t>> groups(system_.truth.size());
  std::uint32_t index = 0;
  for (const Figure& figure : counts_.figures()) {
    for (const Term& term : figure.numerator) of[term.cell].push_back({index, term.coefficient});
    groups[figure.denominator].push_back(index++);
  }
  for (const OldFigure& figure : system_.old_figures) {
    for (const Term& term : figure.numerator) of[term.cell].push_back({index, term.coefficient});
    groups[figure.denominator].push_back(index++);
  }
  for (std::size_t v = 0; v < of.size(); ++v) {
    figures_of_.push(of[v]);
    groups_of_.push(groups[v]);
  }
}

void Hiding::list_sums() {
  sum_of_figure_.assign(counts_.figures().size(), -1);
  for (std::uint32_t f = 0; f < counts_.figures().size(); ++f) {
    const Figure& figure = counts_.figures()[f];
    const Shown& shown = draft_.figures[f];
    const bool few = shown.symbol == Symbol::hidden && shown.why == Why::small_group;
    if (figure.kind != FigureKind::percentage || (!few && !is_coded(shown))) continue;
    const std::int64_t group = counts_.cells()[figure.denominator].value;
    const auto [part, rest] = split(counts_, figure);
    Sum sum{.figure = f};
    const bool of_rest = shown.symbol == Symbol::at_least;
    if (of_rest) sum.terms.push_back({figure.denominator, 1});
    for (const Term& term : figure.numerator) sum.terms.push_back({term.cell, of_rest ? -1 : 1});
    const std::int64_t truth = of_rest ? rest : part;
    sum.reached = {truth, truth};
    const bool known_group = draft_.cells[figure.denominator].symbol == Symbol::exact;
    sum.limit =
        few ? Range{0, known_group ? group : unbounded} : Range{shown.lowest, coded_limit(shown, group)};
    sum_of_figure_[f] = static_cast<std::int32_t>(sums_.size());
    sums_.push_back(std::move(sum));
  }
}

Range Hiding::limit(Var v, bool coarse) const {
  const Range& before = system_.before[v];
  if (v >= system_.cells) return before;
  const Shown& shown = draft_.cells[v];
  Range range{shown.lowest, unbounded};
  if (shown.symbol == Symbol::below && !coarse) range.high = policy_.threshold - 1;
  return {std::max(range.low, before.low), std::min(range.high, before.high)};
}

std::int64_t Hiding::wanted(Var v, bool coarse) const {
  if (cost_[v] != 0) return 0;
  const Range range = limit(v, coarse);
  return std::min(policy_.threshold - 1, range.high - range.low);
}

std::int64_t Hiding::wanted(const Sum& sum) const {
  const Shown& shown = draft_.figures[sum.figure];
  if (shown.symbol == Symbol::hidden && shown.why != Why::small_group) return 0;
  return std::min(policy_.threshold - 1, sum.limit.high - sum.limit.low);
}

bool Hiding::is_safe(const Sum& sum) const {
  return sum.reached.high - sum.reached.low >= wanted(sum);
}

std::int64_t Hiding::value(const Sum& sum) const {
  std::int64_t value = 0;
  for (const Term& term : sum.terms) value += term.coefficient * world_[term.cell];
  return value;
}

void Hiding::walk(const Direction& direction) {
  for (const Term& move : direction.moves) {
    world_[move.cell] += move.coefficient * direction.steps.high;
    away_.push_back(move.cell);
  }
}

void Hiding::go_home() {
  for (const Var v : away_) world_[v] = system_.truth[v];
  away_.clear();
}

void Hiding::settle(Direction& direction) const {
  direction.steps = {direction.one_way ? 0 : -far, far};
  direction.cost = 0;
  direction.figures.clear();
  std::vector<std::uint32_t> touched;
  for (const Term& move : direction.moves) {
    narrow(direction.steps, world_[move.cell], move.coefficient, limit(move.cell, direction.coarse));
    direction.cost += cost_[move.cell];
    if (direction.coarse && is_below(move.cell)) direction.cost += 3;
    for (const Term& term : figures_of_[move.cell]) touched.push_back(term.cell);
    for (const std::uint32_t f : groups_of_[move.cell]) touched.push_back(f);
  }
  std::ranges::sort(touched);
  touched.erase(std::ranges::unique(touched).begin(), touched.end());
  for (const std::uint32_t f : touched) {
    const bool old = f >= counts_.figures().size();
    const OldFigure* before = old ? &system_.old_figures[f - counts_.figures().size()] : nullptr;
    const Shown& shown = old ? before->shown : draft_.figures[f];
    const std::vector<Term>& numerator = old ? before->numerator : counts_.figures()[f].numerator;
    const Var denominator = old ? before->denominator : counts_.figures()[f].denominator;
    if (shown.symbol != Symbol::exact && !is_coded(shown)) continue;
    const std::int64_t part = delta(numerator, direction);
    const bool group_moves =
        std::ranges::any_of(direction.moves, [&](const Term& t) { return t.cell == denominator; });
    if (part == 0 && !group_moves) continue;
    if (is_coded(shown) && !group_moves) {
      std::int64_t sum = 0;
      for (const Term& term : numerator) sum += world_[term.cell];
      const std::int64_t group = world_[denominator];
      const bool of_rest = shown.symbol == Symbol::at_least;
      Range steps = direction.steps;
      narrow(steps, of_rest ? group - sum : sum, of_rest ? -part / 100 : part / 100,
             {shown.lowest, coded_limit(shown, group)});
      direction.steps = steps;
      continue;
    }
    if (old) {
      direction.steps = {0, 0};
      return;
    }
    direction.figures.push_back(f);
    direction.cost += loss(counts_.figures()[f]);
  }
}

const Hiding::Sum* Hiding::sum_of(std::uint32_t figure) const {
  const std::int32_t index = sum_of_figure_[figure];
  return index < 0 ? nullptr : &sums_[static_cast<std::size_t>(index)];
}

void Hiding::hide(Var v) {
  Shown& shown = draft_.cells[v];
  if (shown.symbol == Symbol::exact) shown.why = Why::complement;
  shown.symbol = Symbol::hidden;
  shown.value = 0;
  cost_[v] = 0;
}

void Hiding::hide_around(Var v, bool widely) {
  const auto hide_with_figures = [&](Var cell) {
    if (cell >= system_.cells || cost_[cell] == fixed_cost) return;
    hide(cell);
    for (const Term& in : figures_of_[cell])
      if (in.cell < draft_.figures.size()) hide_figure(draft_.figures[in.cell]);
  };
  hide_with_figures(v);
  for (const Term& in : system_.lines_of[v]) {
    Var cheapest = no_cell;
    for (const Term& term : system_.lines[in.cell]) {
      if (is_below(term.cell)) hide(term.cell);
      if (cost_[term.cell] > 0 && (cheapest == no_cell || cost_[term.cell] < cost_[cheapest]))
        cheapest = term.cell;
    }
    if (cheapest != no_cell) hide_with_figures(cheapest);
    if (!widely) continue;
    for (const Term& term : system_.lines[in.cell])
      if (term.cell != v && cost_[term.cell] == 0) hide_around(term.cell, false);
  }
}

void Hiding::apply(const Direction& direction) {
  std::vector<std::uint32_t> touched;
  for (const Term& move : direction.moves) {
    widen(reached_[move.cell], world_[move.cell], move.coefficient, direction.steps);
    for (const Term& term : figures_of_[move.cell]) touched.push_back(term.cell);
    for (const std::uint32_t f : groups_of_[move.cell]) touched.push_back(f);
    if (move.cell < system_.cells && (direction.coarse || !is_below(move.cell))) hide(move.cell);
  }
  for (const std::uint32_t f : direction.figures) hide_figure(draft_.figures[f]);
  for (const std::uint32_t f : touched) {
    if (f >= sum_of_figure_.size() || sum_of_figure_[f] < 0) continue;
    Sum& sum = sums_[static_cast<std::size_t>(sum_of_figure_[f])];
    widen(sum.reached, value(sum), delta(sum.terms, direction), direction.steps);
  }
}

}  // namespace mektep::privacy
