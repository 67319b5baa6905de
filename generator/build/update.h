// A prepared site brought up to another snapshot without reading everything again: for the preview of a text
// while it is written.
#pragma once
#include <memory>

#include "build/prepared_site.h"

namespace mektep {

// True: `site` is now prepared from `snapshot`, and every file of it has the bytes that prepare_site would
// give it; its findings are those of planning alone. That works when only texts of entries differ from the
// snapshot before, and history has only grown in between. False: `site` is empty and has to be prepared anew.
// Options stay what they were.
bool update_site(std::unique_ptr<PreparedSite>& site, std::shared_ptr<const Snapshot> snapshot);

}  // namespace mektep
