// Somebody who reads all that is published and reasons well must never find a hidden number.
#include <fmt/format.h>

#include <cstdlib>

#include "generator/statistics/privacy/lp_attacker.h"
#include "generator/statistics/privacy/random_school.h"
#include "statistics/privacy/primary.h"

namespace mektep {
namespace {

using namespace mektep::privacy;
using testing::lp_attack;
using testing::RandomSchool;

std::int64_t wanted(const Shown& shown, const Policy& policy) {
  return shown.symbol == Symbol::below ? policy.threshold - 1 - shown.lowest : policy.threshold - 1;
}

bool is_hidden(const Shown& shown) {
  return shown.symbol == Symbol::below || shown.symbol == Symbol::hidden;
}

// Hidden cells of which the attacker can exclude too much.
std::vector<std::string> victories(const RawCounts& counts, const Published& published) {
  const Policy& policy = published.policy();
  const std::vector<Range> ranges =
      lp_attack(counts, published.cells(), published.figures(), policy, policy.threshold - 1);
  std::vector<std::string> won;
  for (CellId cell = 0; cell < ranges.size(); ++cell) {
    const Shown& shown = published.cells()[cell];
    if (is_hidden(shown) && ranges[cell].high - ranges[cell].low < wanted(shown, policy))
      won.push_back(fmt::format("{} = {}: between {} and {}", shown.key, counts.cells()[cell].value,
                                ranges[cell].low, ranges[cell].high));
  }
  return won;
}

// How many schools the attacker is let loose on: MEKTEP_ATTACKED_SCHOOLS=10000 takes a quarter of an hour;
// MEKTEP_ATTACKED_FROM is the first of them.
int wished(const char* variable, int usual) {
  const char* const wish = std::getenv(variable);
  return wish != nullptr ? std::atoi(wish) : usual;
}

}  // namespace

TEST_CASE("an_attacker_never_finds_a_hidden_number") {
  std::size_t hidden = 0, cells = 0;
  const int first = wished("MEKTEP_ATTACKED_FROM", 0);
  for (int seed = first; seed < first + wished("MEKTEP_ATTACKED_SCHOOLS", 60); ++seed) {
    const RandomSchool random(static_cast<std::uint32_t>(seed));
    const RawCounts& counts = random.school.counts();
    const auto published = release(counts, {}, {});
    INFO("school " << seed);
    if (!published) {
      FAIL_CHECK(published.error().front().message(Language::en));
      continue;
    }
    for (const Shown& shown : published->cells()) hidden += is_hidden(shown);
    cells += published->cells().size();
    for (const std::string& won : victories(counts, *published)) FAIL_CHECK(won);
  }
  CHECK(hidden < cells * 3 / 4);  // hiding everything would be safe, too
}

TEST_CASE("schools_of_which_a_number_stayed_open_are_protected_by_hiding_more") {
  for (const std::uint32_t seed : {668U, 3261U, 3480U, 7459U, 8264U}) {  // found among 10,000
    const RandomSchool random(seed);
    const auto published = release(random.school.counts(), {}, {});
    INFO("school " << seed);
    REQUIRE(published);
    CHECK(victories(random.school.counts(), *published).empty());
  }
}

TEST_CASE("the_same_attacker_wins_at_once_without_complementary_suppression") {
  int broken = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const RandomSchool random(seed);
    const RawCounts& counts = random.school.counts();
    const Draft draft = hide_primary(counts, {}, {});
    const std::vector<Range> ranges = lp_attack(counts, draft.cells, draft.figures, {}, 4);
    bool found = false;
    for (CellId cell = 0; cell < ranges.size() && !found; ++cell) {
      if (!is_hidden(draft.cells[cell]) || ranges[cell].low != ranges[cell].high) continue;
      CHECK(ranges[cell].low == counts.cells()[cell].value);
      found = true;
    }
    broken += found;
  }
  CHECK(broken == 40);
}

}  // namespace mektep
