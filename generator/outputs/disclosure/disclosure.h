// The disclosure section: an overview of all items, a page for each group, the same as JSON, and the school's
// graph.
#pragma once
#include <string>
#include <vector>

#include "facts/disclosure/disclosure.h"
#include "outputs/site_context.h"

namespace mektep {

// What a group page shows under each of the group's items, in their order: safe HTML in which every value
// carries the `itemprop` of the sveden alias table inside its container. Values that several items share
// stand under the first.
std::vector<std::string> disclosure_values(const SiteContext& site, const DisclosureGroup& group,
                                           Locale locale);

// Site path of a group page: "/disclosure/staff/".
std::string disclosure_path(const DisclosureGroup& group, Locale locale);

// disclosure.json: the same values for machines, with digests of documents and the revision that they come
// from.
std::string disclosure_json(const SiteContext& site);

// The school as a schema.org graph (a JSON object).
std::string school_json_ld(const SiteContext& site, Locale locale);

}  // namespace mektep
