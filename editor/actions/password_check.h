// Whether a new password will do, for this person at this school.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

std::optional<Refusal> check_password(Services& services, std::string_view password, const std::string& email,
                                      const std::string& name);

}  // namespace mektep::editor
