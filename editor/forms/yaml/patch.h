// Patches of YAML: a text that means something else than before, with everything that has not changed left as
// it was, byte for byte: comments, order, unknown keys, quotes, blank lines. Pure functions.
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "syntax/node.h"

namespace mektep::editor {

enum class PatchFault : std::uint8_t {
  unreadable,  // the text has faults of its own, which have to be mended in the text
  unusual,     // written in a way that patches do not touch (`? key`, a map without braces inside brackets)
};

// `text` changed so that it reads as `wanted`.
//
// `wanted` is made from the nodes that parse_yaml() gives for `text`: scalars get another text, entries are
// added, left out or moved. An item of a list is known again by its mark, a member of a map by its key; an
// item without a mark is new. Of a scalar, `quoted` says that it is a text: it is then quoted wherever YAML
// would read a number, a truth value or a date; without it the value is written plain if its characters allow
// it. A scalar whose text has not changed keeps its quotes or goes without, unless it is quoted and wanted
// plain.
std::expected<std::string, PatchFault> patch_yaml(std::string_view text, const Node& wanted,
                                                  std::uint32_t first_line = 1);

// The same for the front matter of a Markdown file, with marks from parse_front_matter(). The text behind it
// stays; a file without front matter gets one.
std::expected<std::string, PatchFault> patch_front_matter(std::string_view text, const Node& wanted);

// A new text.
std::string write_yaml(const Node& value);

// Whether a text that reads as `now` needs no patch to mean `wanted`. The order of a map's members counts.
bool means(const Node& now, const Node& wanted);

}  // namespace mektep::editor
