#include "statistics/privacy/system.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace mektep::privacy {
namespace {

bool linked(const RawCounts& counts, const Relation& relation) {
  return std::ranges::none_of(
      relation, [&](const Term& t) { return counts.cells()[t.cell].presence == Presence::not_available; });
}

// Variable → the equations that it is in.
Lists<Term> transposed(const Lists<Term>& equations, std::size_t variables) {
  Lists<Term> of;
  of.first.assign(variables + 1, 0);
  for (const Term& term : equations.items) ++of.first[term.cell + 1];
  for (std::size_t v = 0; v < variables; ++v) of.first[v + 1] += of.first[v];
  of.items.resize(equations.items.size());
  std::vector<std::uint32_t> next(of.first.begin(), of.first.end() - 1);
  for (std::uint32_t e = 0; e < equations.size(); ++e)
    for (const Term& term : equations[e]) of.items[next[term.cell]++] = {e, term.coefficient};
  return of;
}

Range meet(Range a, Range b) {
  return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

Relation in_order(Relation relation) {
  std::ranges::sort(relation, {}, &Term::cell);
  return relation;
}

// Adds what one earlier publication has told. A cell that has not changed is the same variable: readers may
// well guess that most of a table is unchanged, so we presume that they know which part is.
void add_earlier(System& system, const RawCounts& counts, const Earlier& earlier,
                 std::set<std::vector<std::pair<Var, std::int64_t>>>& present) {
  std::unordered_map<std::string_view, CellId> now;
  for (CellId id = 0; id < counts.cells().size(); ++id) now.emplace(counts.cells()[id].key, id);
  const std::vector<Cell>& old = earlier.counts->cells();
  const std::vector<Shown>& shown = earlier.published->cells();
  std::vector<Var> variable(old.size());
  for (CellId id = 0; id < old.size(); ++id) {
    const auto same = now.find(old[id].key);
    const Range told = old[id].presence == Presence::counted
                           ? known_range(shown[id], earlier.published->policy())
                           : Range{0, unbounded};
    if (same != now.end() && counts.cells()[same->second].value == old[id].value &&
        counts.cells()[same->second].presence == old[id].presence) {
      variable[id] = same->second;
      system.before[same->second] = meet(system.before[same->second], told);
    } else {
      variable[id] = static_cast<Var>(system.truth.size());
      system.truth.push_back(old[id].value);
      system.before.push_back(told);
    }
  }
  for (const Relation& relation : earlier.counts->relations()) {
    if (!linked(*earlier.counts, relation)) continue;
    Relation mapped = relation;
    for (Term& term : mapped) term.cell = variable[term.cell];
    std::vector<std::pair<Var, std::int64_t>> form;
    for (const Term& term : in_order(mapped)) form.emplace_back(term.cell, term.coefficient);
    if (present.insert(std::move(form)).second) system.equations.push(mapped);
  }
  for (std::size_t i = 0; i < earlier.counts->figures().size(); ++i) {
    const Shown& figure = earlier.published->figures()[i];
    if (figure.symbol != Symbol::exact && figure.symbol != Symbol::at_least &&
        figure.symbol != Symbol::at_most)
      continue;
    const Figure& from = earlier.counts->figures()[i];
    OldFigure entry{from.numerator, variable[from.denominator], from.kind, figure};
    for (Term& term : entry.numerator) term.cell = variable[term.cell];
    system.old_figures.push_back(std::move(entry));
  }
}

}  // namespace

System make_system(const RawCounts& counts, std::span<const Earlier> earlier) {
  System system;
  system.cells = counts.cells().size();
  system.truth.reserve(system.cells);
  for (const Cell& cell : counts.cells()) system.truth.push_back(cell.value);
  system.before.assign(system.cells, Range{0, unbounded});
  for (const Relation& relation : counts.relations())
    if (linked(counts, relation)) system.equations.push(relation);
  if (!earlier.empty()) {
    std::set<std::vector<std::pair<Var, std::int64_t>>> present;
    for (const Relation& relation : counts.relations()) {
      std::vector<std::pair<Var, std::int64_t>> form;
      for (const Term& term : in_order(relation)) form.emplace_back(term.cell, term.coefficient);
      present.insert(std::move(form));
    }
    for (const Earlier& one : earlier) add_earlier(system, counts, one, present);
  }
  system.of_variable = transposed(system.equations, system.truth.size());
  system.lines = system.equations;
  for (const Relation& relation : counts.implied())
    if (linked(counts, relation)) system.lines.push(relation);
  system.lines_of = transposed(system.lines, system.truth.size());
  return system;
}

bool zero_tells(const RawCounts& counts, const Cell& cell, const Policy& policy) {
  return cell.sensitive && cell.group != no_cell && counts.cells()[cell.group].value < policy.open_group;
}

Split split(const RawCounts& counts, const Figure& figure) {
  std::int64_t part = 0;
  for (const Term& term : figure.numerator) part += counts.cells()[term.cell].value;
  return {part, counts.cells()[figure.denominator].value - part};
}

bool is_small(std::int64_t count, bool zero_too, const Policy& policy) {
  return count < policy.threshold && (count > 0 || zero_too);
}

}  // namespace mektep::privacy
