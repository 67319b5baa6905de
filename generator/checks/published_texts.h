// Goes through every text that the site shows.
#pragma once
#include "checks/passes.h"
#include "facts/publication.h"

namespace mektep {

// Calls visit(entry, translation, locale) for each translation of each published entry, in the order of the paths.
template <class Visit>
void for_published_texts(const CheckInput& input, Visit&& visit) {
  for (const Entry& entry : input.site.model.entries) {
    if (!is_published(entry, input.site.facts.today)) continue;
    for (const Locale locale : all_locales) {
      if (const Translation* text = entry.in(locale)) visit(entry, *text, locale);
    }
  }
}

}  // namespace mektep
