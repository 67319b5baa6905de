// Goes through every text that the site shows.
#pragma once
#include <vector>

#include "base/parallel.h"
#include "checks/passes.h"
#include "facts/publication.h"

namespace mektep {

// Calls visit(entry, translation, locale, findings) for each translation of each published entry, in several
// threads; findings come in the order of the paths all the same. `visit` may not change anything that it
// shares.
template <class Visit>
void for_published_texts(const CheckInput& input, Findings& findings, Visit&& visit) {
  const auto& entries = input.site.model.entries;
  std::vector<Findings> found(entries.size());
  parallel_for(entries.size(), input.jobs, [&](std::size_t i) {
    if (!is_published(entries[i], input.site.facts.today)) return;
    for (const Locale locale : all_locales) {
      if (const Translation* text = entries[i].in(locale)) visit(entries[i], *text, locale, found[i]);
    }
  });
  for (Findings& some : found) append(findings, std::move(some));
}

}  // namespace mektep
