// module: syntax
// Markdown: whatever comes in, the tree is well linked, every mark lies in the text, and the page holds no
// other tags and addresses than those that we write ourselves.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "base/text.h"
#include "syntax/markdown/address.h"
#include "syntax/markdown/html.h"
#include "syntax/markdown/markdown.h"

namespace {

using namespace mektep;

class Hooks : public MarkdownHooks {
 public:
  std::string link(const MdNode& link) override { return std::string(link.extra); }
  void image(std::string& out, const MdNode& image, std::string_view alt) override {
    out += "<img src=\"" + escape_html(encode_url(image.extra)) + "\" alt=\"" + escape_html(alt) + "\">";
  }
  void shortcode(std::string& out, const Shortcode& shortcode, bool) override {
    append_html(out, shortcode.name);
    for (const auto& argument : shortcode.arguments) append_html(out, argument.value);
  }
};

void require(bool good) {
  if (!good) std::abort();
}

void check_html(std::string_view html) {
  constexpr std::string_view tags[] = {
      "p",     "h1",    "h2",    "h3",         "h4", "h5", "h6",     "ul",      "ol",  "li",
      "pre",   "code",  "hr",    "blockquote", "br", "em", "strong", "del",     "a",   "img",
      "table", "thead", "tbody", "tr",         "th", "td", "div",    "section", "sup", "span"};
  require(!find_invalid_utf8(html));
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] != '<') {
      require(html[at] != '>' && html[at] != '"');
      continue;
    }
    std::size_t end = at + 1;
    if (end < html.size() && html[end] == '/') ++end;
    const std::size_t name = end;
    while (end < html.size() && html[end] != ' ' && html[end] != '>') ++end;
    require(std::find(std::begin(tags), std::end(tags), html.substr(name, end - name)) != std::end(tags));
    // The attributes: quotes pair up, no < inside.
    bool quoted = false;
    for (; end < html.size() && (quoted || html[end] != '>'); ++end) {
      require(html[end] != '<');
      if (html[end] == '"') quoted = !quoted;
    }
    require(end < html.size());
    at = end;
  }
}

void check_tree(const Markdown& tree, std::size_t lines) {
  require(!tree.nodes.empty());
  std::vector<bool> seen(tree.nodes.size());
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const MdNode& node = tree.nodes[i];
    require(node.mark.line >= 1 && node.mark.line <= lines && node.mark.column >= 1);
    for (std::uint32_t child = node.first_child; child != 0; child = tree.nodes[child].next) {
      require(child > i && child < tree.nodes.size() && tree.nodes[child].parent == i && !seen[child]);
      seen[child] = true;
    }
    if (node.type == MdType::shortcode) require(node.number < tree.shortcodes.size());
    if (node.type == MdType::link || node.type == MdType::image)
      require(classify_address(node.extra) != AddressKind::refused);
  }
  require(static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true)) + 1 == tree.nodes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Findings findings;
  const Markdown tree = parse_markdown(text, "a.md", findings);
  check_tree(tree, static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  Hooks hooks;
  for (const bool typography : {false, true}) {
    MarkdownHtmlOptions options;
    options.typography = typography;
    std::string html;
    render_markdown(html, tree, hooks, options);
    check_html(html);
  }
  require(plain_text(tree, 0, 20).size() <= plain_text(tree).size());
  for (const Finding& finding : findings)
    require(finding.place.mark.line != 0 || finding.rule->id == "text-too-big");
  return 0;
}
