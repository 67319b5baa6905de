#include "editor/forms/yaml/layout.h"

#include <algorithm>

namespace mektep::editor {
namespace {

constexpr std::size_t npos = std::string_view::npos;

class Surveyor {
 public:
  Surveyor(std::string_view text, std::uint32_t first_line) : text_(text), first_line_(first_line) {
    starts_.push_back(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    for (std::size_t feed = text.find('\n'); feed != npos; feed = text.find('\n', feed + 1)) {
      starts_.push_back(feed + 1);
    }
  }

  // `cursor` is the first byte where the value may stand, `column` that of the list or map around it (-1:
  // none).
  bool value(const Node& node, std::size_t cursor, int column, bool in_flow, Layout& out) {
    if (node.is_null()) return null(cursor, column, in_flow, out);
    const auto begin = offset(node.mark);
    if (!begin || *begin < cursor || *begin >= text_.size()) return false;
    out.begin = *begin;
    if (node.is_scalar()) {
      out.end = scalar_end(*begin, column, in_flow);
      return out.end != npos;
    }
    const char open = text_[*begin];
    if (open == '[' || open == '{') {
      out.flow = true;
      return (open == '[') == node.is_list() && flow(node, out);
    }
    if (in_flow) return false;
    out.column = *begin - line_start(*begin);
    return node.is_list() ? list(node, out) : map(node, out);
  }

 private:
  std::optional<std::size_t> offset(Mark mark) const {
    if (mark.line < first_line_ || mark.line - first_line_ >= starts_.size()) return std::nullopt;
    std::size_t at = starts_[mark.line - first_line_];
    for (std::uint32_t column = 1; column < mark.column && at < text_.size(); ++column) {
      for (++at; at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80;) ++at;
    }
    return at;
  }
  std::size_t line_start(std::size_t at) const {
    return *std::prev(std::upper_bound(starts_.begin(), starts_.end(), at));
  }
  std::size_t line_end(std::size_t at) const {  // without the line feed and a carriage return
    std::size_t end = std::min(text_.find('\n', at), text_.size());
    if (end > at && text_[end - 1] == '\r') --end;
    return end;
  }
  std::size_t next_line(std::size_t at) const {
    const std::size_t feed = text_.find('\n', at);
    return feed == npos ? text_.size() : feed + 1;
  }
  std::size_t skip_spaces(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    return at;
  }
  // Behind spaces, line ends and comments.
  std::size_t skip_nothing(std::size_t at) const {
    for (;;) {
      at = skip_spaces(at);
      if (at < text_.size() && (text_[at] == '\n' || text_[at] == '\r')) {
        ++at;
      } else if (at < text_.size() && text_[at] == '#') {
        at = next_line(at);
      } else {
        return at;
      }
    }
  }

  // A value that is not there, or the word null.
  bool null(std::size_t cursor, int column, bool in_flow, Layout& out) const {
    out.begin = out.end = cursor;
    const std::size_t at = skip_nothing(cursor);
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (!text_.substr(at).starts_with(word)) continue;
      const std::size_t end = at + word.size();
      const bool ends = end >= text_.size() ||
                        std::string_view(in_flow ? ",]} \t\r\n" : " \t\r\n").find(text_[end]) != npos;
      const bool inside = in_flow || static_cast<int>(at - line_start(at)) > column;
      if (ends && inside) out.begin = at, out.end = end;
    }
    return true;
  }

