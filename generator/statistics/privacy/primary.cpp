#include "statistics/privacy/primary.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

#include "statistics/privacy/system.h"

namespace mektep::privacy {
namespace {

// Half away from zero, of a quotient that is not negative or whose sign the numerator carries.
std::int64_t rounded(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t twice = std::abs(numerator) * 2 + denominator;
  const std::int64_t quotient = twice / (denominator * 2);
  return numerator < 0 ? -quotient : quotient;
}

Shown cell_shown(const RawCounts& counts, const Cell& cell, const Policy& policy) {
  Shown shown{.key = cell.key};
  if (cell.unshown) return shown;
  if (cell.presence != Presence::counted) {
    shown.symbol = cell.presence == Presence::not_applicable ? Symbol::not_applicable : Symbol::not_available;
    return shown;
  }
  const bool tells = zero_tells(counts, cell, policy);
  // D2.2: marks of a group that is too small are not published at all, not even zeros.
  const bool few =
      cell.sensitive && cell.group != no_cell && counts.cells()[cell.group].value < policy.min_group;
  shown.lowest = tells || few ? 0 : 1;
  if (cell.always_shown || (!few && !is_small(cell.value, tells, policy))) {
    shown.symbol = Symbol::exact;
    shown.value = cell.value;
  } else {
    shown.why = few ? Why::small_group : cell.value == 0 ? Why::nobody : Why::small;
    shown.symbol = !few && policy.below_symbol ? Symbol::below : Symbol::hidden;
  }
  return shown;
}

void code(Shown& shown, Symbol symbol, std::int64_t percent) {
  shown.symbol = symbol;
  shown.value = percent;
  shown.decimals = 0;
}

Shown figure_exact(const RawCounts& counts, const Figure& figure) {
  std::int64_t sum = 0;
  for (const Term& term : figure.numerator) sum += term.coefficient * counts.cells()[term.cell].value;
  for (int i = 0; i < figure.decimals; ++i) sum *= 10;
  return {.key = figure.key,
          .symbol = Symbol::exact,
          .decimals = figure.decimals,
          .value = rounded(sum, counts.cells()[figure.denominator].value)};
}

Shown figure_shown(const RawCounts& counts, const Figure& figure, const Policy& policy) {
  Shown shown{.key = figure.key, .decimals = figure.decimals};
  const Cell& group = counts.cells()[figure.denominator];
  for (const Term& term : figure.numerator) {
    const Presence presence = counts.cells()[term.cell].presence;
    if (presence == Presence::not_available) shown.symbol = Symbol::not_available;
  }
  if (group.presence != Presence::counted || group.value == 0) shown.symbol = Symbol::not_applicable;
  if (shown.symbol != Symbol::hidden) return shown;
  if (group.value < policy.min_group) {
    shown.why = Why::small_group;
    return shown;
  }
  shown = figure_exact(counts, figure);
  if (figure.kind != FigureKind::percentage) return shown;
  const auto [part, rest] = split(counts, figure);
  const bool tells = group.value < policy.open_group;
  const bool few_in = is_small(part, tells, policy);
  const bool few_out = is_small(rest, tells, policy);
  if (!few_in && !few_out) return shown;
  shown.lowest = tells ? 0 : 1;
  shown.why = part == 0 || rest == 0 ? Why::nobody : Why::small;
  // D2.4: the code says no more than `<5` says of the count behind it, so it widens as groups shrink.
  const std::int64_t sure = (group.value - (policy.threshold - 1)) * 100 / group.value;
  const std::int64_t bound = std::min(sure / policy.coded_step * policy.coded_step, 100 - policy.coded_step);
  if (few_in && few_out)
    shown = {.key = figure.key, .why = Why::small};
  else if (few_out)
    code(shown, Symbol::at_least, bound);
  else
    code(shown, Symbol::at_most, 100 - bound);
  return shown;
}

// Where a wider unit shows that it has nobody, all its parts are known to have nobody: hiding them would only
// pretend.
void show_implied_zeros(const RawCounts& counts, Draft& draft) {
  const auto is_open_zero = [&](CellId id) {
    return draft.cells[id].symbol == Symbol::exact && draft.cells[id].value == 0;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (const Relation& relation : counts.relations()) {
      // One side of the equation is shown to be zero, so the other side is.
      for (const bool positive : {true, false}) {
        const auto on_side = [&](const Term& t) { return (t.coefficient > 0) == positive; };
        if (std::ranges::any_of(relation, [&](const Term& t) { return on_side(t) && !is_open_zero(t.cell); }))
          continue;
        for (const Term& t : relation) {
          Shown& shown = draft.cells[t.cell];
          if (on_side(t) || is_open_zero(t.cell) || counts.cells()[t.cell].presence != Presence::counted)
            continue;
          shown.symbol = Symbol::exact;
          shown.why = Why::none;
          changed = true;
        }
      }
    }
  }
}

// The same for percentages: when the grade shows 100 %, so does each of its classes.
void show_implied_figures(const RawCounts& counts, Draft& draft) {
  for (std::size_t i = 0; i < draft.figures.size(); ++i) {
    const Figure& figure = counts.figures()[i];
    Shown& shown = draft.figures[i];
    if (figure.kind != FigureKind::percentage || shown.why != Why::nobody) continue;
    for (std::uint32_t next = figure.wider; next != no_cell; next = counts.figures()[next].wider) {
      const Shown& wide = draft.figures[next];
      if (wide.symbol != Symbol::exact) continue;
      const Split inner = split(counts, figure);
      const Split outer = split(counts, counts.figures()[next]);
      if ((outer.part != 0 || inner.part != 0) && (outer.rest != 0 || inner.rest != 0)) continue;
      shown = figure_exact(counts, figure);
      break;
    }
  }
}

// D2.6: the difference between two publications is a table too. A small one concerns a few children whom
// others can name (who came last week?).
void hide_small_changes(const RawCounts& counts, const Policy& policy, const Earlier& earlier, Draft& draft) {
  std::unordered_map<std::string_view, CellId> old;
  for (CellId id = 0; id < earlier.counts->cells().size(); ++id)
    old.emplace(earlier.counts->cells()[id].key, id);
  for (CellId id = 0; id < counts.cells().size(); ++id) {
    const Cell& cell = counts.cells()[id];
    const auto found = old.find(cell.key);
    if (!cell.sensitive || found == old.end() || draft.cells[id].symbol != Symbol::exact) continue;
    const std::int64_t change = std::abs(cell.value - earlier.counts->cells()[found->second].value);
    if (change == 0 || change >= policy.threshold ||
        earlier.published->cells()[found->second].symbol != Symbol::exact || cell.always_shown)
      continue;
    draft.cells[id].symbol = Symbol::hidden;
    draft.cells[id].why = Why::small_change;
    if (cell.value == 0) draft.cells[id].lowest = 0;
    draft.cells[id].value = 0;
  }
}

}  // namespace

Draft hide_primary(const RawCounts& counts, const Policy& policy, std::span<const Earlier> earlier) {
  Draft draft;
  draft.cells.reserve(counts.cells().size());
  for (const Cell& cell : counts.cells()) draft.cells.push_back(cell_shown(counts, cell, policy));
  draft.figures.reserve(counts.figures().size());
  for (const Figure& figure : counts.figures()) draft.figures.push_back(figure_shown(counts, figure, policy));
  show_implied_zeros(counts, draft);
  show_implied_figures(counts, draft);
  for (const Earlier& one : earlier) hide_small_changes(counts, policy, one, draft);
  settle_figures(counts, draft);
  return draft;
}

void settle_figures(const RawCounts& counts, Draft& draft) {
  for (std::size_t i = 0; i < draft.figures.size(); ++i) {
    Shown& shown = draft.figures[i];
    if (shown.symbol == Symbol::not_applicable || shown.symbol == Symbol::not_available) continue;
    if (shown.symbol == Symbol::hidden ||
        draft.cells[counts.figures()[i].denominator].symbol == Symbol::exact)
      continue;
    shown.symbol = Symbol::hidden;
    shown.why = Why::complement;
    shown.value = 0;
  }
  // D2.2: a class that is too small refers to its grade, a grade to its level, a level to the school.
  for (std::size_t i = 0; i < draft.figures.size(); ++i) {
    Shown& shown = draft.figures[i];
    if (shown.symbol != Symbol::hidden || shown.why != Why::small_group) continue;
    for (std::uint32_t next = counts.figures()[i].wider; next != no_cell; next = counts.figures()[next].wider)
      if (draft.figures[next].why != Why::small_group) {
        shown.wider = counts.figures()[next].key;
        break;
      }
  }
}

}  // namespace mektep::privacy
