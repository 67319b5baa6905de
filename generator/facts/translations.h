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

}  // namespace mektep
