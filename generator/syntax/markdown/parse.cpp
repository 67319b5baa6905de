#include <charconv>

#include "base/slug.h"
#include "syntax/markdown/address.h"
#include "syntax/markdown/cmark.h"
#include "syntax/markdown/complexity.h"
#include "syntax/markdown/markdown.h"
#include "syntax/markdown/rules.h"
#include "syntax/markdown/shortcode.h"
#include "syntax/source_text.h"

namespace mektep {

namespace {

// A text pasted from elsewhere can hold thousands of the same fault; these many show what is wrong.
constexpr std::size_t most_of_a_rule = 50;

// The two marks of placeholders, which a body cannot need: replaced by the sign for an unknown character, as
// long.
std::string without_placeholder_marks(std::string_view body) {
  std::string text(body);
  for (const std::string_view mark : {MarkdownSource::open, MarkdownSource::close})
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += 3)
      text.replace(at, 3, "\uFFFD");
  return text;
}

// Whether a page can hold the character. XML and HTML know no control characters and no U+FFFE, which the
// library would write as a byte that is no UTF-8; and nobody may make a placeholder.
bool is_printable(std::uint32_t c) {
  if (c < 0x20) return c == 0 || c == '\t' || c == '\n' || c == '\r';
  return !(c >= 0x7F && c < 0xA0) && !(c >= 0xFDD0 && c <= 0xFDEF) && c != 0xFFFE && c != 0xFFFF;
}

// References to characters that no page can hold become such to U+0000, for which the library puts the sign
// for an unknown character; as long as before.
void clear_unprintable_references(std::string& text) {
  for (std::size_t at = 0; (at = text.find("&#", at)) != std::string::npos;) {
    at += 2;
    const bool hex = at < text.size() && (text[at] == 'x' || text[at] == 'X');
    if (hex) ++at;
    std::uint32_t code = 0;
    const char* begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), code, hex ? 16 : 10);
    const auto digits = static_cast<std::size_t>(end - begin);
    if (error == std::errc() && digits > 0 && *end == ';' && !is_printable(code))
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), digits, '0');
    at += digits;
  }
}

// Makes the tree fit for the site: addresses, raw HTML, shortcodes in their places.
class Finisher {
 public:
  Finisher(Markdown& tree, std::vector<MdNode>& raw, std::vector<FoundShortcode>& found,
           const MarkdownSource& source, const std::string& file, Findings& findings)
      : tree_(tree), raw_(raw), found_(found), source_(source), file_(file), findings_(findings) {}

  void run() {
    for (MdNode& node : raw_) {
      if (node.type == MdType::link || node.type == MdType::image) {
        check_address(node);
      } else if (node.type == MdType::html_block || node.type == MdType::html_inline) {
        if (html_++ < most_of_a_rule) report(rules::markdown_raw_html, node, node.text);
      } else if (node.type == MdType::heading) {
        headings_ = true;
      }
    }
    if (found_.empty()) {
      tree_.nodes.assign(raw_.begin(), raw_.end());
    } else {
      copy_with_shortcodes();
    }
  }

  bool has_headings() const { return headings_; }

 private:
  void report(const Rule& rule, const MdNode& node, std::string_view found) {
    findings_.emplace_back(rule, Place{file_, node.mark}, std::string(), excerpt(found));
  }

  void check_address(MdNode& node) {
    if (source_.changed() && node.extra.find(MarkdownSource::open) != std::string_view::npos) {
      if (addresses_++ < most_of_a_rule)
        report(rules::markdown_shortcode_in_address, node, source_.restore(node.extra, true));
      node.extra = {};
    } else if (classify_address(node.extra) == AddressKind::refused) {
      if (addresses_++ < most_of_a_rule) report(rules::markdown_address_scheme, node, node.extra);
      node.extra = {};
    }
  }

  // A paragraph of nothing but shortcodes, one a line, gives way to them.
  bool is_only_shortcodes(const MdNode& paragraph) const {
    if (paragraph.type != MdType::paragraph || paragraph.first_child == 0) return false;
    for (std::uint32_t at = paragraph.first_child; at != 0; at = raw_[at].next)
      if (raw_[at].type != MdType::shortcode && raw_[at].type != MdType::soft_break) return false;
    return true;
  }

