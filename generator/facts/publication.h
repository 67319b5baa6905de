// Which entries are part of the site on a given day.
#pragma once
#include "base/date.h"
#include "content/model.h"
#include "facts/links.h"

namespace mektep {

// The school has given it a last day on the site (`shown_until`), and that is over.
bool has_run_out(const Entry& entry, Date today);
// Not a draft, not run out, not dated after `today`, and the consents of the people whom it names are in
// force (ICT-22). An event is announced before it happens: only its `date` counts, if any.
bool is_published(const Entry& entry, Date today);
// An announcement that is still news on `today`.
bool is_current_announcement(const Entry& entry, Date today);
// The entry that a link leads to, or in whose folder its file lies, when that has run out: of such a link the
// words stay. nullptr: it has not.
const Entry* run_out_behind(const LinkTarget& target, const ContentModel& model, Date today);

}  // namespace mektep
