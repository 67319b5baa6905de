// Somebody who wants to know: reads what is published, knows how the numbers are linked and what the symbols
// mean, and reasons about whole numbers. Shares no code with the product.
#pragma once
#include <optional>
#include <vector>

#include "statistics/privacy/release.h"

namespace mektep::testing {

class Attacker {
 public:
  static constexpr std::int64_t school_limit = 20'000;  // no school has more pupils

  Attacker(const privacy::RawCounts& counts, const std::vector<privacy::Shown>& cells,
           const std::vector<privacy::Shown>& figures, const privacy::Policy& policy);

  // What follows from the sums alone, by narrowing again and again. False when nothing fits.
  bool narrow();
  privacy::Range known(privacy::CellId cell) const { return domain_[cell]; }
  bool was_hidden(privacy::CellId cell) const { return hidden_[cell]; }

  // A whole table that fits everything published and has `cell` within `range`. `hint` only speeds it up.
  // nullopt when there is none, or none was found within `patience` guesses.
  std::optional<std::vector<std::int64_t>> imagine(privacy::CellId cell, privacy::Range range,
                                                   const std::vector<std::int64_t>& hint,
                                                   int patience = 20'000) const;

 private:
  struct Constraint {
    std::vector<privacy::Term> terms;
    std::int64_t low = 0, high = 0;
  };
  using Domains = std::vector<privacy::Range>;
  bool narrow(Domains& domains, std::vector<std::uint32_t> work) const;
  bool guess(Domains& domains, const std::vector<std::int64_t>& hint, std::size_t from, int& patience) const;
  void add(Constraint constraint);

  Domains domain_;
  std::vector<bool> hidden_;
  std::vector<Constraint> constraints_;
  std::vector<std::vector<std::uint32_t>> of_cell_;
};

}  // namespace mektep::testing
