// What is linked with what, as numbered variables and linear equations: the cells of the counts, then those
// cells of earlier publications whose value has changed since. Inside this folder only.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "statistics/privacy/counts.h"
#include "statistics/privacy/release.h"
#include "statistics/privacy/shown.h"

namespace mektep::privacy {

using Var = std::uint32_t;

// A list of lists in two vectors.
template <class T>
struct Lists {
  std::vector<std::uint32_t> first{0};
  std::vector<T> items;
  std::size_t size() const { return first.size() - 1; }
  std::span<const T> operator[](std::size_t i) const {
    return {items.data() + first[i], items.data() + first[i + 1]};
  }
  void push(std::span<const T> list) {
    items.insert(items.end(), list.begin(), list.end());
    first.push_back(static_cast<std::uint32_t>(items.size()));
  }
};

// A figure that an earlier publication has shown and nobody can take back.
struct OldFigure {
  std::vector<Term> numerator;  // cells are variables of the system
  Var denominator = 0;
  FigureKind kind = FigureKind::percentage;
  Shown shown;
};

struct System {
  std::size_t cells = 0;              // variables below this are the cells of RawCounts
  std::vector<std::int64_t> truth;    // of each variable
  std::vector<std::string> old_keys;  // of the variables from `cells` on
  std::vector<Range> before;          // what earlier publications alone tell of it
  Lists<Term> equations;              // Σ coefficient × variable = 0
  Lists<Term> of_variable;            // variable → {equation, coefficient}
  Lists<Term> lines;                  // the equations, and those that follow from them
  Lists<Term> lines_of;               // variable → {line, coefficient}
  std::vector<OldFigure> old_figures;
};

System make_system(const RawCounts& counts, std::span<const Earlier> earlier);

// True when a zero there says something about every child of the group (D2.4).
bool zero_tells(const RawCounts& counts, const Cell& cell, const Policy& policy);

// The count behind a percentage, and how many are left of the group.
struct Split {
  std::int64_t part = 0;
  std::int64_t rest = 0;
};
Split split(const RawCounts& counts, const Figure& figure);
bool is_small(std::int64_t count, bool zero_too, const Policy& policy);

}  // namespace mektep::privacy
