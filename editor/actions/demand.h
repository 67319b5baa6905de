// The first line of every action: may this person do that? Denials are logged.
#pragma once
#include <optional>
#include <string_view>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"
#include "editor/permissions/permissions.h"

namespace mektep::editor {

// A refusal when the role lacks `ability`; `what` and `object` name the deed in the log: "entry.save", the
// id.
std::optional<Refusal> demand(Services& services, const Actor& actor, Ability ability, std::string_view what,
                              std::string_view object = {});
// Likewise for changing something that belongs to the account `owner` (0 = to the school).
std::optional<Refusal> demand_write(Services& services, const Actor& actor, std::int64_t owner,
                                    std::string_view what, std::string_view object);

// Notes in the audit log what was done. `details` are short facts, never texts of people.
void note(Services& services, const Actor& actor, std::string_view what, std::string_view object,
          std::vector<std::pair<std::string, std::string>> details = {});

}  // namespace mektep::editor
