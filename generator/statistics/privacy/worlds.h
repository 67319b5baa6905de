// The schools that a reader cannot tell from the true one: all whole numbers within their ranges for which
// the sums hold. Starts at the truth and walks from one such school to the next; what it has visited is
// proof. Inside this folder only.
#pragma once
#include <cstdint>
#include <vector>

#include "statistics/privacy/counts.h"
#include "statistics/privacy/shown.h"

namespace mektep::privacy {

struct Unknown {
  std::int64_t value = 0;   // now; at first the truth
  Range possible;           // what stands in its own place
  Range visited;            // the least and the greatest value met
  std::int64_t wanted = 0;  // how far apart these have to be
  bool is_open() const { return visited.high - visited.low >= wanted; }
};

class Worlds {
 public:
  // Each row: Σ coefficient × unknown does not change. Cells of the terms are indices of `unknowns`.
  Worlds(std::vector<Unknown> unknowns, std::vector<Relation> rows);

  // Walks until each unknown is open or cannot be opened any further.
  void explore();
  const std::vector<Unknown>& unknowns() const { return unknowns_; }

 private:
  double& at(std::size_t row, std::size_t column) { return table_[row * unknowns_.size() + column]; }
  void eliminate();
  void pivot(std::size_t row, std::size_t column);
  void go_both_ways(std::size_t column);
  void stretch(std::size_t target, int sign);
  // The change of every unknown when `column`, which is free, changes by the number returned; 0 = not in
  // whole numbers.
  std::int64_t direction(std::size_t column);
  bool keeps_rows();
  // How many steps (in the sense of `sign`) the ranges allow; the unknown that stops the walk.
  std::int64_t room(int sign, std::size_t& stop) const;
  void visit(std::int64_t steps, bool stay);

  std::vector<Unknown> unknowns_;
  std::vector<Relation> rows_;
  std::vector<double> table_;          // reduced: one basic unknown a row
  std::vector<std::size_t> basic_;     // row → its unknown
  std::vector<std::int32_t> row_of_;   // unknown → its row, -1 = free
  std::vector<std::int64_t> change_;   // of each unknown, for one step
  std::vector<std::uint32_t> moving_;  // those whose change may differ from 0
  std::vector<Relation> rows_of_;      // unknown → the rows that it is in
  std::vector<std::int64_t> off_;      // of each row: 0 between calls
  std::vector<std::uint32_t> filled_;  // columns of the row that is being used
};

}  // namespace mektep::privacy