  std::size_t scalar_end(std::size_t begin, int column, bool in_flow) const {
    switch (text_[begin]) {
      case '"':
      case '\'':
        return quoted_end(begin);
      case '|':
      case '>':
        return block_end(begin, column);
      default:
        return in_flow ? flow_plain_end(begin) : plain_end(begin, column);
    }
  }
  std::size_t quoted_end(std::size_t open) const {
    const char quote = text_[open];
    for (std::size_t i = open + 1; i < text_.size(); ++i) {
      if (quote == '"' && text_[i] == '\\') {
        ++i;
      } else if (text_[i] == quote) {
        if (quote == '"' || i + 1 == text_.size() || text_[i + 1] != quote) return i + 1;
        ++i;
      }
    }
    return npos;
  }
  // The last byte of plain text in the line, from `at` on; a comment ends it.
  std::size_t content_end(std::size_t at, bool& comment) const {
    std::size_t end = line_end(at);
    const std::string_view line = text_.substr(at, end - at);
    for (std::size_t i = 1; i < line.size(); ++i) {
      if (line[i] == '#' && (line[i - 1] == ' ' || line[i - 1] == '\t')) {
        end = at + i;
        comment = true;
        break;
      }
    }
    while (end > at && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    return end;
  }
  // It goes on in the lines that stand deeper than the list or map around it.
  std::size_t plain_end(std::size_t begin, int column) const {
    bool comment = false;
    std::size_t end = content_end(begin, comment);
    for (std::size_t line = next_line(begin); !comment && line < text_.size(); line = next_line(line)) {
      const std::size_t at = skip_spaces(line);
      if (at >= line_end(line)) continue;
      if (text_[at] == '#' || static_cast<int>(at - line) <= column) break;
      if (at == line && (text_.substr(at, 3) == "---" || text_.substr(at, 3) == "...")) break;
      end = content_end(at, comment);
    }
    return end;
  }
  std::size_t flow_plain_end(std::size_t begin) const {
    std::size_t i = begin, end = begin;
    for (; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == ',' || c == '[' || c == ']' || c == '{' || c == '}') break;
      const bool space_before =
          i > begin && (text_[i - 1] == ' ' || text_[i - 1] == '\t' || text_[i - 1] == '\n');
      if (c == '#' && space_before) break;
      if (c == ':' && (i + 1 == text_.size() || std::string_view(" \t\r\n,[]{}").find(text_[i + 1]) != npos))
        break;
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') end = i + 1;
    }
    return end;
  }
  std::size_t block_end(std::size_t begin, int column) const {
    const std::string_view header = text_.substr(begin, line_end(begin) - begin);
    const bool keep = header.substr(0, header.find(' ')).find('+') != npos;
    const std::size_t digit = header.substr(0, header.find(' ')).find_first_of("123456789");
    // -1: the first line that is not blank tells.
    int indent = digit == npos ? -1 : std::max(column, 0) + (header[digit] - '0');
    std::size_t end = line_end(begin);
    for (std::size_t line = next_line(begin); line < text_.size(); line = next_line(line)) {
      std::size_t at = line;
      while (at < text_.size() && text_[at] == ' ') ++at;
      const std::size_t stop = line_end(line);
      const int deep = static_cast<int>(at - line);
      if (at >= stop) {
        if (keep || (indent >= 0 && deep > indent)) end = stop;
        continue;
      }
      if (indent < 0) indent = deep > column ? deep : column + 1;
      if (deep < indent) break;
      end = stop;
    }
    return end;
  }

  // A comment that follows in the same line belongs to the entry.
  std::size_t with_comment(std::size_t end) const {
    const std::size_t at = skip_spaces(end);
    return at > end && at < text_.size() && text_[at] == '#' ? line_end(at) : end;
  }
  // Where the lines of comment above `begin` start that stand in its column.
  std::size_t lead_of(std::size_t begin, std::size_t floor) const {
    std::size_t line = line_start(begin), lead = begin;
    const std::size_t column = begin - line;
    while (line > starts_.front()) {
      line = line_start(line - 1);
      const std::size_t at = skip_spaces(line);
      if (line < floor || at - line != column || at >= text_.size() || text_[at] != '#') break;
      lead = at;
    }
    return lead;
  }
  void settle(Layout::Entry& entry, std::size_t floor) const {
    entry.own_line = skip_spaces(line_start(entry.begin)) == entry.begin;
    entry.lead = entry.own_line ? lead_of(entry.begin, floor) : entry.begin;
    entry.end = with_comment(std::max(entry.after, entry.value.end));
    if (!entry.value.entries.empty() && !entry.value.flow) {
      entry.end = entry.value.end;
    }
  }

