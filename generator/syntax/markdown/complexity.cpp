#include "syntax/markdown/complexity.h"

#include <array>
#include <cstdint>

namespace mektep {

namespace {

// Costs are in 64ths of a nanosecond, measured with cmark-gfm 0.29.0.gfm.6 on a machine of 2022.
constexpr std::uint64_t nanosecond = 64;
constexpr std::uint64_t budget = 400'000'000 * nanosecond;
constexpr std::uint64_t nesting_budget = 40'000'000;
constexpr std::uint64_t table_budget = 1'000'000;
constexpr std::size_t deepest = 100;

// What a character may cost for each byte of its paragraph.
constexpr std::array<std::uint8_t, 256> costs = [] {
  std::array<std::uint8_t, 256> table{};
  for (const char c : {'*', '_', '[', ']', '`', '@', '<'}) table[static_cast<unsigned char>(c)] = 1;
  for (const char c : {'~', '!', '?', ':', 'w', ')'})
    table[static_cast<unsigned char>(c)] = 2;  // see cost_at
  return table;
}();

std::uint64_t cost_at(std::string_view text, std::size_t at, bool& has_url) {
  const auto next = [&](std::string_view word) { return text.substr(at, word.size()) == word; };
  switch (text[at]) {
    case '~':
      return 3 * nanosecond;
    case '!':
      return next("![") ? 12 * nanosecond : at > 0 && text[at - 1] == '<' ? 2 * nanosecond : 0;
    case '?':
      return at > 0 && text[at - 1] == '<' ? 2 * nanosecond : 0;
    case ':':
      if (!next("://")) return 0;
      has_url = true;
      return 20 * nanosecond;
    case 'w':
      if (!next("www.")) return 0;
      has_url = true;
      return 20 * nanosecond;
    case ')':
      return has_url ? 2 * nanosecond : 0;
    default:
      return 1;
  }
}

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
  std::uint64_t found = 0, bars_before = 0;
  bool in_paragraph = false, has_url = false;
  const auto close = [&](std::size_t end) {
    if (in_paragraph) cost += found * (end - paragraph);
    in_paragraph = false;
    found = width = bars_before = 0;
    has_url = false;
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
      std::uint64_t bars = 0;
      bool rule_line = true;
      for (std::size_t i = prefix.begin; i < end; ++i) {
        const char c = text[i];
        if (costs[static_cast<unsigned char>(c)] != 0) found += cost_at(text, i, has_url);
        bars += c == '|';
        rule_line = rule_line && (c == '|' || c == '-' || c == ':' || c == ' ' || c == '\t' || c == '\r');
      }
      // At a line that may be the rule under a heading the whole paragraph is split into cells; a row is made
      // as wide as the heading, and splitting costs the square of the bars.
      if (rule_line && bars != 0) {
        width = bars + 1;
        cost += bars_before * bars_before * 4 * nanosecond;
        found += nanosecond / 16;
      }
      bars_before += bars;
      if (width != 0) {
        cells += width;
        cost += bars * bars * 4 * nanosecond;
        if (width > 500 || cells > table_budget) return line;
      }
      if (cost + found * (end - paragraph) > budget) return line;
    }
    if (cost > budget) return line;
    line = end + 1;
  }
  close(text.size());
  if (cost > budget) return text.empty() ? 0 : text.size() - 1;
  return {};
}

}  // namespace mektep
