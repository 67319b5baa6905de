// The last build into a folder: what it was made from, which site came of it and what was to be said. Kept in
// the cache folder, not beside the site: findings are nobody else's business.
//
// As a file of the cache: the text of the inputs, an empty line, one object of JSON. What cannot be read
// counts as absent.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "build/kept_findings.h"

namespace mektep {

struct LastBuild {
  std::string inputs;  // BuildInputs::text
  Digest site;         // of the manifest of the folder
  std::size_t pages = 0, files = 0;
  Findings findings;
};

// `out`: the absolute path of the folder. An empty cache folder keeps nothing.
std::optional<LastBuild> recall_build(const std::string& cache_folder, std::string_view out,
                                      const RuleLookup& rule);
// Keeps nothing when something could not be read this time: next time it may be there.
void remember_build(const std::string& cache_folder, std::string_view out, const LastBuild& build);

}  // namespace mektep
