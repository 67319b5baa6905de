// "Did you mean": the Damerau-Levenshtein distance, restricted to one swap a place.
#include "base/text.h"

namespace mektep {
namespace {

std::u32string folded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += to_lower(next_code_point(text, at));
  return out;
}

std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  const std::u32string wanted = folded(word);
  // One slip in a short word, two in an ordinary one, three in a long one; a single letter is no likeness at
  // all.
  const std::size_t allowed = wanted.size() < 2 ? 0 : wanted.size() <= 4 ? 1 : wanted.size() <= 9 ? 2 : 3;
  std::size_t nearest = allowed + 1;
  const std::string* best = nullptr;
  for (const std::string& candidate : candidates) {
    const std::u32string other = folded(candidate);
    const std::size_t gap =
        other.size() > wanted.size() ? other.size() - wanted.size() : wanted.size() - other.size();
    if (gap >= nearest) continue;
    if (const std::size_t d = distance(wanted, other); d < nearest) {
      nearest = d;
      best = &candidate;
    }
  }
  return best ? std::optional(*best) : std::nullopt;
}

}  // namespace mektep
