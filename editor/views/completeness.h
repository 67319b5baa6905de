// How complete the mandatory information is: "57 of 62", and so for each group of the catalogue and each
// section of the school, every item leading to its field.
#pragma once
#include <string>

#include "editor/actions/services.h"
#include "editor/views/page.h"

namespace mektep::editor {

// Of templates: {items, settled, percent, groups: [{id, label, items, settled, all: [line], open: [line]}]};
// a line is {number, label, state, settled, href}, `open` those that are not settled. No groups while there
// is no report.
Value completeness_value(const CheckReport& report, const Catalogue& catalogue, Language language);

// The items of one section ("school/licences"): how many of how many are settled.
struct SectionCount {
  std::size_t settled = 0, items = 0;
};
SectionCount count_section(const CheckReport& report, const Catalogue& catalogue, std::string_view entry);

}  // namespace mektep::editor
