// Publishing what is approved, going back to an earlier publication, and taking a schedule back.
#pragma once
#include <cstdint>
#include <string>

#include "editor/accounts/actor.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

// Returns the id of the publication, which the publisher builds in its own time. A second click returns the
// same.
struct PublishSite {
  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<std::int64_t> execute(Services& services, const Actor& actor) const;
};

// Shows again what an earlier publication showed, but for consents that were withdrawn since.
struct RollBackSite {
  std::int64_t publication = 0;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<std::int64_t> execute(Services& services, const Actor& actor) const;
};

struct UnscheduleEntry {
  std::string entry;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
