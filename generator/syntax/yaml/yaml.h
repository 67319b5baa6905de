// YAML 1.2 (the part that people write by hand) into nodes. Refused with findings: invalid UTF-8, tabs as
// indentation, duplicate keys, anchors, aliases, tags, several documents, nesting over `max_depth`,
// unterminated quotes.
#pragma once
#include <string>
#include <string_view>

#include "base/finding.h"
#include "syntax/node.h"

namespace mektep {

struct YamlOptions {
  std::uint32_t first_line = 1;  // line number of the first line of `text` in its file (front matter)
  std::uint32_t max_depth = 64;
  std::size_t max_bytes = 1u << 20;  // the worst text of this size takes half a second
};

// Adds a finding for every fault and returns what could be read (a null node when nothing could).
Node parse_yaml(std::string_view text, const std::string& file, Findings& findings,
                const YamlOptions& options = {});

}  // namespace mektep
