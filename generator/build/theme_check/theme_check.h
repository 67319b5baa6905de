// Whether a theme keeps the contract of themes/README.md: its templates, words, colours, and the pages that
// come out of it for a whole school.
#pragma once
#include <expected>
#include <memory>

#include "base/finding.h"
#include "build/prepared_site.h"

namespace mektep {

struct ThemeAnswer {
  Findings findings;  // about the theme only, sorted
  std::shared_ptr<const Snapshot> snapshot;
};

// Makes the site of `options.repository` with the theme of `options.theme_folder` (or the one that its
// site.yaml names, with the school's own theme/ over it), looks at every page and writes nothing.
std::expected<ThemeAnswer, Finding> check_theme(BuildOptions options);

// The parts that need no site.
void check_theme_files(const Theme& theme, const SiteContext& context, Findings& findings);
void check_theme_names(const Theme& theme, const SiteContext& context, Findings& findings);

}  // namespace mektep
