// The site as it was on a day: what visitors saw at its end, built anew from the commit of that publication.
// Consents are those of today: what was withdrawn since stays withdrawn (ICT-24).
#pragma once
#include <cstdint>
#include <string>

#include "editor/accounts/actor.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct SeenBack {
  std::string link;      // at the origin of the preview
  std::string revision;  // of the publication
  std::int64_t publication = 0;
};

struct LookBack {
  std::string day;  // "2026-09-01", in the school's time zone

  Outcome<SeenBack> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
