#include "syntax/markdown/html.h"

#include "base/text.h"
#include "syntax/markdown/address.h"
#include "syntax/markdown/typography.h"

namespace mektep {

namespace {

struct Labels {
  std::string_view table, footnotes, back, done, open;
};
constexpr std::array<Labels, 2> labels{{
    {"Таблица", "Эскертүүлөр", "Текстке кайтуу", "аткарылды", "аткарыла элек"},
    {"Таблица", "Примечания", "Вернуться к тексту", "сделано", "не сделано"},
}};

class Renderer {
 public:
  Renderer(std::string& out, const Markdown& tree, MarkdownHooks& hooks, const MarkdownHtmlOptions& options)
      : out_(out),
        begin_(out.size()),
        tree_(tree),
        nodes_(tree.nodes),
        hooks_(hooks),
        options_(options),
        labels_(labels[index(options.locale)]),
        typographer_(options.locale) {}

  void render() {
    std::uint32_t at = 0;
    for (;;) {
      if (enter(nodes_[at]) && nodes_[at].first_child != 0) {
        at = nodes_[at].first_child;
        continue;
      }
      leave(nodes_[at]);
      while (at != 0 && nodes_[at].next == 0) {
        at = nodes_[at].parent;
        leave(nodes_[at]);
      }
      if (at == 0) return;
      at = nodes_[at].next;
    }
  }

 private:
  // A line break unless one is there.
  void line() {
    if (out_.size() > begin_ && out_.back() != '\n') out_ += '\n';
  }

  template <class... Parts>
  void put(const Parts&... parts) {
    (out_.append(parts), ...);
  }

  void put_number(std::uint32_t number) { fmt::format_to(std::back_inserter(out_), "{}", number); }

  bool is_tight(const MdNode& paragraph) const {
    const MdNode& parent = nodes_[paragraph.parent];
    return parent.type == MdType::item && parent.flag;
  }

  // A picture that is its whole paragraph: a figure of its own, and HTML allows no figure inside <p>.
  bool is_figure(const MdNode& paragraph) const {
    if (paragraph.first_child == 0 || !hooks_.images_are_blocks()) return false;
    const MdNode& child = nodes_[paragraph.first_child];
    return child.type == MdType::image && child.next == 0 &&
           nodes_[paragraph.parent].type != MdType::footnote_definition;
  }

  // Whether something other than a space follows `node` in its block.
  bool has_more(const MdNode& node) const {
    const MdNode* at = &node;
    for (int levels = 0; at->type >= MdType::text && levels < 16; ++levels, at = &nodes_[at->parent]) {
      if (at->next == 0) continue;
      const MdNode& next = nodes_[at->next];
      if (next.type == MdType::soft_break || next.type == MdType::line_break) return false;
      return !(next.type == MdType::text && next.text.starts_with(' '));
    }
    return false;
  }

  void text(const MdNode& node) {
    if (options_.typography && !plain_link_) {
      typographer_.text(out_, node.text, has_more(node));
    } else {
      append_html(out_, node.text);
      typographer_.thing();
    }
  }

  std::string alt(const MdNode& image) const {
    std::string alt;
    const auto root = static_cast<std::uint32_t>(&image - nodes_.data());
    std::uint32_t at = image.first_child;
    while (at != 0) {
      const MdNode& node = nodes_[at];
      if (node.type == MdType::text || node.type == MdType::code) alt += node.text;
      if (node.type == MdType::soft_break || node.type == MdType::line_break) alt += ' ';
      if (node.first_child != 0) {
        at = node.first_child;
        continue;
      }
      while (at != root && nodes_[at].next == 0) at = nodes_[at].parent;
      at = at == root ? 0 : nodes_[at].next;
    }
    return alt;
  }

  void open_link(const MdNode& node) {
    plain_link_ = node.flag;
    // The library lets <https://…> stand inside [ ]( ); HTML has no link in a link.
    ++link_depth_;
    const std::string address = hooks_.link(node);
    if (link_depth_ == 1) link_open_ = !address.empty();
    if (!link_open_ || link_depth_ > 1) return;
    put("<a href=\"");
    append_href(out_, address);
    if (!node.title.empty()) {
      put("\" title=\"");
      append_html(out_, node.title);
    }
    put("\">");
  }

