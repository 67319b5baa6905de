// Where the nodes of a YAML text begin and end: what parse_yaml() tells of positions, completed by the ends
// that a patch needs. Internal to this folder.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "syntax/node.h"

namespace mektep::editor {

// Offsets are bytes of the text.
struct Layout {
  struct Entry;

  std::size_t begin = 0, end = 0;  // of the value's own characters; equal for a value that is not written
  bool flow = false;               // a list or map in brackets
  std::size_t column = 0;      // of the dashes or keys of a list or map without brackets: characters in front
  std::vector<Entry> entries;  // as many as the node has items or members
};

struct Layout::Entry {
  std::size_t lead = 0;   // where the comment lines above it begin, in the same column; `begin` without any
  std::size_t begin = 0;  // of its dash or key; in brackets of an item itself
  std::size_t after = 0;  // behind its dash or colon; `begin` of an item in brackets
  std::size_t end = 0;    // of its value and of a comment behind that in the same line
  bool own_line = true;   // only spaces stand in front of `begin`
  Layout value;
};

// The layout of `root`, which parse_yaml() has read from `text` without a finding that blocks; `first_line`
// is the number of its first line. nullopt: the text is written in a way that nobody uses by hand (`? key`, a
// map without braces inside brackets), and patches do not touch it.
std::optional<Layout> lay_out(std::string_view text, const Node& root, std::uint32_t first_line);

}  // namespace mektep::editor
