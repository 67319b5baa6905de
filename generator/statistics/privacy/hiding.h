// The state of complementary suppression: what may move, how far, and at what loss to readers. Inside this
// folder only.
#pragma once
#include <cstdint>
#include <vector>

#include "statistics/privacy/primary.h"
#include "statistics/privacy/system.h"

namespace mektep::privacy {

inline constexpr std::int32_t fixed_cost = -1;  // can never be hidden

// A way to change several variables at once so that every sum still holds: variable += t × sign for t in
// `steps`. Every t gives another school that a reader cannot tell from the true one.
struct Direction {
  std::vector<Term> moves;             // cell is a variable, coefficient its sign
  Range steps;                         // t, around 0
  std::vector<std::uint32_t> figures;  // to be hidden for its sake
  std::int64_t cost = 0;
  bool coarse = false;   // `<5` among the moves becomes `c`
  bool one_way = false;  // t ≥ 0 only
};

class Hiding {
 public:
  // Coded figures whose rest (or part) must stay as open as the code says, as a function of the variables.
  struct Sum {
    std::vector<Term> terms;
    Range limit;
    Range reached;
    std::uint32_t figure = 0;
  };

  Hiding(const RawCounts& counts, const Policy& policy, const System& system, Draft& draft);

  const System& system() const { return system_; }
  std::int32_t cost(Var v) const { return cost_[v]; }  // 0 = hidden already
  bool is_below(Var v) const { return v < system_.cells && draft_.cells[v].symbol == Symbol::below; }
  // The values that v may take while it is hidden; `coarse`: as if `<5` were `c`.
  Range limit(Var v, bool coarse) const;
  const Range& coarse_limit(Var v) const { return coarse_limit_[v]; }
  const Range& reached(Var v) const { return reached_[v]; }
  // How many values more than one a reader must think possible.
  std::int64_t wanted(Var v, bool coarse) const;
  bool is_safe(Var v) const { return reached_[v].high - reached_[v].low >= wanted(v, false); }

  // The school at which directions start: the truth, or one that a walk from there has come to.
  std::int64_t value(Var v) const { return world_[v]; }
  std::int64_t value(const Sum& sum) const;
  void walk(const Direction& direction);  // to the far end of its steps
  void go_home();

  // Figures: those shown forbid to move what they are computed from; completes cost, figures and steps.
  void settle(Direction& direction) const;
  void apply(const Direction& direction);

  const Sum* sum_of(std::uint32_t figure) const;  // nullptr when it says nothing to be kept open
  void hide(Var v);                               // shown so far, or `<5`: now `c`
  // The last resort: hides the cheapest cell of every sum that v is in, shows `c` instead of `<5` there, and
  // hides the figures computed from them. `widely`: of the cells in these sums, too.
  void hide_around(Var v, bool widely);
  bool is_safe(const Sum& sum) const;
  std::int64_t wanted(const Sum& sum) const;

 private:
  void fix_what_follows();
  void index_figures();
  void list_sums();

  const RawCounts& counts_;
  const Policy& policy_;
  const System& system_;
  Draft& draft_;
  std::vector<std::int32_t> cost_;
  std::vector<Range> coarse_limit_;
  std::vector<std::int64_t> world_;
  std::vector<Var> away_;  // variables that differ from the truth in it
  std::vector<Range> reached_;
  Lists<Term> figures_of_;          // variable → {figure, weight}; old figures follow the present ones
  Lists<std::uint32_t> groups_of_;  // variable → figures with this denominator
  std::vector<Sum> sums_;
  std::vector<std::int32_t> sum_of_figure_;
};

std::int64_t delta(const std::vector<Term>& terms, const Direction& direction);

}  // namespace mektep::privacy