  void footnote_reference(const MdNode& node) {
    const std::uint32_t count = ++references_[node.number];
    put("<sup class=\"footnote-ref\"><a href=\"#", options_.id_prefix, "fn-");
    put_number(node.number);
    put("\" id=\"");
    reference_id(node.number, count);
    put("\" role=\"doc-noteref\">");
    put_number(node.number);
    put("</a></sup>");
  }

  void reference_id(std::uint32_t number, std::uint32_t count) {
    put(options_.id_prefix, "fnref-");
    put_number(number);
    if (count > 1) {
      out_ += '-';
      put_number(count);
    }
  }

  void count_references() {
    for (const MdNode& node : nodes_)
      if (node.type == MdType::footnote_reference) ++total_references_[node.number];
  }

  void back_links(std::uint32_t number) {
    backed_ = number;
    const std::uint32_t total = std::max(total_references_[number], 1u);
    for (std::uint32_t i = 1; i <= total; ++i) {
      if (i > 1) out_ += ' ';
      put("<a href=\"#");
      reference_id(number, i);
      put("\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"", labels_.back, " ");
      put_number(number);
      if (i > 1) {
        out_ += '-';
        put_number(i);
      }
      put("\">↩");
      if (i > 1) {
        put("<sup class=\"footnote-ref\">");
        put_number(i);
        put("</sup>");
      }
      put("</a>");
    }
  }

  void open_footnote(const MdNode& node) {
    if (!footnotes_) {
      footnotes_ = true;
      count_references();
      put("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"", labels_.footnotes,
          "\">\n<ol>\n");
    }
    put("<li id=\"", options_.id_prefix, "fn-");
    put_number(node.number);
    put("\">\n");
  }

  void open_cell(const MdNode& node) {
    line();
    const bool head = nodes_[node.parent].type == MdType::table_head;
    put(head ? "<th scope=\"col\"" : "<td");
    if (node.level == 'l') put(" class=\"align-left\"");
    if (node.level == 'c') put(" class=\"align-center\"");
    if (node.level == 'r') put(" class=\"align-right\"");
    out_ += '>';
  }

  // The frame is a landmark: named after the heading above it, and no two of them alike.
  void open_table() {
    line();
    const std::string name = heading_ == 0 ? std::string(labels_.table) : plain_text(tree_, heading_);
    put("<section class=\"scroll\" tabindex=\"0\" aria-label=\"");
    append_html(out_, name);
    if (const int count = ++tables_[name]; count > 1) {
      out_ += ' ';
      put_number(static_cast<std::uint32_t>(count));
    }
    put("\">\n<table>");
  }

  int heading_level(const MdNode& node) const {
    return std::clamp(node.level + options_.shift_headings, 1, 6);
  }

  // Returns whether the children are to be visited.
  bool enter(const MdNode& node) {
    switch (node.type) {
      case MdType::document:
        break;
      case MdType::paragraph:
        typographer_.begin_block();
        if (is_tight(node)) break;
        line();
        if (!is_figure(node)) put("<p>");
        break;
      case MdType::heading:
        typographer_.begin_block();
        line();
        put("<h");
        heading_ = static_cast<std::uint32_t>(&node - nodes_.data());
        out_ += static_cast<char>('0' + heading_level(node));
        if (!node.text.empty()) put(" id=\"", options_.id_prefix, node.text, "\"");
        out_ += '>';
        break;
      case MdType::thematic_break:
        line();
        put("<hr>\n");
        break;
      case MdType::block_quote:
        line();
        put("<blockquote>\n");
        break;
      case MdType::list:
        line();
        if (!node.flag) {
          put("<ul>\n");
        } else if (node.number == 1) {
          put("<ol>\n");
        } else {
          put("<ol start=\"");
          put_number(node.number);
          put("\">\n");
        }
        break;
      case MdType::item:
        line();
        if (node.level == 0) {
          put("<li>");
        } else {
          const bool done = node.level == 'x';
          put("<li class=\"", done ? "task-done" : "task-open", "\"><span role=\"img\" aria-label=\"",
              done ? labels_.done : labels_.open, "\">", done ? "☑" : "☐", "</span> ");
        }
        break;
      case MdType::code_block:
        line();
        put("<pre><code");
        if (!node.extra.empty()) {
          put(" class=\"language-");
          append_html(out_, node.extra.substr(0, node.extra.find_first_of(" \t\n\v\f\r")));
          put("\"");
        }
        out_ += '>';
        append_html(out_, node.text);
        put("</code></pre>\n");
        break;
      case MdType::html_block:
      case MdType::html_inline:
        break;
      case MdType::table:
        open_table();
        body_open_ = false;
        break;
      case MdType::table_head:
      case MdType::table_row:
        line();
        if (node.type == MdType::table_head) {
          put("<thead>\n");
        } else if (!body_open_) {
          put("<tbody>\n");
          body_open_ = true;
        }
        put("<tr>");
        break;
      case MdType::table_cell:
        typographer_.begin_block();
        open_cell(node);
        break;
      case MdType::footnote_definition:
        open_footnote(node);
        break;
      case MdType::text:
        text(node);
        break;
      case MdType::soft_break:
        out_ += '\n';
        typographer_.space();
        break;
      case MdType::line_break:
        put("<br>\n");
        typographer_.space();
        break;
      case MdType::code:
        put("<code>");
        append_html(out_, node.text);
        put("</code>");
        typographer_.thing();
        break;
      case MdType::emphasis:
        put("<em>");
        break;
      case MdType::strong:
        put("<strong>");
        break;
      case MdType::strikethrough:
        put("<del>");
        break;
      case MdType::link:
        open_link(node);
        break;
      case MdType::image:
        hooks_.image(out_, node, alt(node));
        typographer_.thing();
        return false;
      case MdType::footnote_reference:
        footnote_reference(node);
        typographer_.thing();
        break;
      case MdType::shortcode:
        if (node.flag) line();
        hooks_.shortcode(out_, tree_.shortcodes[node.number], node.flag);
        if (node.flag) line();
        typographer_.thing();
        break;
    }
    return true;
  }

  void leave(const MdNode& node) {
    switch (node.type) {
      case MdType::document:
        if (footnotes_) put("</ol>\n</section>\n");
        break;
      case MdType::paragraph:
        if (is_tight(node)) break;
        if (is_figure(node)) {
          line();
          break;
        }
        if (nodes_[node.parent].type == MdType::footnote_definition && node.next == 0) {
          out_ += ' ';
          back_links(nodes_[node.parent].number);
        }
        put("</p>\n");
        break;
      case MdType::heading:
        put("</h");
        out_ += static_cast<char>('0' + heading_level(node));
        put(">\n");
        break;
      case MdType::block_quote:
        line();
        put("</blockquote>\n");
        break;
      case MdType::list:
        put(node.flag ? "</ol>\n" : "</ul>\n");
        break;
      case MdType::item:
        put("</li>\n");
        break;
      case MdType::table:
        line();
        if (body_open_) put("</tbody>\n");
        put("</table>\n</section>\n");
        break;
      case MdType::table_head:
      case MdType::table_row:
        line();
        put("</tr>");
        if (node.type == MdType::table_head) put("\n</thead>");
        break;
      case MdType::table_cell:
        put(nodes_[node.parent].type == MdType::table_head ? "</th>" : "</td>");
        break;
      case MdType::footnote_definition:
        if (backed_ != node.number) {
          back_links(node.number);
          out_ += '\n';
        }
        put("</li>\n");
        break;
      case MdType::emphasis:
        put("</em>");
        break;
      case MdType::strong:
        put("</strong>");
        break;
      case MdType::strikethrough:
        put("</del>");
        break;
      case MdType::link:
        if (--link_depth_ == 0 && link_open_) put("</a>");
        plain_link_ = false;
        break;
      default:
        break;
    }
  }

  std::string& out_;
  const std::size_t begin_;
  const Markdown& tree_;
  const std::vector<MdNode>& nodes_;
  MarkdownHooks& hooks_;
  const MarkdownHtmlOptions& options_;
  const Labels& labels_;
  Typographer typographer_;
  int link_depth_ = 0;
  std::map<std::string, int> tables_;  // frames by name
  std::uint32_t heading_ = 0;          // the last one entered
  bool link_open_ = false, plain_link_ = false, body_open_ = false, footnotes_ = false;
  std::uint32_t backed_ = 0;
  std::map<std::uint32_t, std::uint32_t> references_, total_references_;
};

}  // namespace

void render_markdown(std::string& out, const Markdown& tree, MarkdownHooks& hooks,
                     const MarkdownHtmlOptions& options) {
  if (tree.empty()) return;
  Renderer(out, tree, hooks, options).render();
}

}  // namespace mektep
