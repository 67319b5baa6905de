// The dashboard: what blocks publication, expires, lacks a translation or waits, each line leading to its
// field.
#pragma once
#include "editor/actions/services.h"
#include "editor/views/page.h"

namespace mektep::editor {

// Values of dashboard.html.
Values dashboard_values(Services& services, const Actor& actor, Language language);

// Where a finding is mended: "/edit/school/licences#licences[0].number".
std::string mending_place(const Finding& finding);
std::string place_of_file(std::string_view file, std::string_view field);

}  // namespace mektep::editor
