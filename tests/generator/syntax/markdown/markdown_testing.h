// What the Markdown tests share: hooks that render like cmark-gfm, and short ways to parse and render.
#pragma once
#include <string>
#include <string_view>

#include "base/text.h"
#include "syntax/markdown/html.h"
#include "syntax/markdown/markdown.h"

namespace mektep::testing {

class PlainHooks : public MarkdownHooks {
 public:
  std::string link(const MdNode& link) override {
    return link.extra.empty() && keep_empty ? "about:empty" : std::string(link.extra);
  }
  void image(std::string& out, const MdNode& image, std::string_view alt) override {
    out += "<img src=\"" +
           escape_html(replace_all(replace_all(encode_url(image.extra), "[", "%5B"), "]", "%5D")) +
           "\" alt=\"" + escape_html(alt) + "\"";
    if (!image.title.empty()) out += " title=\"" + escape_html(image.title) + "\"";
    out += " />";
  }
  void shortcode(std::string& out, const Shortcode& shortcode, bool block) override {
    out += block ? "[[" : "[";
    append_html(out, shortcode.name);
    for (const auto& argument : shortcode.arguments) {
      out += ' ';
      append_html(out, argument.key);
      out += '=';
      append_html(out, argument.value);
    }
    out += block ? "]]" : "]";
  }
  bool keep_empty = false;
};

inline std::string to_html(const Markdown& tree, bool typography = false, Locale locale = Locale::ky,
                           bool keep_empty = false) {
  PlainHooks hooks;
  hooks.keep_empty = keep_empty;
  MarkdownHtmlOptions options;
  options.typography = typography;
  options.locale = locale;
  std::string out;
  render_markdown(out, tree, hooks, options);
  return out;
}

inline Markdown parse(std::string_view text, Findings& findings, std::uint32_t first_line = 1) {
  MarkdownOptions options;
  options.first_line = first_line;
  return parse_markdown(text, "x.md", findings, options);
}

inline std::string html(std::string_view text, bool typography = false, Locale locale = Locale::ky) {
  Findings findings;
  return to_html(parse(text, findings), typography, locale);
}

}  // namespace mektep::testing
