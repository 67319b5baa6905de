// Markdown (CommonMark, GFM tables, task lists, strikethrough, autolinks, footnotes) and our shortcodes, into
// a tree of our own with positions. cmark-gfm does the parsing behind it.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/locale.h"

namespace mektep {

enum class MdType : std::uint8_t {
  document,
  paragraph,
  heading,
  thematic_break,
  block_quote,
  list,
  item,
  code_block,
  html_block,
  table,
  table_head,
  table_row,
  table_cell,
  footnote_definition,
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  footnote_reference,
  shortcode,  // block or inline; see MdNode::number
};

// A node of the tree; children and siblings by index in Markdown::nodes, 0 (the document) = none.
struct MdNode {
  MdType type = MdType::document;
  std::uint8_t level =
      0;  // heading 1…6; table cell alignment: 0 none, 'l', 'c', 'r'; task item: 'x' done, '_' open
  bool flag = false;  // list: ordered; list item of a tight list: true; shortcode: stands alone as a block;
                      // link: written as a bare address
  std::uint32_t first_child = 0;
  std::uint32_t next = 0;
  std::uint32_t parent = 0;
  std::uint32_t number = 0;  // list start; footnote number; shortcode: index in Markdown::shortcodes
  Mark mark;                 // in the file
  std::string_view text;     // text, code, HTML source, code block contents, heading id
  std::string_view extra;    // link/image: address as written; code block: info string
  std::string_view title;    // link/image title
};

// {{< name key="value" flag >}}
struct Shortcode {
  struct Argument {
    std::string_view key;  // empty for a positional one
    std::string_view value;
    Mark mark;
  };
  std::string_view name;
  std::vector<Argument> arguments;
  Mark mark;
  const Argument* find(std::string_view key) const;
  std::string_view get(std::string_view key) const;  // empty when absent
};

// Owns what its views point to. Movable, not copyable; reading is safe from several threads.
class Markdown {
 public:
  Markdown();
  ~Markdown();
  Markdown(Markdown&&) noexcept;
  Markdown& operator=(Markdown&&) noexcept;

  std::vector<MdNode> nodes;  // nodes[0] is the document; in document order; footnotes at the end, by number
  std::vector<Shortcode> shortcodes;

  bool empty() const { return nodes.size() <= 1; }
  std::string_view keep(std::string_view text);  // a copy that lives as long as this object
  void reserve(std::size_t bytes);               // room for the next calls of keep()

 private:
  struct Storage;
  std::unique_ptr<Storage> storage_;
};

struct MarkdownOptions {
  std::uint32_t first_line = 1;
  Locale locale = Locale::ky;        // for the ids of headings
  std::size_t max_bytes = 2u << 20;  // more, or a run that makes the parser quadratic, is a finding
};

// Thread-safe. Links written as bare addresses and ~~strikethrough~~ follow GFM to the letter. Faults of the
// text (raw HTML, dangerous link schemes, unknown or broken shortcodes syntax, size) become findings; the
// tree never holds a link address with a scheme other than http, https, mailto, tel (such a link keeps its
// text and an empty address). Raw HTML nodes stay in the tree but are never rendered.
Markdown parse_markdown(std::string_view body, const std::string& file, Findings& findings,
                        const MarkdownOptions& options = {});

// The words of the tree from `node` down without mark-up: for summaries, titles, the search index. Blocks are
// separated by a space. At most `limit` code points, cut between two words where there are two.
std::string plain_text(const Markdown& tree, std::uint32_t node = 0, std::size_t limit = SIZE_MAX);

}  // namespace mektep
