// JSON-LD of entries (schema.org); the school's own graph is the disclosure section's.
#pragma once
#include <string>

#include "outputs/site_context.h"

namespace mektep {

// A NewsArticle or an Event as a JSON object; empty for other entries.
std::string entry_json_ld(const SiteContext& site, const Entry& entry, Locale locale);

}  // namespace mektep
