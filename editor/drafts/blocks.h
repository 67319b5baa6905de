// Markdown cut into the blocks that people think in: paragraphs, headings, items of lists, tables, fenced
// code.
#pragma once
#include <string_view>
#include <vector>

namespace mektep::editor {

struct TextBlock {
  std::string_view text;  // without the line ends behind it
  std::string_view gap;   // the line ends and blank lines behind it
  bool item = false;      // of a list, at the left edge
};

// Together the blocks are the text, byte for byte; `lead` is what blank lines stand before the first.
struct TextBlocks {
  std::string_view lead;
  std::vector<TextBlock> blocks;
};
TextBlocks split_blocks(std::string_view text);

}  // namespace mektep::editor
