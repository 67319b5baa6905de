#include "statistics/privacy/search.h"

#include <algorithm>
#include <array>
#include <queue>
#include <unordered_map>

namespace mektep::privacy {
namespace {

constexpr std::size_t max_open = 12;  // sums broken at one time
constexpr int max_moves = 24;
constexpr std::size_t max_nodes = 600;
constexpr int max_found = 4;  // then the best of these

struct Broken {
  std::uint32_t equation = 0;
  std::int32_t by = 0;
};

struct Node {
  std::int32_t parent = -1;
  Var variable = 0;
  std::int32_t sign = 1;
  std::int32_t cost = 0;
  std::int16_t depth = 0;
  std::int16_t open = 0;
  Range steps;
  std::array<Broken, max_open> broken;
};

struct Label {
  std::int32_t cost;
  Range steps;
};

struct Entry {
  std::int64_t cost;
  std::int32_t depth;
  std::uint32_t node;
  bool operator<(const Entry& other) const {  // the best is the greatest
    if (cost != other.cost) return cost > other.cost;
    if (depth != other.depth) return depth < other.depth;
    return node > other.node;
  }
};

class Search {
 public:
  Search(const Hiding& hiding, const Goal& goal) : hiding_(hiding), system_(hiding.system()), goal_(goal) {}

  std::optional<Direction> run() {
    nodes_.reserve(256);
    Node root;
    root.steps = {goal_.walk != 0 ? 0 : -unbounded, unbounded};
    if (!move(root, -1, goal_.start, start_sign())) return std::nullopt;
    while (!queue_.empty() && nodes_.size() < max_nodes && found_ < max_found) {
      const Entry entry = queue_.top();
      queue_.pop();
      if (best_ && best_->cost <= entry.cost) break;
      if (nodes_[entry.node].open == 0)
        close(entry.node);
      else
        expand(entry.node);
    }
    return std::move(best_);
  }

 private:
  // Adds a move to a copy of `from` and queues it; false when it cannot lead anywhere.
  bool move(const Node& from, std::int32_t parent, Var v, std::int32_t sign) {
    Node node = from;
    node.parent = parent;
    node.variable = v;
    node.sign = sign;
    node.depth = static_cast<std::int16_t>(from.depth + 1);
    node.cost = from.cost + std::max(hiding_.cost(v), 0);
    const Range limit = hiding_.limit(v, true);
    const std::int64_t up = limit.high - hiding_.value(v);
    const std::int64_t down = hiding_.value(v) - limit.low;
    node.steps.high = std::min(node.steps.high, sign > 0 ? up : down);
    node.steps.low = std::max(node.steps.low, sign > 0 ? -down : -up);
    if (!enough(node.steps)) return false;
    for (const Term& in : system_.of_variable[v]) {
      const auto by = static_cast<std::int32_t>(in.coefficient * sign);
      Broken* const begin = node.broken.data();
      Broken* const end = begin + node.open;
      Broken* found = std::find_if(begin, end, [&](const Broken& b) { return b.equation == in.cell; });
      if (found != end) {
        found->by += by;
        if (found->by == 0) {
          std::move(found + 1, end, found);
          --node.open;
        }
      } else if (node.open == static_cast<std::int16_t>(max_open)) {
        return false;
      } else {
        *end = {in.cell, by};
        ++node.open;
      }
    }
    if (is_worse(node)) return false;
    queue_.push({node.cost, node.depth, static_cast<std::uint32_t>(nodes_.size())});
    nodes_.push_back(node);
    return true;
  }

  // Another way has broken the same sums at no higher cost and leaves at least as much room.
  bool is_worse(const Node& node) {
    if (node.open == 0) return false;
    std::uint64_t state = 0;
    for (int i = 0; i < node.open; ++i) {
      std::uint64_t one =
          (std::uint64_t{node.broken[i].equation} << 8) ^ static_cast<std::uint8_t>(node.broken[i].by);
      one *= 0x9E3779B97F4A7C15ULL;
      state += one ^ (one >> 29);
    }
    std::vector<Label>& labels = labels_[state];
    for (const Label& label : labels)
      if (label.cost <= node.cost && label.steps.low <= node.steps.low && label.steps.high >= node.steps.high)
        return true;
    labels.push_back({node.cost, node.steps});
    return false;
  }

