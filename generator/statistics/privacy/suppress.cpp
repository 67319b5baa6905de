#include "statistics/privacy/suppress.h"

#include <algorithm>

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

// A direction that makes `v` safe, keeping `<5` if that costs no more than `c` instead.
std::optional<Direction> way(const Hiding& hiding, Var v, int walk) {
  std::optional<Direction> fine = cheapest_direction(hiding, {.start = v, .walk = walk});
  if (fine && fine->cost == 0) return fine;
  return cheaper(std::move(fine), cheapest_direction(hiding, {.start = v, .coarse = true, .walk = walk}));
}

std::optional<Direction> way(const Hiding& hiding, const Hiding::Sum& sum, int walk) {
  std::optional<Direction> best;
  for (const bool coarse : {false, true})
    for (const Term& term : sum.terms) {
      if (hiding.cost(term.cell) == fixed_cost || (best && best->cost == 0)) continue;
      best = cheaper(
          std::move(best),
          cheapest_direction(hiding, {.start = term.cell, .coarse = coarse, .walk = walk, .sum = &sum}));
    }
  return best;
}

// One direction from the truth if there is one, else as many as it takes, each from where the last one ended:
// upwards, then downwards. (In sums that share no more than a cell these are the augmenting paths of a
// greatest flow.)
template <class What>
bool protect(Hiding& hiding, const What& what) {
  if (hiding.is_safe(what)) return true;
  if (const std::optional<Direction> direction = way(hiding, what, 0)) {
    hiding.apply(*direction);
    return hiding.is_safe(what);
  }
  for (const int walk : {1, -1}) {
    for (int step = 0; step < 3 && !hiding.is_safe(what); ++step) {
      const std::optional<Direction> direction = way(hiding, what, walk);
      if (!direction) break;
      hiding.apply(*direction);
      hiding.walk(*direction);
    }
    hiding.go_home();
  }
  return hiding.is_safe(what);
}

}  // namespace

void suppress(const RawCounts& counts, const Policy& policy, const System& system, Draft& draft) {
  for (int round = 0; round < max_rounds; ++round) {
    const std::vector<Exposed> exposed = audit(counts, policy, system, draft);
    if (exposed.empty()) return;
    Hiding hiding(counts, policy, system, draft);
    const bool widely = round >= 3;
    for (const Exposed& one : exposed) {
      if (one.variable != no_cell) {
        if (!protect(hiding, one.variable)) hiding.hide_around(one.variable, widely);
      } else if (one.figure != no_cell) {
        const Hiding::Sum* sum = hiding.sum_of(one.figure);
        if (sum == nullptr || protect(hiding, *sum)) continue;
        for (const Term& term : sum->terms) hiding.hide_around(term.cell, widely);
      }
    }
    settle_figures(counts, draft);
  }
}

}  // namespace mektep::privacy
