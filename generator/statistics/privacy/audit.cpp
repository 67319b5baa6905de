#include "statistics/privacy/audit.h"

#include <algorithm>
#include <numeric>

#include "statistics/privacy/worlds.h"

namespace mektep::privacy {
namespace {

constexpr std::uint32_t none = no_cell;

struct Question {
  std::vector<Unknown> unknowns;
  std::vector<Exposed> names;
  std::vector<Relation> rows;
};

class Auditor {
 public:
  Auditor(const RawCounts& counts, const Policy& policy, const System& system, const Draft& draft,
          const std::vector<bool>& where)
      : counts_(counts), policy_(policy), system_(system), draft_(draft), where_(where) {}

  std::vector<Exposed> run() {
    list_unknowns();
    for (std::size_t e = 0; e < system_.equations.size(); ++e) add_row(system_.equations[e]);
    for (std::uint32_t f = 0; f < counts_.figures().size(); ++f) {
      const Figure& figure = counts_.figures()[f];
      add_figure(draft_.figures[f], f, figure.kind, figure.numerator, figure.denominator);
    }
    for (const OldFigure& old : system_.old_figures)
      add_figure(old.shown, no_cell, old.kind, old.numerator, old.denominator);
    return answer();
  }

 private:
  void list_unknowns() {
    unknown_of_.assign(system_.truth.size(), none);
    for (Var v = 0; v < system_.truth.size(); ++v) {
      const bool present = v < system_.cells;
      Range range = system_.before[v];
      if (present) {
        if (counts_.cells()[v].presence != Presence::counted) continue;
        const Range now = known_range(draft_.cells[v], policy_);
        range = {std::max(range.low, now.low), std::min(range.high, now.high)};
      }
      if (range.low == range.high) continue;
      unknown_of_[v] =
          add_unknown({present ? draft_.cells[v].key : system_.old_keys[v - system_.cells], v, no_cell, {}},
                      system_.truth[v], range);
    }
  }

  std::uint32_t add_unknown(Exposed name, std::int64_t truth, Range range) {
    question_.unknowns.push_back({.value = truth,
                                  .possible = range,
                                  .wanted = std::min(policy_.threshold - 1, range.high - range.low)});
    question_.names.push_back(std::move(name));
    return static_cast<std::uint32_t>(question_.unknowns.size() - 1);
  }

  Relation restricted(std::span<const Term> terms) const {
    Relation row;
    for (const Term& term : terms)
      if (unknown_of_[term.cell] != none) row.push_back({unknown_of_[term.cell], term.coefficient});
    return row;
  }

  void add_row(std::span<const Term> terms) {
    if (Relation row = restricted(terms); !row.empty()) question_.rows.push_back(std::move(row));
  }

  // A shown figure is taken to give away its numerator and its group exactly, which is more than rounding
  // leaves.
  void add_figure(const Shown& shown, std::uint32_t index, FigureKind kind,
                  const std::vector<Term>& numerator, Var denominator) {
    const Term group{denominator, 1};
    if (shown.symbol == Symbol::exact) {
      add_row(numerator);
      add_row({&group, 1});
      return;
    }
    const bool few = shown.symbol == Symbol::hidden && shown.why == Why::small_group;
    const bool coded = shown.symbol == Symbol::at_least || shown.symbol == Symbol::at_most;
    if (kind != FigureKind::percentage || (!few && !coded)) return;
    // A new unknown: those in, or those left over.
    const bool left = shown.symbol == Symbol::at_least;
    std::vector<Term> terms;
    for (const Term& term : numerator) terms.push_back({term.cell, left ? -1 : 1});
    if (left) terms.push_back(group);
    std::int64_t truth = 0;
    for (const Term& term : terms) truth += term.coefficient * system_.truth[term.cell];
    Range range{shown.lowest, (left ? 100 - shown.value : shown.value) * system_.truth[denominator] / 100};
    if (few) range = {0, unknown_of_[denominator] == none ? system_.truth[denominator] : unbounded};
    if (coded) add_row({&group, 1});
    Relation row = restricted(terms);
    // A small group of which nothing is hidden: the wider unit shows that nobody there is meant.
    if (few && row.empty()) return;
    const std::uint32_t sum = add_unknown({shown.key, no_cell, index, {}}, truth, range);
    row.push_back({sum, -1});
    question_.rows.push_back(std::move(row));
  }

  bool concerns(const std::vector<std::uint32_t>& members) const {
    return where_.empty() || std::ranges::any_of(members, [&](std::uint32_t u) {
             const auto& [key, variable, figure, possible] = question_.names[u];
             if (variable == no_cell && figure == no_cell) return false;
             return where_[variable != no_cell ? variable : counts_.figures()[figure].denominator];
           });
  }

  // Splits the question into parts that have nothing to do with each other, and walks in each.
  std::vector<Exposed> answer() {
    std::vector<std::uint32_t> root(question_.unknowns.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t u) {
      while (root[u] != u) u = root[u] = root[root[u]];
      return u;
    };
    for (const Relation& row : question_.rows)
      for (const Term& term : row) root[find(term.cell)] = find(row.front().cell);
    std::vector<std::vector<std::uint32_t>> members(root.size());
    std::vector<std::vector<std::uint32_t>> rows(root.size());
    for (std::uint32_t u = 0; u < root.size(); ++u) members[find(u)].push_back(u);
    for (std::uint32_t r = 0; r < question_.rows.size(); ++r)
      rows[find(question_.rows[r].front().cell)].push_back(r);
    std::vector<Exposed> exposed;
    std::vector<std::uint32_t> local(root.size());
    for (std::uint32_t part = 0; part < root.size(); ++part) {
      if (members[part].empty() || !concerns(members[part])) continue;
      std::vector<Unknown> unknowns;
      for (const std::uint32_t u : members[part]) {
        local[u] = static_cast<std::uint32_t>(unknowns.size());
        unknowns.push_back(question_.unknowns[u]);
      }
      std::vector<Relation> equations;
      for (const std::uint32_t r : rows[part]) {
        Relation row = question_.rows[r];
        for (Term& term : row) term.cell = local[term.cell];
        equations.push_back(std::move(row));
      }
      Worlds worlds(std::move(unknowns), std::move(equations));
      worlds.explore();
      for (std::size_t i = 0; i < members[part].size(); ++i)
        if (const Unknown& unknown = worlds.unknowns()[i]; !unknown.is_open()) {
          exposed.push_back(std::move(question_.names[members[part][i]]));
          exposed.back().possible = unknown.visited;
        }
    }
    return exposed;
  }

  const RawCounts& counts_;
  const Policy& policy_;
  const System& system_;
  const Draft& draft_;
  const std::vector<bool>& where_;
  std::vector<std::uint32_t> unknown_of_;
  Question question_;
};

}  // namespace

std::vector<Exposed> audit(const RawCounts& counts, const Policy& policy, const System& system,
                           const Draft& draft, const std::vector<bool>& where) {
  return Auditor(counts, policy, system, draft, where).run();
}

}  // namespace mektep::privacy
