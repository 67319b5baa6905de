// The school's governing structure as a diagram: founder, director, deputies, governing bodies, divisions;
// from the disclosed facts alone (SITE-15, DISC-7, DISC-8).
#pragma once
#include "outputs/site_context.h"
#include "theme/value.h"

namespace mektep {

// none when school/governance.yaml names neither bodies nor divisions. People are shown by their posts, with
// a name only under consent (ICT-21).
Value structure_value(const SiteContext& site, Locale locale);

}  // namespace mektep
