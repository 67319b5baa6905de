// An entry put together from its texts, one a language.
#pragma once
#include <string_view>

#include "content/parse.h"
#include "schema/schema.h"

namespace mektep {

// The schema of the texts of a collection; nullptr when schema/ lacks it.
const Schema* text_schema(const SchemaSet& schemas, Collection collection);

// Adds a text to its entry. The Kyrgyz one comes first: what the Russian file does not say is taken from it.
void add_text(Entry& entry, Locale locale, ParsedText text);

}  // namespace mektep
