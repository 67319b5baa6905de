// theme/tokens.yaml of a school: its own colours over those of the theme, and nothing else, so that the theme
// can be renewed under them. Checked like the theme's own: a colour that cannot be read is a finding.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "theme/colours.h"

namespace mektep {

struct TokenSource {
  std::string_view yaml;
  std::string file;  // for findings: "theme/tokens.yaml"
};
// What to append to the theme's style sheet `css`; empty when nothing of the file is usable.
std::string own_tokens(const TokenSource& source, std::string_view css,
                       const std::vector<ContrastPair>& pairs, Findings& findings);

}  // namespace mektep
