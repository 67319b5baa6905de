// The sections of the editor that a role sees above every screen.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "editor/permissions/permissions.h"

namespace mektep::editor {

struct Section {
  std::string_view name;  // the word nav_<name>
  std::string_view path;
  Ability ability = Ability::read;  // seen by whoever has it
};

// In the order of the screen. Sections without a route are left out when the server starts.
std::span<const Section> all_sections();

}  // namespace mektep::editor
