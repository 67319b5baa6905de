// The one button behind «Сактоо»: a saved entry goes as near to the readers as the person may bring it.
#pragma once
#include <cstdint>
#include <string>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct SendEntry {
  enum class Result : std::uint8_t {
    published,  // approved, and the site is being built
    asked,      // somebody else has to approve it
  };
  std::string entry;

  Outcome<Result> execute(Services& services, const Actor& actor) const;
};

// Whether SendEntry would publish: mandatory information needs other eyes than its author's.
bool may_send_to_readers(Services& services, const Actor& actor, std::string_view entry);

}  // namespace mektep::editor
