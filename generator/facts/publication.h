// Which entries are part of the site on a given day.
#pragma once
#include "base/date.h"
#include "content/model.h"

namespace mektep {

// Not a draft, not dated after `today`, and the consents of the people whom it names are in force (ICT-22).
// An event is announced before it happens: only its `date` counts, if any.
bool is_published(const Entry& entry, Date today);
// An announcement that is still news on `today`.
bool is_current_announcement(const Entry& entry, Date today);

}  // namespace mektep
