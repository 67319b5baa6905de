#include "statistics/privacy/worlds.h"

#include <algorithm>
#include <cmath>

namespace mektep::privacy {
namespace {
constexpr double tiny = 1e-7;
constexpr std::int64_t far = 1000;  // nobody needs to walk farther
constexpr int max_pivots = 400;
}  // namespace

Worlds::Worlds(std::vector<Unknown> unknowns, std::vector<Relation> rows)
    : unknowns_(std::move(unknowns)),
      rows_(std::move(rows)),
      row_of_(unknowns_.size(), -1),
      change_(unknowns_.size()),
      rows_of_(unknowns_.size()),
      off_(rows_.size()) {
  for (Unknown& unknown : unknowns_) unknown.visited = {unknown.value, unknown.value};
  for (std::uint32_t r = 0; r < rows_.size(); ++r)
    for (const Term& term : rows_[r]) rows_of_[term.cell].push_back({r, term.coefficient});
}

void Worlds::explore() {
  eliminate();
  // Every unknown that can change at all does so along one of these; for most tables they are all that is
  // needed.
  for (std::size_t column = 0; column < unknowns_.size(); ++column)
    if (row_of_[column] < 0) go_both_ways(column);
  for (std::size_t target = 0; target < unknowns_.size(); ++target) {
    if (!unknowns_[target].is_open()) stretch(target, 1);
    if (!unknowns_[target].is_open()) stretch(target, -1);
  }
}

void Worlds::eliminate() {
  const std::size_t width = unknowns_.size();
  table_.assign(rows_.size() * width, 0.0);
  for (std::size_t r = 0; r < rows_.size(); ++r)
    for (const Term& term : rows_[r]) at(r, term.cell) += static_cast<double>(term.coefficient);
  std::size_t done = 0;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    // The first unknown of the row is its basic one; a row without any is a sum of others.
    std::size_t column = 0;
    while (column < width && std::fabs(at(r, column)) < tiny) ++column;
    if (column == width) continue;
    if (done != r)
      std::swap_ranges(table_.begin() + static_cast<std::ptrdiff_t>(r * width),
                       table_.begin() + static_cast<std::ptrdiff_t>((r + 1) * width),
                       table_.begin() + static_cast<std::ptrdiff_t>(done * width));
    basic_.push_back(column);
    pivot(done++, column);
  }
  table_.resize(done * width);
}

void Worlds::pivot(std::size_t row, std::size_t column) {
  const std::size_t width = unknowns_.size();
  row_of_[basic_[row]] = -1;
  basic_[row] = column;
  row_of_[column] = static_cast<std::int32_t>(row);
  double* const own = &at(row, 0);
  const double by = 1.0 / own[column];
  filled_.clear();  // most of a row is zero
  for (std::size_t c = 0; c < width; ++c) {
    if (own[c] == 0.0) continue;
    own[c] *= by;
    filled_.push_back(static_cast<std::uint32_t>(c));
  }
  for (std::size_t r = 0; r * width < table_.size(); ++r) {
    if (r == row) continue;
    double* const other = &at(r, 0);
    const double factor = other[column];
    if (std::fabs(factor) < tiny) continue;
    for (const std::uint32_t c : filled_) other[c] -= factor * own[c];
    other[column] = 0.0;
  }
}

std::int64_t Worlds::direction(std::size_t column) {
  for (std::int64_t times = 1; times <= 60; ++times) {
    for (const std::uint32_t u : moving_) change_[u] = 0;
    moving_.assign(1, static_cast<std::uint32_t>(column));
    change_[column] = times;
    bool whole = true;
    for (std::size_t r = 0; r < basic_.size() && whole; ++r) {
      if (std::fabs(at(r, column)) < tiny) continue;
      const double exact = -at(r, column) * static_cast<double>(times);
      const double near = std::nearbyint(exact);
      whole = std::fabs(exact - near) < tiny;
      change_[basic_[r]] = static_cast<std::int64_t>(near);
      moving_.push_back(static_cast<std::uint32_t>(basic_[r]));
    }
    if (whole) return keeps_rows() ? times : 0;
  }
  return 0;
}

// In whole numbers, on the sums as they were given: nothing that the elimination did wrong can pass.
bool Worlds::keeps_rows() {
  for (const std::uint32_t u : moving_)
    for (const Term& in : rows_of_[u]) off_[in.cell] += in.coefficient * change_[u];
  bool keeps = true;
  for (const std::uint32_t u : moving_)
    for (const Term& in : rows_of_[u]) {
      keeps = keeps && off_[in.cell] == 0;
      off_[in.cell] = 0;
    }
  return keeps;
}

std::int64_t Worlds::room(int sign, std::size_t& stop) const {
  std::int64_t steps = far;
  stop = unknowns_.size();
  for (const std::uint32_t u : moving_) {
    if (change_[u] == 0) continue;
    const Unknown& unknown = unknowns_[u];
    const bool rises = (change_[u] > 0) == (sign > 0);
    const std::int64_t left =
        rises ? unknown.possible.high - unknown.value : unknown.value - unknown.possible.low;
    const std::int64_t most = left / std::abs(change_[u]);
    if (most < steps) {
      steps = most;
      stop = u;
    }
  }
  return steps;
}

void Worlds::visit(std::int64_t steps, bool stay) {
  for (const std::uint32_t u : moving_) {
    Unknown& unknown = unknowns_[u];
    const std::int64_t value = unknown.value + steps * change_[u];
    unknown.visited.low = std::min(unknown.visited.low, value);
    unknown.visited.high = std::max(unknown.visited.high, value);
    if (stay) unknown.value = value;
  }
}

void Worlds::go_both_ways(std::size_t column) {
  if (direction(column) == 0) return;
  std::size_t stop = 0;
  visit(room(1, stop), false);
  visit(-room(-1, stop), false);
}

// The simplex method for the greatest (sign = 1) or least value of `target`, except that it starts inside
// instead of at a corner and moves by whole numbers only.
void Worlds::stretch(std::size_t target, int sign) {
  for (int step = 0; step < max_pivots && !unknowns_[target].is_open(); ++step) {
    bool moved = false;
    for (std::size_t column = 0; column < unknowns_.size() && !moved; ++column) {
      if (row_of_[column] >= 0) continue;
      const double gain = column == target      ? 1.0
                          : row_of_[target] < 0 ? 0.0
                                                : -at(static_cast<std::size_t>(row_of_[target]), column);
      if (std::fabs(gain) < tiny) continue;
      const int way = (gain > 0) == (sign > 0) ? 1 : -1;
      const Unknown& free = unknowns_[column];
      if (way > 0 ? free.value >= free.possible.high : free.value <= free.possible.low) continue;
      if (direction(column) == 0) continue;
      std::size_t stop = 0;
      const std::int64_t steps = room(way, stop);
      if (steps > 0) visit(way * steps, true);
      if (stop < unknowns_.size() && row_of_[stop] >= 0)
        pivot(static_cast<std::size_t>(row_of_[stop]), column);
      else if (steps == 0)
        continue;
      moved = true;
    }
    if (!moved) return;
  }
}

}  // namespace mektep::privacy
