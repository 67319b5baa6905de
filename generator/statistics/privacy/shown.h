// What a reader sees in the place of a count or a figure, and what that alone tells.
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "statistics/privacy/policy.h"

namespace mektep::privacy {

// exact: the number · below: `<5` · hidden: `c` · not_applicable: `z` · not_available: `x`
// at_least, at_most: a coded percentage (figures only).
enum class Symbol : std::uint8_t { exact, below, hidden, not_applicable, not_available, at_least, at_most };

enum class Why : std::uint8_t {
  none,
  small,         // the count itself is small
  nobody,        // zero, or everybody, in a small group
  small_group,   // fewer pupils than the policy wants: see the wider unit
  complement,    // it would give away another hidden number
  small_change,  // a correction that concerns a few children
};

struct Shown {
  std::string key;
  Symbol symbol = Symbol::hidden;
  Why why = Why::none;
  int decimals = 0;        // value is in units of 10^-decimals
  std::int64_t value = 0;  // exact, at_least, at_most; else 0
  std::int64_t lowest =
      0;              // the least value that a hidden or `<5` count can have: 0, or 1 where zeros are shown
  std::string wider;  // key of the same figure of the wider unit, when `why` is small_group and there is one
};

inline constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max() / 4;

// The values that a reader must think possible of a count, knowing only what stands in its own place.
struct Range {
  std::int64_t low = 0;
  std::int64_t high = unbounded;
  bool operator==(const Range&) const = default;
};
Range known_range(const Shown& shown, const Policy& policy);

// "27", "<5", "c", "z", "x", "≥85"; decimals with a comma. Percent signs and spaces are the page's business.
std::string text(const Shown& shown, const Policy& policy);

// The explanation of a symbol and of the reason for hiding, for the legend of a page.
const Message& meaning(Symbol symbol);
const Message& meaning(Why why);

}  // namespace mektep::privacy
