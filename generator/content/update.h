// Brings a content model up to a snapshot that differs little from the one it was loaded from.
#pragma once
#include <string>
#include <vector>

#include "content/model.h"

namespace mektep {

// Paths of the files that are not the same in both, sorted.
std::vector<std::string> changed_files(const Snapshot& before, const Snapshot& now);

// When all of `changed` are texts of entries, reads these entries anew, so that the model is what
// load_content makes of `now`. False: something else has changed, or a file cannot be read; then the model
// may be half updated and has to be loaded. Findings are not told: this is for looking at a text while it is
// written.
bool update_texts(ContentModel& model, const std::vector<std::string>& changed, const Snapshot& now,
                  const SchemaSet& schemas);

}  // namespace mektep
