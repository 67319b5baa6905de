// A Markdown file: YAML between two lines `---` at its very beginning, then the text.
#pragma once
#include <string>
#include <string_view>

#include "base/finding.h"
#include "syntax/node.h"

namespace mektep {

struct FrontMatter {
  Node data;                    // a map; null when the file has no front matter
  std::string_view body;        // part of the input behind the closing line
  std::uint32_t body_line = 1;  // line number of the first line of `body`
};

// `text` must outlive the answer. A leading byte-order mark and CRLF are accepted with a note. Plain front
// matter
// (`key: text` lines) is read without the YAML library; anything else goes through parse_yaml. Same nodes
// either way.
FrontMatter parse_front_matter(std::string_view text, const std::string& file, Findings& findings);

}  // namespace mektep
