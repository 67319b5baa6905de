// The audit against an attacker who tries every number: on tables of up to ten rows and columns both must say
// the same.
#include "statistics/privacy/audit.h"

#include <random>

#include "generator/statistics/privacy/attacker.h"
#include "statistics/privacy/release.h"

namespace mektep {
namespace {

using namespace mektep::privacy;
using testing::Attacker;

struct Table {
  RawCounts counts;
  Draft draft;
};

// A table with its sums, some cells hidden at random: safe in some places, not in others.
Table random_table(std::mt19937& random) {
  const auto below = [&](std::uint32_t bound) { return static_cast<std::int64_t>(random() % bound); };
  Table table;
  const std::size_t rows = 2 + random() % 9, columns = 2 + random() % 9;
  std::vector<std::vector<CellId>> grid(rows, std::vector<CellId>(columns));
  std::vector<std::int64_t> row_sum(rows), column_sum(columns);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) {
      const std::int64_t value = below(3) == 0 ? below(4) : below(25);
      row_sum[r] += value;
      column_sum[c] += value;
      grid[r][c] = table.counts.add({.key = "cell", .value = value});
    }
  for (std::size_t r = 0; r < rows; ++r)
    table.counts.add_total(table.counts.add({.key = "row", .value = row_sum[r]}), grid[r]);
  for (std::size_t c = 0; c < columns; ++c) {
    std::vector<CellId> cells;
    for (std::size_t r = 0; r < rows; ++r) cells.push_back(grid[r][c]);
    table.counts.add_total(table.counts.add({.key = "column", .value = column_sum[c]}), cells);
  }
  const std::uint32_t rarity = 2 + static_cast<std::uint32_t>(below(4));
  for (const Cell& cell : table.counts.cells()) {
    Shown shown{.key = cell.key, .symbol = Symbol::exact, .value = cell.value};
    if (cell.key == "cell" && below(rarity) == 0) {
      shown.symbol = cell.value < 5 && below(2) == 0 ? Symbol::below : Symbol::hidden;
      shown.value = 0;
    }
    table.draft.cells.push_back(shown);
  }
  return table;
}

// By trying: the width of what is possible, no more than 4.
std::int64_t width_by_trial(const Attacker& attacker, CellId cell, const std::vector<std::int64_t>& truth) {
  std::int64_t up = 0, down = 0;
  while (up < 4 && attacker.imagine(cell, {truth[cell] + up + 1, truth[cell] + up + 1}, truth)) ++up;
  while (up + down < 4 && attacker.imagine(cell, {truth[cell] - down - 1, truth[cell] - down - 1}, truth))
    ++down;
  return up + down;
}

}  // namespace

TEST_CASE("the_audit_says_what_trying_every_number_says") {
  std::mt19937 random(1);
  int narrow = 0, open = 0;
  for (int round = 0; round < 150; ++round) {
    const Table table = random_table(random);
    const System system = make_system(table.counts, {});
    std::vector<bool> exposed(table.counts.cells().size());
    for (const Exposed& one : audit(table.counts, {}, system, table.draft)) exposed[one.variable] = true;
    Attacker attacker(table.counts, table.draft.cells, {}, {});
    REQUIRE(attacker.narrow());
    for (CellId cell = 0; cell < exposed.size(); ++cell) {
      if (!attacker.was_hidden(cell)) continue;
      INFO("round " << round << " cell " << cell);
      const bool is_open = width_by_trial(attacker, cell, system.truth) >= 4;
      CHECK(exposed[cell] == !is_open);
      (is_open ? open : narrow)++;
    }
  }
  CHECK(narrow > 300);
  CHECK(open > 300);
}

TEST_CASE("two_ones_whose_sum_is_known_are_not_safe") {
  RawCounts counts;
  const CellId a = counts.add({.key = "a", .value = 1}), b = counts.add({.key = "b", .value = 1});
  const CellId c = counts.add({.key = "c", .value = 20}), sum = counts.add({.key = "sum", .value = 22});
  counts.add_total(sum, std::vector{a, b, c});
  Draft draft;
  for (const Cell& cell : counts.cells())
    draft.cells.push_back({.key = cell.key, .symbol = Symbol::exact, .value = cell.value});
  for (const CellId cell : {a, b}) draft.cells[cell] = {.key = counts.cells()[cell].key, .lowest = 1};
  const std::vector<Exposed> exposed = audit(counts, {}, make_system(counts, {}), draft);
  REQUIRE(exposed.size() == 2);
  CHECK(exposed[0].possible == Range{1, 1});
}

TEST_CASE("a_percentage_gives_away_the_count_behind_it") {
  RawCounts counts;
  const CellId good = counts.add({.key = "good", .value = 15}),
               rest = counts.add({.key = "rest", .value = 10});
  const CellId group = counts.add({.key = "pupils", .value = 25});
  counts.add_total(group, std::vector{good, rest});
  counts.add_percentage("quality", std::vector{good}, group);
  Draft draft;
  for (const Cell& cell : counts.cells()) draft.cells.push_back({.key = cell.key, .lowest = 1});
  draft.cells[group] = {.key = "pupils", .symbol = Symbol::exact, .value = 25};
  draft.figures.push_back({.key = "quality", .symbol = Symbol::exact, .decimals = 1, .value = 600});
  const System system = make_system(counts, {});
  CHECK(audit(counts, {}, system, draft).size() == 2);
  draft.figures[0].symbol = Symbol::hidden;
  draft.figures[0].why = Why::complement;
  CHECK(audit(counts, {}, system, draft).empty());
}

}  // namespace mektep
