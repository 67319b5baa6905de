// The content as the consent register needs it: prepared by the generator, with the names behind pseudonyms
// that only this machine knows.
#pragma once
#include <memory>
#include <string>

#include "build/prepared_site.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

Date school_today(const Services& services);

// The content of a revision on a day. Takes as long as a check.
Outcome<std::unique_ptr<PreparedSite>> prepare_content(Services& services, const std::string& revision,
                                                       Date day);
// The register and the staff alone, of the newest content: a few milliseconds.
Outcome<ContentModel> load_register(Services& services);

}  // namespace mektep::editor
