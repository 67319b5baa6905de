// cmark-gfm keeps one global table of the characters at which inline extensions want to be asked, and writes
// it at the beginning and end of every parse, so two threads disturb each other. We fill the table once, with
// the characters of autolink and strikethrough, and then take care that no parse changes it: autolink loses
// its list of characters (it needs it for nothing else), and strikethrough is an extension of our own that
// asks for NUL, a character that no text holds: the parser finds an extension by the character of its
// delimiter runs.
#include "syntax/markdown/cmark.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <cstring>
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#include <sanitizer/lsan_interface.h>
#endif
#endif

#include "syntax/markdown/arena.h"
#include "syntax/markdown/places.h"

// Exported by the library, declared in none of its public headers.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;
}

namespace mektep {

namespace {

constexpr int options = CMARK_OPT_FOOTNOTES;
cmark_mem memory{markdown_calloc, markdown_realloc, markdown_free};

// A run of one or two ~ (GFM 6.5).
cmark_node* match_tildes(cmark_syntax_extension*, cmark_parser*, cmark_node*, unsigned char c,
                         cmark_inline_parser* inlines) {
  if (c != '~') return nullptr;
  int left = 0, right = 0, punctuation_before = 0, punctuation_after = 0;
  char run[101];
  const int length = cmark_inline_parser_scan_delimiters(inlines, sizeof run - 1, '~', &left, &right,
                                                         &punctuation_before, &punctuation_after);
  std::memset(run, '~', static_cast<std::size_t>(length));
  run[length] = 0;
  cmark_node* text = cmark_node_new_with_mem(CMARK_NODE_TEXT, &memory);
  cmark_node_set_literal(text, run);
  if ((left || right) && length <= 2) cmark_inline_parser_push_delimiter(inlines, '\0', left, right, text);
  return text;
}

// The parser has found a run that closes an earlier one: their nodes become the strikethrough when they are
// equally long.
delimiter* close_tildes(cmark_syntax_extension* self, cmark_parser*, cmark_inline_parser* inlines,
                        delimiter* opener, delimiter* closer) {
  delimiter* const behind = closer->next;
  cmark_node* const node = opener->inl_text;
  if (std::strlen(cmark_node_get_literal(node)) != std::strlen(cmark_node_get_literal(closer->inl_text)) ||
      !cmark_node_set_type(node, CMARK_NODE_STRIKETHROUGH))
    return behind;
  cmark_node_set_syntax_extension(node, self);
  for (cmark_node* child = cmark_node_next(node); child && child != closer->inl_text;) {
    cmark_node* const next = cmark_node_next(child);
    cmark_node_append_child(node, child);
    child = next;
  }
  cmark_node_free(closer->inl_text);
  for (delimiter* d = closer; d && d != opener;) {
    delimiter* const previous = d->previous;
    cmark_inline_parser_remove_delimiter(inlines, d);
    d = previous;
  }
  cmark_inline_parser_remove_delimiter(inlines, opener);
  return behind;
}

int contains_inlines(cmark_syntax_extension*, cmark_node*, cmark_node_type child) {
  return (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

struct Extensions {
  cmark_syntax_extension *table, *autolink, *tasks, *strikethrough;

  Extensions() {
#ifdef __SANITIZE_ADDRESS__
    __lsan_disable();  // the list that autolink loses is never freed
#endif
    cmark_gfm_core_extensions_ensure_registered();
    table = cmark_find_syntax_extension("table");
    autolink = cmark_find_syntax_extension("autolink");
    tasks = cmark_find_syntax_extension("tasklist");
    if (!table || !autolink || !tasks) std::abort();  // a broken installation

    cmark_parser* parser = cmark_parser_new(options);
    cmark_parser_attach_syntax_extension(parser, autolink);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("strikethrough"));
    cmark_manage_extensions_special_characters(parser, 1);
    cmark_parser_free(parser);
    cmark_syntax_extension_set_special_inline_chars(autolink, nullptr);

    strikethrough = cmark_syntax_extension_new("mektep-strikethrough");
    cmark_syntax_extension_set_match_inline_func(strikethrough, match_tildes);
    cmark_syntax_extension_set_inline_from_delim_func(strikethrough, close_tildes);
    cmark_syntax_extension_set_can_contain_func(strikethrough, contains_inlines);
    cmark_syntax_extension_set_special_inline_chars(
        strikethrough, cmark_llist_append(cmark_get_default_mem_allocator(), nullptr, nullptr));
#ifdef __SANITIZE_ADDRESS__
    __lsan_enable();
#endif
  }
};

const Extensions& extensions() {
  static const Extensions all;
  return all;
}

// No object with a destructor may live in this function: the arena leaves it by a jump.
cmark_node* parse(const char* text, std::size_t size, const Extensions& all, MarkdownArena& arena) {
  if (setjmp(arena.exhausted) != 0) return nullptr;  // NOLINT: see MarkdownArena
  cmark_parser* parser = cmark_parser_new_with_mem(options, &memory);
  cmark_parser_attach_syntax_extension(parser, all.table);
  cmark_parser_attach_syntax_extension(parser, all.strikethrough);
  cmark_parser_attach_syntax_extension(parser, all.autolink);
  cmark_parser_attach_syntax_extension(parser, all.tasks);
  cmark_parser_feed(parser, text, size);
  return cmark_parser_finish(parser);
}

std::string_view view(const char* text) {
  return text ? std::string_view(text) : std::string_view();
}

// Walks the library's tree and writes ours.
class Converter {
 public:
  Converter(const MarkdownSource& source, Markdown& owner, std::vector<MdNode>& nodes)
      : source_(source), owner_(owner), nodes_(nodes), places_(source) {}

  void convert(cmark_node* root) {
    nodes_.emplace_back();
    nodes_[0].mark = source_.mark(0);
    open_.push_back({0, 0});
    cmark_node* node = cmark_node_first_child(root);
    while (node) {
      const std::uint32_t made = add(node);
      cmark_node* next = made == 0 ? nullptr : cmark_node_first_child(node);
      if (next) {
        open_.push_back({made, 0});
      } else {
        while (!(next = cmark_node_next(node))) {
          node = cmark_node_parent(node);
          if (node == root) return;
          open_.pop_back();
        }
      }
      node = next;
    }
  }

 private:
  struct Open {
    std::uint32_t node, last_child;
  };

  std::uint32_t append(MdType type, std::size_t offset) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    Open& open = open_.back();
    MdNode& node = nodes_.emplace_back();
    node.type = type;
    node.parent = open.node;
    node.mark = source_.mark(offset);
    (open.last_child == 0 ? nodes_[open.node].first_child : nodes_[open.last_child].next) = index;
    open.last_child = index;
    return index;
  }

  std::string_view keep(std::string_view text, bool one_line) {
    if (source_.changed() && text.find(MarkdownSource::open) != std::string_view::npos)
      return owner_.keep(source_.restore(text, one_line));
    return owner_.keep(text);
  }

  static Said said_of(cmark_node* node) {
    return {cmark_node_get_start_line(node), cmark_node_get_start_column(node)};
  }
  std::size_t locate(cmark_node* node, std::string_view text) { return places_.locate(said_of(node), text); }

  std::size_t block_offset(cmark_node* node) {
    return source_.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  }

  std::uint32_t block(cmark_node* node, MdType type) {
    places_.cursor = block_offset(node);
    return append(type, places_.cursor);
  }

  std::uint32_t span(cmark_node* node, MdType type, std::string_view marks) {
    return append(type, places_.locate_mark(said_of(node), marks));
  }

  // Text, split where placeholders stand in it.
  void add_text(cmark_node* node) {
    std::string_view text = view(cmark_node_get_literal(node));
    if (text.empty()) return;
    std::size_t offset = locate(node, text);
    std::string restored;
    if (source_.has_literals()) text = restored = source_.restore_literals(text);
    if (!source_.changed() || text.find(MarkdownSource::open) == std::string_view::npos) {
      nodes_[append(MdType::text, offset)].text = owner_.keep(text);
      return;
    }
    for (std::size_t at = 0, from = 0; from < text.size();) {
      at = std::min(text.find(MarkdownSource::open, at), text.size());
      std::size_t end = at;
      const std::uint32_t number = source_.placeholder(text, end);
      const bool is_placeholder = number != MarkdownSource::no_placeholder;
      if (at < text.size() && !is_placeholder) {
        ++at;
        continue;
      }
      if (at > from)
        nodes_[append(MdType::text, offset + from)].text = owner_.keep(text.substr(from, at - from));
      if (is_placeholder) {
        const std::size_t shown = source_.placeholder_offset(number);
        nodes_[append(MdType::shortcode, shown)].number = number;
        offset = shown - at;  // marks of what follows count from here
      }
      at = from = end;
    }
  }

  void address(cmark_node* node, MdNode& made) {
    // Shortcodes stay in: the caller refuses such an address.
    const std::string_view url = view(cmark_node_get_url(node));
    made.extra = source_.has_literals() ? owner_.keep(source_.restore_literals(url)) : owner_.keep(url);
    made.title = keep(view(cmark_node_get_title(node)), true);
  }

  static bool is_bare(cmark_node* link) {
    cmark_node* child = cmark_node_first_child(link);
    if (!child || cmark_node_next(child) || cmark_node_get_type(child) != CMARK_NODE_TEXT) return false;
    const std::string_view text = view(cmark_node_get_literal(child));
    const std::string_view url = view(cmark_node_get_url(link));
    return !text.empty() && url.ends_with(text) &&
           (url.size() == text.size() || url.substr(0, url.size() - text.size()) == "http://" ||
            url.substr(0, url.size() - text.size()) == "mailto:");
  }

  // Returns 0 when nothing may hang below.
  std::uint32_t add(cmark_node* node) {
    switch (const cmark_node_type type = cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        add_text(node);
        return 0;
      case CMARK_NODE_SOFTBREAK:
        append(MdType::soft_break, source_.line_end(places_.cursor));
        places_.cursor = std::min(source_.line_end(places_.cursor) + 1, source_.text().size());
        return 0;
      case CMARK_NODE_LINEBREAK:
        append(MdType::line_break, places_.cursor);
        places_.cursor = std::min(source_.line_end(places_.cursor) + 1, source_.text().size());
        return 0;
      case CMARK_NODE_CODE: {
        const std::string_view text = view(cmark_node_get_literal(node));
        const std::size_t at = locate(node, text);
        nodes_[append(MdType::code, at)].text = keep(text, true);
        return 0;
      }
      case CMARK_NODE_HTML_INLINE: {
        const std::string_view text = view(cmark_node_get_literal(node));
        nodes_[append(MdType::html_inline, locate(node, text))].text = keep(text, false);
        return 0;
      }
      case CMARK_NODE_EMPH:
        return span(node, MdType::emphasis, "*_");
      case CMARK_NODE_STRONG:
        return span(node, MdType::strong, "*_");
      case CMARK_NODE_LINK: {
        const bool bare = is_bare(node);
        std::size_t at = 0;
        if (bare) {
          const std::size_t before = places_.cursor;
          at = locate(cmark_node_first_child(node),
                      view(cmark_node_get_literal(cmark_node_first_child(node))));
          places_.cursor = std::min(before, at);
          if (at > 0 && source_.text()[at - 1] == '<') --at;
        }
        const std::uint32_t made = bare ? append(MdType::link, at) : span(node, MdType::link, "[<");
        nodes_[made].flag = bare;
        address(node, nodes_[made]);
        return made;
      }
      case CMARK_NODE_IMAGE: {
        const std::uint32_t made = span(node, MdType::image, "!");
        address(node, nodes_[made]);
        return made;
      }
      case CMARK_NODE_FOOTNOTE_REFERENCE: {
        const std::uint32_t made = span(node, MdType::footnote_reference, "[");
        nodes_[made].number = static_cast<std::uint32_t>(std::atoi(cmark_node_get_literal(node)));
        return 0;
      }
      case CMARK_NODE_PARAGRAPH:
        return block(node, MdType::paragraph);
      case CMARK_NODE_HEADING: {
        const std::uint32_t made = block(node, MdType::heading);
        nodes_[made].level = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
        return made;
      }
      case CMARK_NODE_THEMATIC_BREAK:
        block(node, MdType::thematic_break);
        return 0;
      case CMARK_NODE_BLOCK_QUOTE:
        return block(node, MdType::block_quote);
      case CMARK_NODE_LIST: {
        const std::uint32_t made = block(node, MdType::list);
        nodes_[made].flag = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        nodes_[made].number = static_cast<std::uint32_t>(cmark_node_get_list_start(node));
        return made;
      }
      case CMARK_NODE_ITEM: {
        const std::uint32_t made = block(node, MdType::item);
        nodes_[made].flag = cmark_node_get_list_tight(cmark_node_parent(node)) != 0;
        if (cmark_node_get_syntax_extension(node) == extensions().tasks)
          nodes_[made].level = cmark_gfm_extensions_get_tasklist_item_checked(node) ? 'x' : '_';
        return made;
      }
      case CMARK_NODE_CODE_BLOCK: {
        const std::uint32_t made = block(node, MdType::code_block);
        nodes_[made].text = keep(view(cmark_node_get_literal(node)), false);
        nodes_[made].extra = keep(view(cmark_node_get_fence_info(node)), true);
        return 0;
      }
      case CMARK_NODE_HTML_BLOCK: {
        const std::uint32_t made = block(node, MdType::html_block);
        nodes_[made].text = keep(view(cmark_node_get_literal(node)), false);
        return 0;
      }
      case CMARK_NODE_FOOTNOTE_DEFINITION: {
        const std::uint32_t made = block(node, MdType::footnote_definition);
        nodes_[made].number = ++footnotes_;
        return made;
      }
      default:
        return add_extension(node, type);
    }
  }

  std::uint32_t add_extension(cmark_node* node, cmark_node_type type) {
    if (type == CMARK_NODE_STRIKETHROUGH) {
      const std::uint32_t made = span(node, MdType::strikethrough, "~");
      return made;
    }
    if (type == CMARK_NODE_TABLE) {
      alignments_ = cmark_gfm_extensions_get_table_alignments(node);
      columns_ = cmark_gfm_extensions_get_table_columns(node);
      return block(node, MdType::table);
    }
    if (type == CMARK_NODE_TABLE_ROW) {
      column_ = 0;
      return block(
          node, cmark_gfm_extensions_get_table_row_is_header(node) ? MdType::table_head : MdType::table_row);
    }
    if (type == CMARK_NODE_TABLE_CELL) {
      const std::uint32_t made = block(node, MdType::table_cell);
      if (alignments_ && column_ < columns_) nodes_[made].level = alignments_[column_];
      ++column_;
      return made;
    }
    return 0;
  }

  const MarkdownSource& source_;
  Markdown& owner_;
  std::vector<MdNode>& nodes_;
  std::vector<Open> open_;
  Places places_;
  std::uint32_t footnotes_ = 0;
  const std::uint8_t* alignments_ = nullptr;
  std::size_t columns_ = 0, column_ = 0;
};

}  // namespace

bool parse_with_cmark(const MarkdownSource& source, Markdown& owner, std::vector<MdNode>& nodes) {
  const Extensions& all = extensions();
  MarkdownArena& arena = MarkdownArena::of_thread();
  const std::string_view text = source.text();
  arena.begin((16u << 20) + 100 * text.size());
  cmark_node* root = parse(text.data(), text.size(), all, arena);
  // The accessors of the conversion may allocate as well, so it has no limit of its own.
  if (root) {
    arena.lift_limit();
    Converter(source, owner, nodes).convert(root);
  }
  arena.end();
  return root != nullptr;
}

}  // namespace mektep
