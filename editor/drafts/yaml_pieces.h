// YAML cut into the members of a map or the items of a list, by the text alone. Internal to this module.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/node.h"

namespace mektep::editor {

struct YamlPiece {
  std::string key;        // of a map; empty in a list
  std::string_view text;  // with the comments in front of it and all line ends; without commas in `flow`
  // Of `text`: what stands in front of the value, "key: " or "- ", comments included.
  std::string_view head, value;
};

// Together `open`, the pieces and `close` are the text; in `flow` with commas between the pieces.
struct YamlPieces {
  bool flow = false;       // {…} or […]
  std::size_t column = 0;  // of the members, when they stand on lines of their own
  std::string_view open, close;
  std::vector<YamlPiece> pieces;
};

// Cuts the source of a map or list whose first byte stands in `column` of its line. `node` is what the parser
// made of it: nullopt when the two do not agree, and for scalars.
std::optional<YamlPieces> cut_yaml(std::string_view text, std::size_t column, const Node& node);

}  // namespace mektep::editor
