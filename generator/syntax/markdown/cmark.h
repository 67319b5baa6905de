// cmark-gfm behind a border: one parse of a source into our nodes. The only place that knows the library.
#pragma once
#include <string>
#include <vector>

#include "syntax/markdown/markdown.h"
#include "syntax/markdown/source.h"

namespace mektep {

// Appends to `nodes` the tree of source.text(): in document order, texts kept by `owner`, places in the file,
// inline placeholders as shortcode nodes with their number. Footnotes have their numbers; a link is flagged
// when its text is its address. False when the parser ran out of its share of memory. Safe in several threads
// at once.
bool parse_with_cmark(const MarkdownSource& source, Markdown& owner, std::vector<MdNode>& nodes);

}  // namespace mektep
