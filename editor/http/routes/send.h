// What follows a save when the second button was pressed: to the readers, or to whoever approves.
#pragma once
#include <string>

#include "editor/http/router.h"

namespace mektep::editor {

Response send_entry(const Call& call, const std::string& entry);

}  // namespace mektep::editor
