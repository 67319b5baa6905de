#include "editor/drafts/three_way.h"

#include <algorithm>
#include <optional>

namespace mektep::editor {
namespace {

using Sequence = std::span<const std::uint32_t>;
using Match = std::pair<std::size_t, std::size_t>;  // of positions in the two sequences

// Finds matches that rise in both sequences: first of items that stand once in each (patience), between those
// the longest common subsequence where the stretch is small.
class Matcher {
 public:
  Matcher(Sequence before, Sequence after) : before_(before), after_(after) {}

  std::vector<Match> run() {
    match({0, before_.size()}, {0, after_.size()});
    return std::move(matches_);
  }

 private:
  void match(ItemRange x, ItemRange y) {
    while (!x.empty() && !y.empty() && before_[x.begin] == after_[y.begin])
      matches_.emplace_back(x.begin++, y.begin++);
    std::size_t tail = 0;
    while (x.end - tail > x.begin && y.end - tail > y.begin &&
           before_[x.end - tail - 1] == after_[y.end - tail - 1])
      ++tail;
    x.end -= tail;
    y.end -= tail;
    if (!x.empty() && !y.empty()) split(x, y);
    for (std::size_t i = 0; i < tail; ++i) matches_.emplace_back(x.end + i, y.end + i);
  }

  void split(ItemRange x, ItemRange y) {
    const auto anchors = unique_matches(x, y);
    if (anchors.empty()) {
      constexpr std::size_t most_cells = 4'000'000;
      if (x.size() <= most_cells / y.size()) longest_common(x, y);
      return;
    }
    ItemRange left_x{x.begin, x.begin};
    ItemRange left_y{y.begin, y.begin};
    for (const auto& [i, j] : anchors) {
      match({left_x.begin, i}, {left_y.begin, j});
      matches_.emplace_back(i, j);
      left_x.begin = i + 1;
      left_y.begin = j + 1;
    }
    match({left_x.begin, x.end}, {left_y.begin, y.end});
  }

  // The longest rising chain of pairs of items that stand once in both stretches.
  std::vector<Match> unique_matches(ItemRange x, ItemRange y) const {
    struct Places {
      std::size_t in_before = 0, in_after = 0, x = 0, y = 0;
    };
    std::unordered_map<std::uint32_t, Places> places;
    for (std::size_t i = x.begin; i < x.end; ++i) {
      Places& place = places[before_[i]];
      ++place.in_before;
      place.x = i;
    }
    for (std::size_t j = y.begin; j < y.end; ++j) {
      const auto place = places.find(after_[j]);
      if (place == places.end()) continue;
      ++place->second.in_after;
      place->second.y = j;
    }
    std::vector<Match> pairs;
    for (std::size_t i = x.begin; i < x.end; ++i) {
      const Places& place = places[before_[i]];
      if (place.in_before == 1 && place.in_after == 1) pairs.emplace_back(i, place.y);
    }
    return longest_rising(pairs);
  }

  static std::vector<Match> longest_rising(const std::vector<Match>& pairs) {
    constexpr std::size_t none = SIZE_MAX;
    std::vector<std::size_t> tops;  // of the chains by length: the index of the pair that ends lowest
    std::vector<std::size_t> previous(pairs.size(), none);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto at = std::ranges::lower_bound(tops, pairs[i].second, {},
                                               [&](std::size_t top) { return pairs[top].second; });
      if (at != tops.begin()) previous[i] = *(at - 1);
      if (at == tops.end()) {
        tops.push_back(i);
      } else {
        *at = i;
      }
    }
    std::vector<Match> chain;
    for (std::size_t i = tops.empty() ? none : tops.back(); i != none; i = previous[i])
      chain.push_back(pairs[i]);
    std::ranges::reverse(chain);
    return chain;
  }

  void longest_common(ItemRange x, ItemRange y) {
    const std::size_t width = y.size() + 1;
    std::vector<std::uint32_t> length((x.size() + 1) * width);  // of the best from (i, j) to the ends
    for (std::size_t i = x.size(); i-- > 0;) {
      for (std::size_t j = y.size(); j-- > 0;) {
        length[i * width + j] = before_[x.begin + i] == after_[y.begin + j]
                                    ? length[(i + 1) * width + j + 1] + 1
                                    : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
      }
    }
    for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
      if (before_[x.begin + i] == after_[y.begin + j]) {
        matches_.emplace_back(x.begin + i++, y.begin + j++);
      } else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  Sequence before_, after_;
  std::vector<Match> matches_;
};

bool same_items(Sequence x, ItemRange a, Sequence y, ItemRange b) {
  return std::ranges::equal(x.subspan(a.begin, a.size()), y.subspan(b.begin, b.size()));
}

// Whether two changes are about the same place. Beside each other they are not.
bool collide(const ItemRange& a, const ItemRange& b) {
  if (a.empty() && b.empty()) return a.begin == b.begin;
  if (a.empty()) return b.begin < a.begin && a.begin < b.end;
  if (b.empty()) return a.begin < b.begin && b.begin < a.end;
  return a.begin < b.end && b.begin < a.end;
}

// One side's hunks, read from the front.
class Side {
 public:
  explicit Side(std::vector<Hunk> hunks) : hunks_(std::move(hunks)) {}

