// One-step repairs: what contradicts a fact is replaced by the fact itself (PROH-3).
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"

namespace mektep {

struct TextRepair {
  std::size_t begin = 0, end = 0;  // bytes of the file
  std::string replacement;         // a shortcode; in titles, summaries and facts the value itself
};

// `text` is the file that the finding is about. nullopt: it is none that a repair is known for, or the words
// do not stand there as one piece any longer.
std::optional<TextRepair> repair_of(const Finding& finding, std::string_view text);
// Whether repair_of() knows one, as far as the finding alone tells.
bool is_repairable(const Finding& finding);

}  // namespace mektep
