// Writes values as YAML in the style of the project's own content: short maps in braces, quotes only where
// YAML needs them or where another tool would read a number, long texts as blocks. Internal to this folder.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "syntax/node.h"

namespace mektep::editor {

enum class ScalarStyle : std::uint8_t { plain, single_quoted, double_quoted, block };

struct EmitContext {
  std::size_t column = 0;    // of the dashes or keys that the value stands behind
  bool in_flow = false;      // inside brackets
  bool behind_dash = false;  // of a list; else behind the colon of a map
  bool top = false;          // nothing stands around it
  std::string_view eol = "\n";
  std::size_t used = 0;  // characters in front of the value in its line
};

// One line, or for ScalarStyle::block several whose first is the sign and whose others stand deeper than the
// column. `node.quoted`: it is a text, which must not turn into a number, a date or a truth value; else it is
// written plain. The wanted style is kept where the text allows it.
std::string emit_scalar(const Node& node, ScalarStyle style, const EmitContext& context);
// Whether YAML reads something else than a text when it is written without quotes: 0312, no, 2026-09-01.
bool is_ambiguous(std::string_view text);
// Fit to be a key.
std::string emit_key(std::string_view key, bool in_flow);
// In brackets, in one line.
std::string emit_flow(const Node& node);
// What follows the dash or colon, the space or line end before it included.
std::string emit_value(const Node& node, const EmitContext& context);
// The entries of a map or list that is not empty, without brackets, each line at `column` or deeper; without
// a line end behind the last, and without the spaces in front of the first.
std::string emit_block(const Node& node, std::size_t column, std::string_view eol);
// One entry of such a block: `key: value` or `- value`.
std::string emit_entry(const Node& value, const std::string* key, std::size_t column, std::string_view eol);

}  // namespace mektep::editor
