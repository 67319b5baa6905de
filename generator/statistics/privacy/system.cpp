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

// The cells of an earlier publication that can still matter: those that are published now or were hidden, and
// hang together with one that is published now by sums or figures. Whatever is known cuts the connection.
std::vector<bool> cells_that_matter(const Earlier& earlier, const std::vector<Range>& told,
                                    const std::vector<bool>& now) {
  const RawCounts& old = *earlier.counts;
  std::vector<std::vector<CellId>> groups;
  for (const Relation& relation : old.relations()) {
    if (!linked(old, relation)) continue;
    std::vector<CellId>& group = groups.emplace_back();
    for (const Term& term : relation) group.push_back(term.cell);
  }
  for (const Figure& figure : old.figures()) {
    std::vector<CellId>& group = groups.emplace_back(1, figure.denominator);
    for (const Term& term : figure.numerator) group.push_back(term.cell);
  }
  std::vector<std::vector<std::uint32_t>> of_cell(told.size());
  for (std::uint32_t g = 0; g < groups.size(); ++g)
    for (const CellId cell : groups[g])
      if (told[cell].low != told[cell].high || now[cell]) of_cell[cell].push_back(g);
  std::vector<bool> matters = now, seen(groups.size());
  std::vector<CellId> work;
  for (CellId cell = 0; cell < now.size(); ++cell)
    if (now[cell]) work.push_back(cell);
  while (!work.empty()) {
    const CellId cell = work.back();
    work.pop_back();
    for (const std::uint32_t g : of_cell[cell]) {
      if (seen[g]) continue;
      seen[g] = true;
      for (const CellId next : groups[g]) {
        if (matters[next]) continue;
        matters[next] = true;
        work.push_back(next);
      }
    }
  }
  return matters;
}

// Adds what one earlier publication has told. A cell that has not changed is the same variable: readers may
// well guess that most of a table is unchanged, so we presume that they know which part is.
void add_earlier(System& system, const RawCounts& counts, const Earlier& earlier,
                 std::set<std::vector<std::pair<Var, std::int64_t>>>& present) {
  std::unordered_map<std::string_view, CellId> now;
  for (CellId id = 0; id < counts.cells().size(); ++id) now.emplace(counts.cells()[id].key, id);
  const std::vector<Cell>& old = earlier.counts->cells();
  const std::vector<Shown>& shown = earlier.published->cells();
  std::vector<Range> told(old.size(), Range{0, unbounded});
  std::vector<bool> is_now(old.size());
  for (CellId id = 0; id < old.size(); ++id) {
    if (old[id].presence == Presence::counted && !old[id].unshown)
      told[id] = known_range(shown[id], earlier.published->policy());
    is_now[id] = now.contains(old[id].key);
  }
  const std::vector<bool> matters = cells_that_matter(earlier, told, is_now);
  std::vector<Var> variable(old.size(), no_cell);
  for (CellId id = 0; id < old.size(); ++id) {
    if (!matters[id]) continue;
    const auto same = now.find(old[id].key);
    if (same != now.end() && counts.cells()[same->second].value == old[id].value &&
        counts.cells()[same->second].presence == old[id].presence) {
      variable[id] = same->second;
      system.before[same->second] = meet(system.before[same->second], told[id]);
    } else {
      variable[id] = static_cast<Var>(system.truth.size());
      system.truth.push_back(old[id].value);
      system.old_keys.push_back(old[id].key);
      system.before.push_back(told[id]);
    }
  }
  const auto all_matter = [&](std::span<const Term> terms) {
    return std::ranges::all_of(terms, [&](const Term& term) { return matters[term.cell]; });
  };
  for (const Relation& relation : earlier.counts->relations()) {
    if (!linked(*earlier.counts, relation) || !all_matter(relation)) continue;
    Relation mapped = relation;
    for (Term& term : mapped) term.cell = variable[term.cell];
    std::vector<std::pair<Var, std::int64_t>> form;
    for (const Term& term : in_order(mapped)) form.emplace_back(term.cell, term.coefficient);
    if (present.insert(std::move(form)).second) system.equations.push(mapped);
  }
  for (std::size_t i = 0; i < earlier.counts->figures().size(); ++i) {
    const Shown& figure = earlier.published->figures()[i];
    const Figure& from = earlier.counts->figures()[i];
    if (figure.symbol != Symbol::exact && figure.symbol != Symbol::at_least &&
        figure.symbol != Symbol::at_most)
      continue;
    if (!all_matter(from.numerator) || !matters[from.denominator]) continue;
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
  if (cell.zero_is_small) return true;
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
