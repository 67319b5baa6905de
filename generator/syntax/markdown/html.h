// The Markdown tree as HTML. What depends on the site (addresses, pictures, shortcodes) is asked of the
// hooks.
#pragma once
#include <string>
#include <string_view>

#include "base/locale.h"
#include "syntax/markdown/markdown.h"

namespace mektep {

// Implemented by outputs; every function appends to `out` and is responsible for escaping what it appends.
class MarkdownHooks {
 public:
  virtual ~MarkdownHooks() = default;
  // The address for href, unescaped; an empty answer renders the text without a link.
  virtual std::string link(const MdNode& link) = 0;
  // Whether `image` writes a block (a figure): one that is alone in its paragraph then stands without <p>.
  virtual bool images_are_blocks() const { return false; }
  // A whole <img> or <figure>.
  virtual void image(std::string& out, const MdNode& image, std::string_view alt) = 0;
  virtual void shortcode(std::string& out, const Shortcode& shortcode, bool block) = 0;
};

struct MarkdownHtmlOptions {
  Locale locale = Locale::ky;  // for typographic quotes and labels of footnotes and tables
  bool typography = true;      // straight quotes to «», hyphens to dashes, NBSP before "ж." and "г."
  int shift_headings = 0;      // 1: # becomes h2, because the page has its own h1
  std::string_view id_prefix;  // put before heading and footnote ids when several texts share a page
};

// What cmark-gfm makes of the same text in its safe mode, but for: ids of headings; raw HTML left out wholly;
// a link without an address, or inside another, is only its text; tables in a section that scrolls, named
// after the heading above it, with scope and classes instead of align; signs instead of form controls in task
// lists; footnotes by number, with labels in the locale.
void render_markdown(std::string& out, const Markdown& tree, MarkdownHooks& hooks,
                     const MarkdownHtmlOptions& options);

}  // namespace mektep
