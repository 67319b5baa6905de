// The raw counts of a school that are published together, with everything that links them: the sums (classes
// make a grade, marks make a class), and the percentages and averages computed from them. Raw: no output
// accepts this type; `release` (release.h) makes the type that outputs accept.
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace mektep::privacy {

using CellId = std::uint32_t;
inline constexpr CellId no_cell = std::numeric_limits<CellId>::max();

// How much readers would miss it: what must be hidden besides is taken from the least important.
enum class Importance : std::uint8_t { detail, normal, key };

enum class Presence : std::uint8_t { counted, not_applicable, not_available };

struct Cell {
  // Unique and the same from one publication to the next: "progress/2025-2026/q1/7-a/algebra/n5".
  std::string key;
  std::int64_t value = 0;
  CellId group = no_cell;  // the number of those among whom this counts; none for a number of pupils itself
  bool sensitive = false;  // says something about pupils (marks, absence), not only how many they are
  bool always_shown = false;  // public by law (the number of all learners, DISC-20): never hidden
  Importance importance = Importance::normal;
  Presence presence = Presence::counted;
  // "Nobody" looks like 1…4, where it would give another count away: departures, when start and end are
  // public.
  bool zero_is_small = false;
  // Stands in no table of this publication, yet must not be worked out: a cell of another term.
  bool unshown = false;
};

// Σ coefficient × cell = 0.
struct Term {
  CellId cell = no_cell;
  std::int64_t coefficient = 1;
  bool operator==(const Term&) const = default;
};
using Relation = std::vector<Term>;

enum class FigureKind : std::uint8_t { percentage, average };

// A figure computed from cells: Σ weight × cell ÷ denominator. Weights of a percentage are all 100.
struct Figure {
  std::string key;
  FigureKind kind = FigureKind::percentage;
  std::vector<Term> numerator;
  CellId denominator = no_cell;
  int decimals = 1;
  Importance importance = Importance::key;
  std::uint32_t wider =
      no_cell;  // index of the same figure of the next wider unit: class → grade → level → school
};

class RawCounts {
 public:
  CellId add(Cell cell);
  // total = Σ parts; also between units: grade = its classes.
  void add_total(CellId total, std::span<const CellId> parts);
  // start + arrived − departed = end (JRN-17).
  void add_balance(CellId start, CellId arrived, CellId departed, CellId end);
  void add_relation(Relation relation);
  // One that follows from the others (marks of a grade, when those of its classes are given): says nothing
  // new, but shows where to hide.
  void add_implied(Relation relation);
  std::uint32_t add_percentage(std::string key, std::span<const CellId> numerator, CellId denominator,
                               int decimals = 1);
  std::uint32_t add_average(std::string key, std::vector<Term> weighted, CellId denominator,
                            int decimals = 2);
  Figure& figure(std::uint32_t index) { return figures_[index]; }

  Cell& cell(CellId id) { return cells_[id]; }
  const std::vector<Cell>& cells() const { return cells_; }
  const std::vector<Relation>& relations() const { return relations_; }
  const std::vector<Relation>& implied() const { return implied_; }
  const std::vector<Figure>& figures() const { return figures_; }

 private:
  std::vector<Cell> cells_;
  std::vector<Relation> relations_;
  std::vector<Relation> implied_;
  std::vector<Figure> figures_;
};

}  // namespace mektep::privacy
