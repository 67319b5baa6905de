// Three-way merge of sequences: what stands for blocks of a text or members of a list are numbers; equal
// numbers are equal items.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mektep::editor {

using Items = std::vector<std::uint32_t>;

// Numbers for texts, the same for the same text.
class Numbering {
 public:
  std::uint32_t of(std::string_view text) {
    return numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

struct ItemRange {
  std::size_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool operator==(const ItemRange&) const = default;
};

// Items [before) were replaced by items [after); one of the two may be empty.
struct Hunk {
  ItemRange before, after;
  bool operator==(const Hunk&) const = default;
};

// What was done to `before` to get `after`: hunks that do not touch, in order. Time grows with the size of
// what differs; long stretches without anything in common become one hunk.
std::vector<Hunk> compare_items(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after);

// A stretch of the merged sequence and where it comes from.
struct Region {
  enum class Take : std::uint8_t {
    unchanged,
    mine,
    theirs,
    conflict,  // both changed it, and not to the same
  };
  Take take = Take::unchanged;
  ItemRange base, mine, theirs;
};

// Two people changed `base`. Regions in order; together they cover all three sequences. Changes beside each
// other are no conflict; changes of the same item are, and additions at the same place.
std::vector<Region> merge_items(std::span<const std::uint32_t> base, std::span<const std::uint32_t> mine,
                                std::span<const std::uint32_t> theirs);

}  // namespace mektep::editor