  bool list(const Node& node, Layout& out) {
    std::size_t cursor = out.begin;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const std::size_t floor = cursor;
      if (i != 0) cursor = skip_nothing(cursor);
      if (cursor >= text_.size() || text_[cursor] != '-' || cursor - line_start(cursor) != out.column)
        return false;
      Layout::Entry& entry = out.entries.emplace_back();
      entry.begin = cursor;
      entry.after = cursor + 1;
      if (!value(node.items[i], entry.after, static_cast<int>(out.column), false, entry.value)) return false;
      settle(entry, floor);
      cursor = entry.end;
    }
    out.end = cursor;
    return true;
  }

  bool key(const Node::Member& member, Layout::Entry& entry) const {
    const auto begin = offset(member.mark);
    if (!begin || *begin >= text_.size()) return false;
    entry.begin = *begin;
    const char first = text_[*begin];
    std::size_t end = *begin + member.key.size();
    if (first == '"' || first == '\'') {
      end = quoted_end(*begin);
    } else if (text_.substr(*begin, member.key.size()) != member.key) {
      return false;
    }
    end = skip_spaces(end);
    if (end >= text_.size() || text_[end] != ':') return false;
    entry.after = end + 1;
    return true;
  }

  bool map(const Node& node, Layout& out) {
    std::size_t cursor = out.begin;
    for (const Node::Member& member : node.members) {
      Layout::Entry& entry = out.entries.emplace_back();
      if (!key(member, entry) || entry.begin < cursor) return false;
      if (skip_nothing(cursor) != entry.begin || entry.begin - line_start(entry.begin) != out.column)
        return false;
      if (!value(member.value, entry.after, static_cast<int>(out.column), false, entry.value)) return false;
      settle(entry, cursor);
      cursor = entry.end;
    }
    out.end = cursor;
    return true;
  }

  bool flow(const Node& node, Layout& out) {
    const std::size_t count = node.is_list() ? node.items.size() : node.members.size();
    std::size_t cursor = out.begin + 1;
    for (std::size_t i = 0; i < count; ++i) {
      cursor = skip_separator(cursor);
      Layout::Entry& entry = out.entries.emplace_back();
      entry.begin = entry.after = cursor;
      if (node.is_map() && !key(node.members[i], entry)) return false;
      const Node& child = node.is_list() ? node.items[i] : node.members[i].value;
      if (entry.begin != cursor || !value(child, entry.after, -1, true, entry.value)) return false;
      if (node.is_list() && entry.value.begin != entry.begin) {
        if (!child.is_null()) return false;
        entry.begin = entry.after = entry.value.begin;
      }
      entry.lead = entry.begin;
      entry.end = cursor = std::max(entry.after, entry.value.end);
    }
    cursor = skip_separator(cursor);
    if (cursor >= text_.size() || text_[cursor] != (node.is_list() ? ']' : '}')) return false;
    out.end = cursor + 1;
    return true;
  }
  std::size_t skip_separator(std::size_t at) const {
    at = skip_nothing(at);
    return at < text_.size() && text_[at] == ',' ? skip_nothing(at + 1) : at;
  }

  std::string_view text_;
  std::uint32_t first_line_;
  std::vector<std::size_t> starts_;
};

}  // namespace

std::optional<Layout> lay_out(std::string_view text, const Node& root, std::uint32_t first_line) {
  Layout layout;
  Surveyor surveyor(text, first_line);
  if (root.is_null()) {
    layout.begin = layout.end = text.size();
    return layout;
  }
  if (!surveyor.value(root, 0, -1, false, layout)) return std::nullopt;
  return layout;
}

}  // namespace mektep::editor
