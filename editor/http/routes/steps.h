// What the buttons of a screen ask for, and likewise the member "do" of the JSON API.
#pragma once
#include <string>
#include <string_view>

#include "editor/http/router.h"

namespace mektep::editor {

// ask, comment, return, withdraw, approve, unschedule. The notice of the next screen.
Outcome<std::string_view> review_step(Services& services, const Actor& actor, const std::string& entry,
                                      const Form& form);
// answer, aside, back, delete.
Outcome<std::string_view> message_step(Services& services, const Actor& actor, std::int64_t message,
                                       const Form& form);

}  // namespace mektep::editor
