#include "generator/statistics/privacy/lp_attacker.h"

#include <glpk.h>

#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>

namespace mektep::testing {

using namespace mektep::privacy;

namespace {

constexpr double school_limit = 20'000;

struct Problem {
  glp_prob* lp = glp_create_prob();
  std::vector<int> column;  // of each cell, 0 = known
  std::vector<std::int64_t> known;
  std::vector<CellId> cell_of{no_cell};  // by column

  Problem() = default;
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;
  ~Problem() { glp_delete_prob(lp); }

  void add_row(const std::map<CellId, double>& terms, double low, double high) {
    std::vector<int> columns{0};
    std::vector<double> values{0};
    double constant = 0;
    for (const auto& [cell, coefficient] : terms) {
      if (column[cell] == 0) {
        constant += coefficient * static_cast<double>(known[cell]);
      } else {
        columns.push_back(column[cell]);
        values.push_back(coefficient);
      }
    }
    if (columns.size() == 1) return;
    const int row = glp_add_rows(lp, 1);
    const bool from_below = std::isfinite(low), from_above = std::isfinite(high);
    glp_set_row_bnds(lp, row,
                     from_below && from_above ? (low == high ? GLP_FX : GLP_DB)
                     : from_below             ? GLP_LO
                                              : GLP_UP,
                     low - constant, high - constant);
    glp_set_mat_row(lp, row, static_cast<int>(columns.size()) - 1, columns.data(), values.data());
  }
};

void set_up(Problem& problem, const RawCounts& links, const std::vector<Shown>& cells,
            const std::vector<Shown>& figures, const Policy& policy) {
  for (CellId id = 0; id < cells.size(); ++id) {
    const Shown& shown = cells[id];
    problem.known.push_back(shown.symbol == Symbol::exact ? shown.value : 0);
    problem.column.push_back(0);
    if (shown.symbol != Symbol::below && shown.symbol != Symbol::hidden) continue;
    const int column = glp_add_cols(problem.lp, 1);
    const double high =
        shown.symbol == Symbol::below ? static_cast<double>(policy.threshold - 1) : school_limit;
    glp_set_col_bnds(problem.lp, column, GLP_DB, static_cast<double>(shown.lowest), high);
    problem.column.back() = column;
    problem.cell_of.push_back(id);
  }
  const double infinite = HUGE_VAL;
  for (const Relation& relation : links.relations()) {
    std::map<CellId, double> terms;
    bool usable = true;
    for (const Term& term : relation) {
      usable = usable && cells[term.cell].symbol != Symbol::not_available;
      terms[term.cell] += static_cast<double>(term.coefficient);
    }
    if (usable) problem.add_row(terms, 0, 0);
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = links.figures()[i];
    const Shown& shown = figures[i];
    const bool exact = shown.symbol == Symbol::exact;
    if (!exact && shown.symbol != Symbol::at_least && shown.symbol != Symbol::at_most) continue;
    const double value = static_cast<double>(shown.value) / std::pow(10, shown.decimals);
    const double half = exact ? 0.5 / std::pow(10, shown.decimals) : 0;
    const auto bound = [&](double limit, double low, double high) {
      std::map<CellId, double> terms;
      for (const Term& term : figure.numerator) terms[term.cell] += static_cast<double>(term.coefficient);
      terms[figure.denominator] -= limit;
      problem.add_row(terms, low, high);
    };
    if (shown.symbol != Symbol::at_most) bound(value - half, 0, infinite);
    if (shown.symbol != Symbol::at_least) bound(value + half, -infinite, 0);
  }
}

}  // namespace

std::vector<Range> lp_attack(const RawCounts& links, const std::vector<Shown>& cells,
                             const std::vector<Shown>& figures, const Policy& policy, std::int64_t enough) {
  glp_term_out(GLP_OFF);
  Problem problem;
  set_up(problem, links, cells, figures, policy);
  const int columns = glp_get_num_cols(problem.lp);
  std::vector<double> low(static_cast<std::size_t>(columns) + 1, HUGE_VAL);
  std::vector<double> high(static_cast<std::size_t>(columns) + 1, -HUGE_VAL);
  glp_smcp options;
  glp_init_smcp(&options);
  const auto solve = [&](int direction) {
    glp_set_obj_dir(problem.lp, direction);
    int error = glp_simplex(problem.lp, &options);
    if (error != 0) {
      glp_adv_basis(problem.lp, 0);
      error = glp_simplex(problem.lp, &options);
    }
    if (error != 0 || glp_get_status(problem.lp) != GLP_OPT)
      throw std::runtime_error("nothing fits what is published");
    for (int c = 1; c <= columns; ++c) {
      const double value = glp_get_col_prim(problem.lp, c);
      low[static_cast<std::size_t>(c)] = std::min(low[static_cast<std::size_t>(c)], value);
      high[static_cast<std::size_t>(c)] = std::max(high[static_cast<std::size_t>(c)], value);
    }
  };
  const auto whole = [&](int c) {
    return Range{static_cast<std::int64_t>(std::ceil(low[static_cast<std::size_t>(c)] - 1e-6)),
                 static_cast<std::int64_t>(std::floor(high[static_cast<std::size_t>(c)] + 1e-6))};
  };
  const auto open = [&](int c) { return whole(c).high - whole(c).low >= enough; };
  if (columns > 0) {
    glp_adv_basis(problem.lp, 0);
    solve(GLP_MIN);
  }
  for (int c = 1; c <= columns; ++c) {
    if (open(c)) continue;
    glp_set_obj_coef(problem.lp, c, 1);
    solve(GLP_MAX);
    if (!open(c)) solve(GLP_MIN);
    glp_set_obj_coef(problem.lp, c, 0);
  }
  std::vector<Range> ranges;
  for (CellId id = 0; id < cells.size(); ++id)
    ranges.push_back(problem.column[id] == 0 ? Range{problem.known[id], problem.known[id]}
                                             : whole(problem.column[id]));
  return ranges;
}

}  // namespace mektep::testing
