// How the two languages of every entry stand to each other (LANG-1).
#pragma once
#include <cstdint>
#include <vector>

#include "content/model.h"

namespace mektep {

enum class TranslationState : std::uint8_t {
  original,  // the Kyrgyz text, or the only one
  current,   // made from the Kyrgyz text as it stands
  unmarked,  // does not say from which text it was made: taken for current, with a note
  stale,     // the Kyrgyz text has changed since
  missing,
};
std::string_view name(TranslationState state);

TranslationState translation_state(const Entry& entry, Locale locale);

// One line of the matrix of languages: an entry, and how it stands in each locale.
struct TranslationRow {
  std::string entry;  // "news/2026/first-bell"
  std::array<TranslationState, 2> states{};
};
// Every entry, drafts included, by path.
std::vector<TranslationRow> translation_matrix(const ContentModel& model);

}  // namespace mektep
