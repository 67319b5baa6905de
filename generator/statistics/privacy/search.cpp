#include "statistics/privacy/search.h"

#include <algorithm>
#include <array>

namespace mektep::privacy {
namespace {

constexpr std::size_t max_open = 12;  // sums broken at one time
constexpr int max_moves = 24;
constexpr std::size_t max_nodes = 400;
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
  std::uint64_t state = 0;  // of `broken`, in any order
  std::array<Broken, max_open> broken;
};

// What it has cost to break certain sums, and the room that was left.
struct Label {
  std::uint64_t state;
  std::int32_t cost;
  Range steps;
  std::int32_t next;  // in the same bucket, -1 = none
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

std::uint64_t mixed(const Broken& broken) {
  std::uint64_t one = (std::uint64_t{broken.equation} << 8) ^ static_cast<std::uint8_t>(broken.by);
  one *= 0x9E3779B97F4A7C15ULL;
  return one ^ (one >> 29);
}

struct SearchMemory {
  static constexpr std::size_t buckets = 1024;
  std::vector<Node> nodes;
  std::vector<Entry> queue;  // a heap
  std::vector<Label> labels;
  std::vector<std::int32_t> first = std::vector<std::int32_t>(buckets, -1);  // bucket → its first label
  std::vector<std::uint32_t> used;  // variable → the last mark set on it
  std::uint32_t mark = 0;

  void begin(std::size_t variables) {
    nodes.clear();
    queue.clear();
    for (const Label& label : labels) first[label.state % buckets] = -1;
    labels.clear();
    used.resize(std::max(used.size(), variables));
  }
};

class Search {
 public:
  Search(const Hiding& hiding, const Goal& goal, SearchMemory& memory)
      : hiding_(hiding),
        system_(hiding.system()),
        goal_(goal),
        memory_(memory),
        wanted_(std::min(hiding.wanted(goal.start, false), hiding.wanted(goal.start, true))) {}

  std::optional<Direction> run() {
    memory_.begin(system_.truth.size());
    Node root;
    root.steps = {goal_.walk != 0 ? 0 : -unbounded, unbounded};
    if (!move(root, -1, goal_.start, start_sign())) return std::nullopt;
    std::vector<Entry>& queue = memory_.queue;
    while (!queue.empty() && memory_.nodes.size() < max_nodes && found_ < max_found) {
      const Entry entry = queue.front();
      std::pop_heap(queue.begin(), queue.end());
      queue.pop_back();
      if (best_ && best_->cost <= entry.cost) break;
      if (memory_.nodes[entry.node].open == 0)
        close(entry.node);
      else
        expand(entry.node);
    }
    return std::move(best_);
  }

 private:
  // Adds a move to a copy of `from` and queues it; false when it cannot lead anywhere.
  bool move(const Node& from, std::int32_t parent, Var v, std::int32_t sign) {
    const Range& limit = hiding_.coarse_limit(v);
    const std::int64_t up = limit.high - hiding_.value(v);
    const std::int64_t down = hiding_.value(v) - limit.low;
    const Range steps{std::max(from.steps.low, sign > 0 ? -down : -up),
                      std::min(from.steps.high, sign > 0 ? up : down)};
    if (!enough(steps)) return false;
    Node node = from;
    node.steps = steps;
    node.parent = parent;
    node.variable = v;
    node.sign = sign;
    node.depth = static_cast<std::int16_t>(from.depth + 1);
    node.cost = from.cost + std::max(hiding_.cost(v), 0);
    for (const Term& in : system_.of_variable[v])
      if (!breaks(node, {in.cell, static_cast<std::int32_t>(in.coefficient * sign)})) return false;
    if (is_worse(node)) return false;
    memory_.queue.push_back({node.cost, node.depth, static_cast<std::uint32_t>(memory_.nodes.size())});
    std::push_heap(memory_.queue.begin(), memory_.queue.end());
    memory_.nodes.push_back(node);
    return true;
  }

  // The sum is off by so much more; false when too many are.
  static bool breaks(Node& node, const Broken& more) {
    Broken* const end = node.broken.data() + node.open;
    Broken* found =
        std::find_if(node.broken.data(), end, [&](const Broken& b) { return b.equation == more.equation; });
    if (found == end) {
      if (node.open == static_cast<std::int16_t>(max_open)) return false;
      *end = more;
      ++node.open;
      node.state += mixed(more);
      return true;
    }
    node.state -= mixed(*found);
    found->by += more.by;
    if (found->by != 0) {
      node.state += mixed(*found);
      return true;
    }
    std::move(found + 1, end, found);
    --node.open;
    return true;
  }

  // Another way has broken the same sums at no higher cost and leaves at least as much room.
  bool is_worse(const Node& node) {
    if (node.open == 0) return false;
    std::int32_t& first = memory_.first[node.state % SearchMemory::buckets];
    for (std::int32_t i = first; i >= 0; i = memory_.labels[static_cast<std::size_t>(i)].next) {
      const Label& label = memory_.labels[static_cast<std::size_t>(i)];
      if (label.state == node.state && label.cost <= node.cost && label.steps.low <= node.steps.low &&
          label.steps.high >= node.steps.high)
        return true;
    }
    memory_.labels.push_back({node.state, node.cost, node.steps, first});
    first = static_cast<std::int32_t>(memory_.labels.size() - 1);
    return false;
  }

  void expand(std::uint32_t index) {
    const Node node = memory_.nodes[index];
    if (node.depth >= max_moves) return;
    ++memory_.mark;
    for (auto i = static_cast<std::int32_t>(index); i >= 0; i = at(i).parent)
      memory_.used[at(i).variable] = memory_.mark;
    // The sum broken last: so a search through sums that share no more than a cell is a search for a shortest
    // path.
    const Broken& mend = node.broken[static_cast<std::size_t>(node.open - 1)];
    for (const Term& term : system_.equations[mend.equation]) {
      if (hiding_.cost(term.cell) == fixed_cost || memory_.used[term.cell] == memory_.mark) continue;
      const std::int32_t sign = (mend.by > 0) == (term.coefficient > 0) ? -1 : 1;
      move(node, static_cast<std::int32_t>(index), term.cell, sign);
    }
  }

  const Node& at(std::int32_t index) const { return memory_.nodes[static_cast<std::size_t>(index)]; }

  // All sums hold again: what does it do to the figures?
  void close(std::uint32_t index) {
    Direction direction{.one_way = goal_.walk != 0};
    for (auto i = static_cast<std::int32_t>(index); i >= 0; i = at(i).parent)
      direction.moves.push_back({at(i).variable, at(i).sign});
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

  // Would the range of the start be wide enough (or wider at all) after these steps?
  bool enough(const Range& steps) const {
    if (goal_.sum != nullptr) return steps.high > 0 || steps.low < 0;
    return gains(steps, start_sign(), hiding_.value(goal_.start), hiding_.reached(goal_.start), wanted_);
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
  SearchMemory& memory_;
  std::int64_t wanted_;
  std::optional<Direction> best_;
  int found_ = 0;
};

}  // namespace

struct DirectionFinder::Memory : SearchMemory {};

DirectionFinder::DirectionFinder() : memory_(std::make_unique<Memory>()) {}
DirectionFinder::~DirectionFinder() = default;

std::optional<Direction> DirectionFinder::cheapest(const Hiding& hiding, const Goal& goal) {
  return Search(hiding, goal, *memory_).run();
}

}  // namespace mektep::privacy
