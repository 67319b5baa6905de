// An entry put together from its texts, one a language.
#pragma once
#include <string_view>

#include "content/model.h"
#include "content/parse.h"

namespace mektep {

// Adds a text to its entry. The Kyrgyz one comes first: what the Russian file does not say is taken from it.
void add_text(Entry& entry, Locale locale, ParsedText text);

// ICT-22: a text that names people is shown on the days on which all of them agree to it. What the register
// does not know, or knows for something else, is a no.
void limit_to_consents(Entry& entry, const ContentModel& model);

}  // namespace mektep
