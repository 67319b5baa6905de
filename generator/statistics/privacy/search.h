// Looks for the cheapest direction through a variable. Inside this folder only.
#pragma once
#include <memory>
#include <optional>

#include "statistics/privacy/hiding.h"

namespace mektep::privacy {

struct Goal {
  Var start = 0;
  int walk = 0;                      // ±1: go that way only, and take whatever widens the range at all
  const Hiding::Sum* sum = nullptr;  // widen this sum instead of the variable itself
};

// Best first over partial directions: a sum that the moves so far have broken is mended by moving another of
// its cells. Deterministic; gives up after a fixed number of steps. Keeps its memory from one search to the
// next; one thread at a time.
class DirectionFinder {
 public:
  DirectionFinder();
  ~DirectionFinder();
  DirectionFinder(const DirectionFinder&) = delete;
  DirectionFinder& operator=(const DirectionFinder&) = delete;

  std::optional<Direction> cheapest(const Hiding& hiding, const Goal& goal);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

}  // namespace mektep::privacy
