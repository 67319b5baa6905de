// What can be seen to be wrong in a finished page without a browser: the mark-up of a theme's templates, not
// the school's texts. Not a validator: tests/site has those.
#pragma once
#include <string>
#include <string_view>

#include "base/finding.h"

namespace mektep {

struct PageLimits {
  std::size_t bytes = 100'000;  // of the page with its style sheets and scripts, uncompressed
  std::size_t requests = 6;  // of the page, its style sheets, scripts and icon; without pictures in the text
};

// `size_of` gives the bytes of a style sheet or script by its address as it stands in the page; 0 = unknown.
struct LintedPage {
  std::string file;  // in the site: the place of findings
  std::string_view html;
  std::size_t (*size_of)(const void* context, std::string_view address) = nullptr;
  const void* context = nullptr;
};
void lint_page(const LintedPage& page, const PageLimits& limits, Findings& findings);

}  // namespace mektep
