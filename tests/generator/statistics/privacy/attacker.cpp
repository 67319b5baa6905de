#include "generator/statistics/privacy/attacker.h"

#include <algorithm>
#include <deque>

namespace mektep::testing {

using namespace mektep::privacy;

Attacker::Attacker(const RawCounts& counts, const std::vector<Shown>& cells,
                   const std::vector<Shown>& figures, const Policy& policy)
    : of_cell_(counts.cells().size()) {
  for (const Shown& shown : cells) {
    Range range{0, school_limit};
    if (shown.symbol == Symbol::exact) range = {shown.value, shown.value};
    if (shown.symbol == Symbol::below) range = {shown.lowest, policy.threshold - 1};
    if (shown.symbol == Symbol::hidden) range.low = shown.lowest;
    if (shown.symbol == Symbol::not_applicable) range = {0, 0};
    domain_.push_back(range);
    hidden_.push_back(shown.symbol == Symbol::below || shown.symbol == Symbol::hidden);
  }
  for (const Relation& relation : counts.relations()) {
    const bool unusable = std::ranges::any_of(
        relation, [&](const Term& t) { return cells[t.cell].symbol == Symbol::not_available; });
    if (!unusable) add({relation, 0, 0});
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = counts.figures()[i];
    const Shown& shown = figures[i];
    std::int64_t unit = 1;
    for (int d = 0; d < shown.decimals; ++d) unit *= 10;
    // value − ½ ≤ unit × numerator ÷ group ≤ value + ½, times 2 × group.
    const auto bound = [&](std::int64_t halves, bool from_below) {
      const std::int64_t far = std::numeric_limits<std::int64_t>::max() / 4;
      Constraint constraint{.low = from_below ? 0 : -far, .high = from_below ? far : 0};
      for (const Term& term : figure.numerator)
        constraint.terms.push_back({term.cell, 2 * unit * term.coefficient});
      constraint.terms.push_back({figure.denominator, -halves});
      add(std::move(constraint));
    };
    if (shown.symbol == Symbol::exact) {
      bound(2 * shown.value - 1, true);
      bound(2 * shown.value + 1, false);
    } else if (shown.symbol == Symbol::at_least) {
      bound(2 * shown.value, true);
    } else if (shown.symbol == Symbol::at_most) {
      bound(2 * shown.value, false);
    }
  }
}

void Attacker::add(Constraint constraint) {
  // A cell may stand on both sides: a part in the numerator and the group.
  std::ranges::sort(constraint.terms, {}, &Term::cell);
  std::vector<Term> merged;
  for (const Term& term : constraint.terms) {
    if (!merged.empty() && merged.back().cell == term.cell)
      merged.back().coefficient += term.coefficient;
    else
      merged.push_back(term);
  }
  constraint.terms = std::move(merged);
  for (const Term& term : constraint.terms)
    of_cell_[term.cell].push_back(static_cast<std::uint32_t>(constraints_.size()));
  constraints_.push_back(std::move(constraint));
}

bool Attacker::narrow() {
  std::vector<std::uint32_t> all(constraints_.size());
  for (std::uint32_t c = 0; c < all.size(); ++c) all[c] = c;
  return narrow(domain_, std::move(all));
}

bool Attacker::narrow(Domains& domains, std::vector<std::uint32_t> work) const {
  std::deque<std::uint32_t> queue(work.begin(), work.end());
  std::vector<bool> queued(constraints_.size());
  for (const std::uint32_t c : queue) queued[c] = true;
  const auto floor_div = [](std::int64_t a, std::int64_t b) {
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
  };
  const auto ceil_div = [&](std::int64_t a, std::int64_t b) { return -floor_div(-a, b); };
  while (!queue.empty()) {
    const std::uint32_t index = queue.front();
    queue.pop_front();
    queued[index] = false;
    const Constraint& constraint = constraints_[index];
    std::int64_t least = 0, most = 0;
    for (const Term& t : constraint.terms) {
      const Range& d = domains[t.cell];
      least += t.coefficient * (t.coefficient > 0 ? d.low : d.high);
      most += t.coefficient * (t.coefficient > 0 ? d.high : d.low);
    }
    if (least > constraint.high || most < constraint.low) return false;
    for (const Term& t : constraint.terms) {
      Range& d = domains[t.cell];
      if (d.low == d.high || t.coefficient == 0) continue;
      const std::int64_t own_least = t.coefficient * (t.coefficient > 0 ? d.low : d.high);
      const std::int64_t own_most = t.coefficient * (t.coefficient > 0 ? d.high : d.low);
      const std::int64_t high = constraint.high - (least - own_least);  // coefficient × value ≤ high
      const std::int64_t low = constraint.low - (most - own_most);
      Range now = d;
      if (t.coefficient > 0) {
        now.high = std::min(now.high, floor_div(high, t.coefficient));
        now.low = std::max(now.low, ceil_div(low, t.coefficient));
      } else {
        now.low = std::max(now.low, ceil_div(high, t.coefficient));
        now.high = std::min(now.high, floor_div(low, t.coefficient));
      }
      if (now.low > now.high) return false;
      if (now == d) continue;
      least += t.coefficient * (t.coefficient > 0 ? now.low : now.high) - own_least;
      most += t.coefficient * (t.coefficient > 0 ? now.high : now.low) - own_most;
      d = now;
      for (const std::uint32_t c : of_cell_[t.cell])
        if (!queued[c]) {
          queued[c] = true;
          queue.push_back(c);
        }
    }
  }
  return true;
}

std::optional<std::vector<std::int64_t>> Attacker::imagine(CellId cell, Range range,
                                                           const std::vector<std::int64_t>& hint,
                                                           int patience) const {
  Domains domains = domain_;
  domains[cell] = {std::max(domains[cell].low, range.low), std::min(domains[cell].high, range.high)};
  if (domains[cell].low > domains[cell].high || !narrow(domains, of_cell_[cell])) return std::nullopt;
  // First the wanted cell itself, as near to the hint as may be.
  if (!guess(domains, hint, cell, patience)) return std::nullopt;
  std::vector<std::int64_t> table;
  for (const Range& d : domains) table.push_back(d.low);
  return table;
}

bool Attacker::guess(Domains& domains, const std::vector<std::int64_t>& hint, std::size_t from,
                     int& patience) const {
  // The open cell with the fewest possible values; `from` when it is open.
  std::size_t choice = domains.size();
  if (domains[from].low < domains[from].high) {
    choice = from;
  } else {
    std::int64_t width = 0;
    for (std::size_t v = 0; v < domains.size(); ++v) {
      const std::int64_t w = domains[v].high - domains[v].low;
      // Cells whose hint is possible no longer are decided first: they show where the change has to go.
      const bool off = hint[v] < domains[v].low || hint[v] > domains[v].high;
      const std::int64_t rank = off ? w : w + 1'000'000;
      if (w > 0 && (choice == domains.size() || rank < width)) {
        choice = v;
        width = rank;
      }
    }
    if (choice == domains.size()) return true;
  }
  const Range values = domains[choice];
  const std::int64_t wish = std::clamp(hint[choice], values.low, values.high);
  for (std::int64_t away = 0; away <= std::max(wish - values.low, values.high - wish); ++away)
    for (const int side : {1, -1}) {
      const std::int64_t value = wish + side * away;
      if (value < values.low || value > values.high || (away == 0 && side < 0)) continue;
      if (--patience < 0) return false;
      Domains trial = domains;
      trial[choice] = {value, value};
      if (!narrow(trial, of_cell_[choice])) continue;
      if (guess(trial, hint, from, patience)) {
        domains = std::move(trial);
        return true;
      }
    }
  return false;
}

}  // namespace mektep::testing
