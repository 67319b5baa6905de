#include "syntax/markdown_complexity.h"

#include <array>
#include <cstdint>

namespace mektep {

namespace {

// Budgets in steps of the parser's inner loops, about a nanosecond each.
constexpr std::uint64_t paragraph_budget = 400'000'000;
constexpr std::uint64_t nesting_budget = 40'000'000;
constexpr std::uint64_t table_budget = 1'000'000;
constexpr std::size_t deepest = 100;

// What can make the parser look ahead or back to the end of its paragraph.
constexpr std::array<bool, 256> suspects = [] {
  std::array<bool, 256> table{};
  for (const char c : {'<', '[', ']', '`', '_', '*', '~', '@', ':', '&', '!', '|', '$'})
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

struct Prefix {
  std::size_t depth = 0;   // containers that the line can open or continue
  std::size_t begin = 0;   // of its text
  std::size_t indent = 0;  // columns before the first mark
  bool bullet = false, ordered = false, heading = false;
};

Prefix read_prefix(std::string_view text, std::size_t line, std::size_t end) {
  Prefix prefix;
  std::size_t columns = 0, marks = 0, i = line;
  const auto blank_at = [&](std::size_t k) {
    return k >= end || text[k] == ' ' || text[k] == '\t' || text[k] == '\r';
  };
  for (; i < end; ++i) {
    const char c = text[i];
    if (c == ' ') {
      columns += 1;
    } else if (c == '\t') {
      columns += 4;
    } else if (c == '>') {
      ++marks;
    } else if ((c == '-' || c == '*' || c == '+') && blank_at(i + 1)) {
      if (marks++ == 0) prefix.indent = columns;
      prefix.bullet = true;
    } else if (c >= '0' && c <= '9') {
      std::size_t k = i;
      while (k < end && k < i + 10 && text[k] >= '0' && text[k] <= '9') ++k;
      if (k >= end || (text[k] != '.' && text[k] != ')') || !blank_at(k + 1)) break;
      if (marks++ == 0) prefix.indent = columns;
      prefix.ordered = true;
      i = k;
    } else {
      break;
    }
  }
  prefix.begin = i;
  prefix.heading = i < end && text[i] == '#';
  prefix.depth = marks + columns / 2;
  return prefix;
}

}  // namespace

std::optional<std::size_t> find_too_complex(std::string_view text) {
  std::uint64_t cost = 0, cells = 0;
  std::uint64_t lines = 0, depth = 0;
  std::size_t paragraph = 0, width = 0, first_indent = 0;
  std::uint64_t found = 0;
  bool in_paragraph = false;
  const auto close = [&](std::size_t end) {
    if (in_paragraph) cost += found * (end - paragraph);
    in_paragraph = false;
    found = 0;
    width = 0;
  };
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const Prefix prefix = read_prefix(text, line, end);
    ++lines;
    if (prefix.depth > depth && prefix.begin < end) depth = prefix.depth;
    if (prefix.depth > deepest && (prefix.bullet || prefix.ordered || prefix.depth > 4 * deepest ||
                                   (prefix.begin > line && text[prefix.begin - 1] == '>')))
      return line;
    if (depth > 8 && lines * depth > nesting_budget) return line;

    const bool blank = prefix.begin >= end || text[prefix.begin] == '\r';
    if (blank) close(line);
    // These always begin a paragraph of their own; other numbers only behind an item that is no deeper.
    const bool item = (prefix.bullet || prefix.ordered) && (prefix.bullet || prefix.indent <= first_indent);
    if (in_paragraph && (item || prefix.heading)) close(line);
    if (!in_paragraph && !blank) {
      in_paragraph = true;
      paragraph = line;
      first_indent = prefix.ordered ? prefix.indent : 0;
    }
    if (!blank) {
      std::uint64_t bars = 0, here = 0;
      bool rule_line = true;
      for (std::size_t i = prefix.begin; i < end; ++i) {
        const char c = text[i];
        here += suspects[static_cast<unsigned char>(c)];
        here += c == 'w' && text.substr(i, 4) == "www.";
        bars += c == '|';
        rule_line = rule_line && (c == '|' || c == '-' || c == ':' || c == ' ' || c == '\t' || c == '\r');
      }
      found += here;
      // A row of a table is made as wide as its heading.
      if (rule_line && bars != 0) width = bars + 1;
      if (width != 0) {
        cells += width;
        if (width > 500 || cells > table_budget) return line;
      }
      if (found * (end - paragraph) > paragraph_budget) return line;
    }
    if (cost > paragraph_budget) return line;
    line = end + 1;
  }
  close(text.size());
  if (cost > paragraph_budget) return text.empty() ? 0 : text.size() - 1;
  return {};
}

}  // namespace mektep
