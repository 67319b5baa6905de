// An entry put together from its texts, one a language.
#pragma once
#include <string_view>

#include "content/parse.h"

namespace mektep {

// Adds a text to its entry. The Kyrgyz one comes first: what the Russian file does not say is taken from it.
void add_text(Entry& entry, Locale locale, ParsedText text);

}  // namespace mektep
