#include "statistics/privacy/suppress.h"

#include <map>
#include <numeric>

#include "statistics/privacy/audit.h"
#include "statistics/privacy/search.h"

namespace mektep::privacy {
namespace {

constexpr int max_rounds = 30;

std::optional<Direction> cheaper(std::optional<Direction> a, std::optional<Direction> b) {
  if (!a) return b;
  if (!b || a->cost <= b->cost) return a;
  return b;
}

std::optional<Direction> way(DirectionFinder& finder, const Hiding& hiding, Var v, int walk) {
  return finder.cheapest(hiding, {.start = v, .walk = walk});
}

std::optional<Direction> way(DirectionFinder& finder, const Hiding& hiding, const Hiding::Sum& sum,
                             int walk) {
  std::optional<Direction> best;
  for (const Term& term : sum.terms) {
    if (hiding.cost(term.cell) == fixed_cost || (best && best->cost == 0)) continue;
    best = cheaper(std::move(best), finder.cheapest(hiding, {.start = term.cell, .walk = walk, .sum = &sum}));
  }
  return best;
}

// One direction from the truth if there is one, else as many as it takes, each from where the last one ended:
// upwards, then downwards. (In sums that share no more than a cell these are the augmenting paths of a
// greatest flow.)
template <class What>
bool protect(DirectionFinder& finder, Hiding& hiding, const What& what, bool far) {
  if (hiding.is_safe(what)) return true;
  if (const std::optional<Direction> direction = way(finder, hiding, what, 0)) {
    hiding.apply(*direction);
    return hiding.is_safe(what);
  }
  if (!far) return false;
  for (const int walk : {1, -1}) {
    for (int step = 0; step < 3 && !hiding.is_safe(what); ++step) {
      const std::optional<Direction> direction = way(finder, hiding, what, walk);
      if (!direction) break;
      hiding.apply(*direction);
      hiding.walk(*direction);
    }
    hiding.go_home();
  }
  return hiding.is_safe(what);
}

// The rule of thumb that catches most: a sum with one hidden cell gives it away, so a second one is hidden
// (D2, algorithm b). What it misses is for the audit to find.
void hide_second_cells(const System& system, Hiding& hiding) {
  std::vector<std::uint32_t> work(system.lines.size());
  std::iota(work.begin(), work.end(), 0U);
  while (!work.empty()) {
    const std::uint32_t line = work.back();
    work.pop_back();
    int hidden = 0;
    Var cheapest = no_cell;
    for (const Term& term : system.lines[line]) {
      const std::int32_t cost = hiding.cost(term.cell);
      if (cost == 0) ++hidden;
      if (cost > 0 && (cheapest == no_cell || cost < hiding.cost(cheapest))) cheapest = term.cell;
    }
    if (hidden != 1 || cheapest == no_cell) continue;
    hiding.hide(cheapest);
    for (const Term& in : system.lines_of[cheapest]) work.push_back(in.cell);
  }
}

// The last resort, in three steps that hide more and more.
void hide_near(Hiding& hiding, Var v, bool widely, bool everywhere) {
  hiding.hide_around(v, widely);
  if (!everywhere) return;
  for (const Term& in : hiding.system().lines_of[v])
    for (const Term& term : hiding.system().lines[in.cell]) hiding.hide_around(term.cell, true);
}

// Where to look again: cells whose surroundings have changed since `before`, and those that were open.
std::vector<bool> where_to_look(const Draft& before, const Draft& now, const RawCounts& counts,
                                const std::vector<Exposed>& exposed, std::size_t variables) {
  std::vector<bool> changed(variables);
  for (std::size_t i = 0; i < now.cells.size(); ++i)
    changed[i] = now.cells[i].symbol != before.cells[i].symbol;
  for (std::size_t f = 0; f < now.figures.size(); ++f) {
    if (now.figures[f].symbol == before.figures[f].symbol) continue;
    for (const Term& term : counts.figures()[f].numerator) changed[term.cell] = true;
    changed[counts.figures()[f].denominator] = true;
  }
  for (const Exposed& one : exposed) {
    if (one.variable != no_cell) changed[one.variable] = true;
    if (one.figure != no_cell) changed[counts.figures()[one.figure].denominator] = true;
  }
  return changed;
}

}  // namespace

void suppress(const RawCounts& counts, const Policy& policy, const System& system, Draft& draft) {
  {
    Hiding hiding(counts, policy, system, draft);
    hide_second_cells(system, hiding);
  }
  settle_figures(counts, draft);
  DirectionFinder finder;
  std::vector<bool> where;  // empty: everywhere
  std::map<std::string, int, std::less<>>
      times;  // that a number was found open, though it had been protected
  for (int round = 0; round < max_rounds; ++round) {
    const std::vector<Exposed> exposed = audit(counts, policy, system, draft, where);
    if (exposed.empty()) return;  // what has not changed since it was found safe is still safe
    const Draft before = draft;
    Hiding hiding(counts, policy, system, draft);
    for (const Exposed& one : exposed) {
      const int time = times[one.key]++;
      const bool trusted = time < 3;  // the search found a way for it that the audit does not see
      if (one.variable != no_cell) {
        if (!trusted || !protect(finder, hiding, one.variable, round > 0))
          hide_near(hiding, one.variable, round > 3, time > 4);
      } else if (one.figure != no_cell) {
        const Hiding::Sum* sum = hiding.sum_of(one.figure);
        if (sum == nullptr || (trusted && protect(finder, hiding, *sum, round > 0))) continue;
        for (const Term& term : sum->terms) hide_near(hiding, term.cell, round > 3, time > 4);
      }
    }
    settle_figures(counts, draft);
    where = where_to_look(before, draft, counts, exposed, system.truth.size());
  }
}

}  // namespace mektep::privacy