  void copy_with_shortcodes() {
    std::vector<std::uint32_t> moved(raw_.size(), 0);  // old index → new one, of a dropped node its parent's
    std::vector<std::uint32_t> last_child(raw_.size(), 0);
    std::vector<bool> dropped(raw_.size());
    std::vector<MdNode>& nodes = tree_.nodes;
    nodes.clear();
    nodes.reserve(raw_.size());
    for (std::uint32_t i = 0; i < raw_.size(); ++i) {
      MdNode node = raw_[i];
      const std::uint32_t parent = moved[node.parent];
      const bool in_dropped = dropped[node.parent];
      dropped[i] = is_only_shortcodes(node) || (in_dropped && node.type == MdType::soft_break);
      if (node.type == MdType::shortcode) {
        FoundShortcode& found = found_[node.number];
        dropped[i] = !found.findings.empty();
        if (dropped[i]) {
          append(findings_, std::move(found.findings));
        } else {
          node.mark = found.shortcode.mark;
          node.number = static_cast<std::uint32_t>(tree_.shortcodes.size());
          node.flag = in_dropped;
          tree_.shortcodes.push_back(std::move(found.shortcode));
        }
      }
      if (dropped[i]) {
        moved[i] = parent;
        continue;
      }
      const auto index = static_cast<std::uint32_t>(nodes.size());
      moved[i] = index;
      node.parent = parent;
      node.first_child = node.next = 0;
      if (index != 0) {
        (last_child[parent] == 0 ? nodes[parent].first_child : nodes[last_child[parent]].next) = index;
        last_child[parent] = index;
      }
      nodes.push_back(node);
    }
  }

  Markdown& tree_;
  std::vector<MdNode>& raw_;
  std::vector<FoundShortcode>& found_;
  const MarkdownSource& source_;
  const std::string& file_;
  Findings& findings_;
  std::size_t html_ = 0, addresses_ = 0;
  bool headings_ = false;
};

void give_heading_ids(Markdown& tree, Locale locale) {
  std::unordered_map<std::string, std::uint32_t> used;  // id → last suffix tried
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].type != MdType::heading) continue;
    std::string id = slugify(plain_text(tree, i, 200), locale);
    if (id.empty()) id = "section";
    if (id.starts_with("fn-") || id.starts_with("fnref-")) id.insert(0, "h-");  // the ids of footnotes
    if (const auto [found, fresh] = used.try_emplace(id, 1); !fresh) {
      std::string numbered;
      do {
        numbered = fmt::format("{}-{}", id, ++found->second);
      } while (used.contains(numbered));
      used.emplace(numbered, 1);
      id = std::move(numbered);
    }
    tree.nodes[i].text = tree.keep(id);
  }
}

}  // namespace

Markdown parse_markdown(std::string_view body, const std::string& file, Findings& findings,
                        const MarkdownOptions& options) {
  Markdown tree;
  tree.nodes[0].mark = {options.first_line, 1};
  const auto accepted =
      accept_text(body, options.max_bytes, file, options.first_line, findings, FormNotes::omit);
  if (!accepted) return tree;
  std::string cleaned;
  std::string_view text = *accepted;
  if (text.find("\xEF\xB7") != std::string_view::npos) text = cleaned = without_placeholder_marks(text);
  if (text.find("&#") != std::string_view::npos) {
    cleaned = text;
    clear_unprintable_references(cleaned);
    text = cleaned;
  }

  MarkdownSource source(text, options.first_line);
  std::vector<FoundShortcode> found = find_shortcodes(source, tree, file);
  const auto refuse = [&](std::size_t offset) {
    const Mark mark = source.mark(offset);
    findings.emplace_back(rules::markdown_too_complex, Place{file, mark}, std::string(),
                          excerpt(source.text().substr(offset, 120), 30));
    Markdown nothing;
    nothing.nodes[0].mark = tree.nodes[0].mark;
    return nothing;
  };
  if (const auto offset = find_too_complex(source.text())) return refuse(*offset);
  tree.reserve(text.size() + 64);
  thread_local std::vector<MdNode> raw;  // its room is used again
  raw.clear();
  if (!parse_with_cmark(source, tree, raw)) return refuse(0);
  Finisher finisher(tree, raw, found, source, file, findings);
  finisher.run();
  if (raw.capacity() > 4096) raw = {};
  if (finisher.has_headings()) give_heading_ids(tree, options.locale);
  return tree;
}

}  // namespace mektep
