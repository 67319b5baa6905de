// Finds the shortcodes of a Markdown body before Markdown itself is read, so that quotes, < * _ | in their
// arguments are safe. What stands in code comes out literally: the caller puts it back and drops its
// findings.
#pragma once
#include <string>
#include <vector>

#include "syntax/markdown/markdown.h"
#include "syntax/markdown/source.h"

namespace mektep {

struct FoundShortcode {
  Shortcode shortcode;
  Findings findings;  // not empty: the shortcode is broken and is rendered as nothing
};

// Replaces each in `source` by the placeholder of its index in the answer. `owner` keeps the texts. The ^ of
// a footnote reference that cannot be one is replaced as a literal (its entry in the answer stays empty):
// cmark-gfm 0.29.0.gfm.6 puts wrong bytes in the place of such a reference when it spans two lines.
std::vector<FoundShortcode> find_shortcodes(MarkdownSource& source, Markdown& owner, const std::string& file);

}  // namespace mektep
