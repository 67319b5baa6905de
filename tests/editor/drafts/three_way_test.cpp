#include "editor/drafts/three_way.h"

#include <catch2/catch.hpp>
#include <random>

namespace mektep::editor {
namespace {

Items random_items(std::mt19937& random, std::size_t most, std::uint32_t letters) {
  Items items(random() % (most + 1));
  for (std::uint32_t& item : items) item = random() % letters;
  return items;
}

Items apply(const Items& before, const Items& after, const std::vector<Hunk>& hunks) {
  Items result;
  std::size_t at = 0;
  for (const Hunk& hunk : hunks) {
    result.insert(result.end(), before.begin() + static_cast<std::ptrdiff_t>(at),
                  before.begin() + static_cast<std::ptrdiff_t>(hunk.before.begin));
    result.insert(result.end(), after.begin() + static_cast<std::ptrdiff_t>(hunk.after.begin),
                  after.begin() + static_cast<std::ptrdiff_t>(hunk.after.end));
    at = hunk.before.end;
  }
  result.insert(result.end(), before.begin() + static_cast<std::ptrdiff_t>(at), before.end());
  return result;
}

TEST_CASE("hunks make the one sequence from the other") {
  std::mt19937 random(1);
  for (int i = 0; i < 3000; ++i) {
    const Items before = random_items(random, 12, 1 + i % 8);
    const Items after = random_items(random, 12, 1 + i % 8);
    CHECK(apply(before, after, compare_items(before, after)) == after);
  }
}

TEST_CASE("what is the same is no hunk") {
  CHECK(compare_items(Items{1, 2, 3}, Items{1, 2, 3}).empty());
  CHECK(compare_items(Items{1, 2, 3}, Items{1, 3}) == std::vector<Hunk>{{{1, 2}, {1, 1}}});
  CHECK(compare_items(Items{1, 1, 1}, Items{1, 1, 1, 1}).size() == 1);
}

TEST_CASE("very long sequences without anything in common are compared at once") {
  Items before(200'000, 1);
  Items after(200'000, 2);
  CHECK(compare_items(before, after).size() == 1);
}

TEST_CASE("regions cover all three sequences in order, and only changes of both are conflicts") {
  std::mt19937 random(2);
  for (int i = 0; i < 3000; ++i) {
    const Items base = random_items(random, 10, 1 + i % 8);
    const Items mine = random_items(random, 10, 1 + i % 8);
    const Items theirs = random_items(random, 10, 1 + i % 8);
    ItemRange at_base;
    ItemRange at_mine;
    ItemRange at_theirs;
    for (const Region& region : merge_items(base, mine, theirs)) {
      CHECK(region.base.begin == at_base.end);
      CHECK(region.mine.begin == at_mine.end);
      CHECK(region.theirs.begin == at_theirs.end);
      at_base = region.base;
      at_mine = region.mine;
      at_theirs = region.theirs;
      const auto part = [](const Items& items, const ItemRange& range) {
        return Items(items.begin() + static_cast<std::ptrdiff_t>(range.begin),
                     items.begin() + static_cast<std::ptrdiff_t>(range.end));
      };
      const Items x = part(base, region.base);
      const Items y = part(mine, region.mine);
      const Items z = part(theirs, region.theirs);
      if (region.take == Region::Take::unchanged) CHECK((x == y && x == z));
      if (region.take == Region::Take::mine) CHECK((x == z || y == z));
      if (region.take == Region::Take::theirs) CHECK(x == y);
      if (region.take == Region::Take::conflict) CHECK(y != z);
    }
    CHECK(at_base.end == base.size());
    CHECK(at_mine.end == mine.size());
    CHECK(at_theirs.end == theirs.size());
  }
}

TEST_CASE("changes of neighbours are no conflict, additions at one place are") {
  const Items base{1, 2, 3, 4};
  const auto conflicts = [&](const Items& mine, const Items& theirs) {
    return std::ranges::count(merge_items(base, mine, theirs), Region::Take::conflict, &Region::take);
  };
  CHECK(conflicts({1, 20, 3, 4}, {1, 2, 30, 4}) == 0);
  CHECK(conflicts({1, 20, 30, 4}, {1, 2, 31, 4}) == 1);
  CHECK(conflicts({1, 2, 3, 4, 5}, {1, 2, 3, 4, 6}) == 1);
  CHECK(conflicts({1, 2, 3, 4, 5}, {1, 2, 3, 4, 5}) == 0);
  CHECK(conflicts({1, 3, 4}, {1, 20, 3, 4}) == 1);
}

}  // namespace
}  // namespace mektep::editor