  void expand(std::uint32_t index) {
    const Node node = nodes_[index];
    if (node.depth >= max_moves) return;
    // The sum broken last: so a search through sums that share no more than a cell is a search for a shortest
    // path.
    const Broken* mend = &node.broken[static_cast<std::size_t>(node.open - 1)];
    for (const Term& term : system_.equations[mend->equation]) {
      if (hiding_.cost(term.cell) == fixed_cost || used(index, term.cell)) continue;
      const std::int32_t sign = (mend->by > 0) == (term.coefficient > 0) ? -1 : 1;
      move(node, static_cast<std::int32_t>(index), term.cell, sign);
    }
  }

  // All sums hold again: what does it do to the figures?
  void close(std::uint32_t index) {
    Direction direction{.one_way = goal_.walk != 0};
    for (std::int32_t i = static_cast<std::int32_t>(index); i >= 0; i = nodes_[i].parent)
      direction.moves.push_back({nodes_[i].variable, nodes_[i].sign});
    // With `<5` as it stands if that is enough, else with `c` in its place.
    for (const bool coarse : {false, true}) {
      direction.coarse = coarse;
      hiding_.settle(direction);
      if (goal_.sum != nullptr ? sum_gains(direction)
                               : gains(direction.steps, start_sign(), hiding_.value(goal_.start),
                                       hiding_.reached(goal_.start), hiding_.wanted(goal_.start, coarse)))
        break;
      if (coarse) return;
    }
    ++found_;
    if (!best_ || direction.cost < best_->cost) best_ = std::move(direction);
  }

  bool used(std::uint32_t index, Var v) const {
    for (std::int32_t i = static_cast<std::int32_t>(index); i >= 0; i = nodes_[i].parent)
      if (nodes_[i].variable == v) return true;
    return false;
  }

  // Would the range of the start be wide enough (or wider at all) after these steps?
  bool enough(const Range& steps) const {
    if (goal_.sum != nullptr) return steps.high > 0 || steps.low < 0;
    const std::int64_t wanted =
        std::min(hiding_.wanted(goal_.start, false), hiding_.wanted(goal_.start, true));
    return gains(steps, start_sign(), hiding_.value(goal_.start), hiding_.reached(goal_.start), wanted);
  }

  int start_sign() const { return goal_.walk < 0 ? -1 : 1; }

  bool sum_gains(const Direction& direction) const {
    return gains(direction.steps, delta(goal_.sum->terms, direction), hiding_.value(*goal_.sum),
                 goal_.sum->reached, hiding_.wanted(*goal_.sum));
  }

  bool gains(const Range& steps, std::int64_t change, std::int64_t from, const Range& reached,
             std::int64_t wanted) const {
    const std::int64_t far = unbounded / 4;
    const std::int64_t one = from + change * std::clamp(steps.low, -far, far);
    const std::int64_t two = from + change * std::clamp(steps.high, -far, far);
    const std::int64_t low = std::min({reached.low, one, two});
    const std::int64_t high = std::max({reached.high, one, two});
    return goal_.walk != 0 ? high - low > reached.high - reached.low : high - low >= wanted;
  }

  const Hiding& hiding_;
  const System& system_;
  const Goal& goal_;
  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, std::vector<Label>> labels_;
  std::optional<Direction> best_;
  int found_ = 0;
  std::priority_queue<Entry> queue_;
};

}  // namespace

std::optional<Direction> cheapest_direction(const Hiding& hiding, const Goal& goal) {
  return Search(hiding, goal).run();
}

}  // namespace mektep::privacy
