// Publishes a site into a folder of this machine.
#pragma once
#include <expected>
#include <string>

#include "base/finding.h"
#include "publish/output_folder.h"
#include "publish/publishable_site.h"

namespace mektep {

// Renders the site and puts it into `folder`, whole or not at all; see OutputFolder.
std::expected<OutputSummary, Findings> publish_to_folder(const PublishableSite& site,
                                                         const std::string& folder);

}  // namespace mektep