  const Hunk* next() const { return at_ < hunks_.size() ? &hunks_[at_] : nullptr; }
  // Takes the hunks that collide with `range`, which grows by them; false when there is none.
  bool join(ItemRange& range) {
    bool joined = false;
    for (; next() && collide(next()->before, range); ++at_) {
      range.begin = std::min(range.begin, next()->before.begin);
      range.end = std::max(range.end, next()->before.end);
      joined = true;
    }
    return joined;
  }
  // Where the items of `range`, the next of the base, ended up: from where the last call ended.
  ItemRange advance(const ItemRange& range) {
    std::int64_t grown = 0;
    for (; mapped_ < at_; ++mapped_) {
      grown += static_cast<std::int64_t>(hunks_[mapped_].after.size()) -
               static_cast<std::int64_t>(hunks_[mapped_].before.size());
    }
    const std::size_t begin = end_;
    end_ += static_cast<std::size_t>(static_cast<std::int64_t>(range.size()) + grown);
    return {begin, end_};
  }

 private:
  std::vector<Hunk> hunks_;
  std::size_t at_ = 0;
  std::size_t mapped_ = 0;
  std::size_t end_ = 0;
};

class Merger {
 public:
  Merger(Sequence base, Sequence mine, Sequence theirs)
      : base_(base),
        mine_(mine),
        theirs_(theirs),
        my_side_(compare_items(base, mine)),
        their_side_(compare_items(base, theirs)) {}

  std::vector<Region> run() {
    std::size_t at = 0;
    while (const Hunk* first = earliest()) {
      ItemRange range = first->before;
      add(Region::Take::unchanged, {at, range.begin});
      bool my_change = false;
      bool their_change = false;
      for (bool grew = true; grew;) {
        const bool more_mine = my_side_.join(range);
        const bool more_theirs = their_side_.join(range);
        my_change = my_change || more_mine;
        their_change = their_change || more_theirs;
        grew = more_mine || more_theirs;
      }
      if (my_change && their_change) {
        settle(range);
      } else {
        add(my_change ? Region::Take::mine : Region::Take::theirs, range);
      }
      at = range.end;
    }
    add(Region::Take::unchanged, {at, base_.size()});
    return std::move(regions_);
  }

 private:
  // Additions come before changes of the item that they stand in front of.
  const Hunk* earliest() const {
    const Hunk* x = my_side_.next();
    const Hunk* y = their_side_.next();
    if (!x || !y) return x ? x : y;
    const auto key = [](const Hunk& hunk) { return std::pair(hunk.before.begin, hunk.before.end); };
    return key(*y) < key(*x) ? y : x;
  }

  void add(Region::Take take, const ItemRange& base) {
    const ItemRange mine = my_side_.advance(base);
    const ItemRange theirs = their_side_.advance(base);
    if (!base.empty() || !mine.empty() || !theirs.empty()) regions_.push_back({take, base, mine, theirs});
  }

  void settle(const ItemRange& base) {
    const ItemRange mine = my_side_.advance(base);
    const ItemRange theirs = their_side_.advance(base);
    if (same_items(mine_, mine, theirs_, theirs)) {
      regions_.push_back({Region::Take::mine, base, mine, theirs});
    } else if (mine.size() == base.size() && theirs.size() == base.size()) {
      one_by_one(base, mine, theirs);
    } else {
      regions_.push_back({Region::Take::conflict, base, mine, theirs});
    }
  }

  // As many items as before on both sides: each is compared with its own.
  void one_by_one(const ItemRange& base, const ItemRange& mine, const ItemRange& theirs) {
    for (std::size_t i = 0; i < base.size(); ++i) {
      const std::uint32_t was = base_[base.begin + i];
      const std::uint32_t my_item = mine_[mine.begin + i];
      const std::uint32_t their_item = theirs_[theirs.begin + i];
      const auto take = my_item == their_item ? Region::Take::mine
                        : my_item == was      ? Region::Take::theirs
                        : their_item == was   ? Region::Take::mine
                                              : Region::Take::conflict;
      const auto one = [i](const ItemRange& range) {
        return ItemRange{range.begin + i, range.begin + i + 1};
      };
      regions_.push_back({take, one(base), one(mine), one(theirs)});
    }
  }

  Sequence base_, mine_, theirs_;
  Side my_side_, their_side_;
  std::vector<Region> regions_;
};

}  // namespace

std::vector<Hunk> compare_items(Sequence before, Sequence after) {
  std::vector<Hunk> hunks;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto close = [&](std::size_t x, std::size_t y) {
    if (x != i || y != j) hunks.push_back({{i, x}, {j, y}});
    i = x + 1;
    j = y + 1;
  };
  for (const auto& [x, y] : Matcher(before, after).run()) close(x, y);
  close(before.size(), after.size());
  return hunks;
}

std::vector<Region> merge_items(Sequence base, Sequence mine, Sequence theirs) {
  return Merger(base, mine, theirs).run();
}

}  // namespace mektep::editor
