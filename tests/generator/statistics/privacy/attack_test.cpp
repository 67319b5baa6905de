// Somebody who reads all that is published and reasons well must never find a hidden number.
#include <fmt/format.h>

#include "generator/statistics/privacy/attacker.h"
#include "generator/statistics/privacy/random_school.h"
#include "statistics/privacy/primary.h"

namespace mektep {
namespace {

using namespace mektep::privacy;
using testing::Attacker;
using testing::RandomSchool;

std::vector<std::int64_t> truth_of(const RawCounts& counts) {
  std::vector<std::int64_t> truth;
  for (const Cell& cell : counts.cells()) truth.push_back(cell.value);
  return truth;
}

// Hidden cells of which the attacker must not think enough values possible.
std::vector<std::string> victories(const RawCounts& counts, const Published& published) {
  const Policy& policy = published.policy();
  Attacker attacker(counts, published.cells(), published.figures(), policy);
  std::vector<std::string> won;
  if (!attacker.narrow()) won.push_back("what is published contradicts itself");
  const std::vector<std::int64_t> truth = truth_of(counts);
  for (CellId cell = 0; cell < truth.size(); ++cell) {
    if (!attacker.was_hidden(cell)) continue;
    const Shown& shown = published.cells()[cell];
    const std::int64_t wanted =
        shown.symbol == Symbol::below ? policy.threshold - 1 - shown.lowest : policy.threshold - 1;
    const Range known = attacker.known(cell);
    if (known.high - known.low < wanted)
      won.push_back(fmt::format("{} = {}: known to be {}…{}", shown.key, truth[cell], known.low, known.high));
  }
  return won;
}

}  // namespace

TEST_CASE("an_attacker_never_finds_a_hidden_number") {
  int blocked = 0, hidden = 0, cells = 0;
  const char* const wish = std::getenv("MEKTEP_ATTACKED_SCHOOLS");
  const int schools = wish != nullptr ? std::atoi(wish) : 25;
  for (int seed = 0; seed < schools; ++seed) {
    const RandomSchool random(static_cast<std::uint32_t>(seed));
    const RawCounts& counts = random.school.counts();
    const auto published = release(counts, {}, {});
    INFO("school " << seed);
    if (!published) {
      for (const Finding& f : published.error()) UNSCOPED_INFO(f.message(Language::en));
      ++blocked;
      continue;
    }
    for (const Shown& shown : published->cells()) {
      ++cells;
      hidden += shown.symbol != Symbol::exact;
    }
    for (const std::string& won : victories(counts, *published)) {
      UNSCOPED_INFO(won);
      CHECK(won.empty());
    }
  }
  CHECK(hidden < cells);
  CHECK(blocked == 0);
}

TEST_CASE("the_same_attacker_wins_at_once_without_complementary_suppression") {
  int schools_broken = 0;
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const RandomSchool random(seed);
    const RawCounts& counts = random.school.counts();
    const Draft draft = hide_primary(counts, {}, {});
    Attacker attacker(counts, draft.cells, draft.figures, {});
    REQUIRE(attacker.narrow());
    bool broken = false;
    for (CellId cell = 0; cell < counts.cells().size(); ++cell) {
      const Range known = attacker.known(cell);
      if (!attacker.was_hidden(cell) || known.low != known.high) continue;
      CHECK(known.low == counts.cells()[cell].value);
      broken = true;
    }
    schools_broken += broken;
  }
  CHECK(schools_broken >= 90);
}

}  // namespace mektep
