// Invented schools of all sizes: a village school with nine pupils, a town school with forty classes.
#pragma once
#include <random>

#include "statistics/privacy/school_counts.h"

namespace mektep::testing {

struct RandomSchool {
  privacy::SchoolCounts school{"2025-2026/q1"};
  explicit RandomSchool(std::uint32_t seed, int max_pupils = 34);

 private:
  std::int64_t below(std::int64_t bound) {
    return bound <= 0 ? 0 : static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(bound));
  }
  privacy::ClassNumbers marks(privacy::UnitId unit, std::int64_t pupils);
  std::mt19937 random_;
};

}  // namespace mektep::testing
