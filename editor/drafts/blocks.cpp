#include "editor/drafts/blocks.h"

#include <cstddef>

#include "base/ascii.h"

namespace mektep::editor {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The run of ` or ~ that opens or closes fenced code; empty when there is none.
std::string_view fence_of(std::string_view line) {
  const std::size_t start = line.find_first_not_of(' ');
  if (start == std::string_view::npos || start > 3) return {};
  const char sign = line[start];
  if (sign != '`' && sign != '~') return {};
  std::size_t end = start;
  while (end < line.size() && line[end] == sign) ++end;
  return end - start >= 3 ? line.substr(start, end - start) : std::string_view();
}

bool closes(std::string_view line, std::string_view open) {
  const std::string_view fence = fence_of(line);
  return !fence.empty() && fence[0] == open[0] && fence.size() >= open.size();
}

// "- text", "* text", "+ text", "12. text", "3) text" at the left edge.
bool begins_item(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && at < 9 && is_digit(line[at])) ++at;
  if (at >= line.size()) return false;
  const bool bullet = at == 0 && (line[0] == '-' || line[0] == '*' || line[0] == '+');
  const bool number = at > 0 && (line[at] == '.' || line[at] == ')');
  return (bullet || number) && at + 1 < line.size() && line[at + 1] == ' ';
}

bool begins_heading(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] == '#') ++at;
  return at >= 1 && at <= 6 && at < line.size() && line[at] == ' ';
}

}  // namespace

TextBlocks split_blocks(std::string_view text) {
  TextBlocks result;
  std::size_t block_begin = 0;
  std::size_t block_end = 0;  // behind the last line that is not blank
  bool inside = false;
  std::string_view open_fence;
  bool after_heading = false;
  const auto close = [&](std::size_t next) {
    if (inside) {
      std::string_view whole = text.substr(block_begin, block_end - block_begin);
      const std::size_t last = whole.find_last_not_of("\r\n");
      const std::size_t length = last == std::string_view::npos ? 0 : last + 1;
      result.blocks.push_back({whole.substr(0, length),
                               text.substr(block_begin + length, next - block_begin - length),
                               begins_item(whole)});
    } else {
      result.lead = text.substr(0, next);
    }
    block_begin = next;
  };
  bool blank_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = text.find('\n', at);
    const std::size_t end = feed == std::string_view::npos ? text.size() : feed + 1;
    const std::string_view line = text.substr(at, end - at);
    if (!open_fence.empty()) {
      block_end = end;
      if (closes(line, open_fence)) open_fence = {};
    } else if (is_blank(line)) {
      blank_before = true;
    } else {
      const bool own = begins_item(line) || begins_heading(line);
      if (!inside || blank_before || own || after_heading) {
        if (inside || at > 0) close(at);
        inside = true;
      }
      block_end = end;
      blank_before = false;
      after_heading = begins_heading(line);
      open_fence = fence_of(line);
    }
    at = end;
  }
  if (inside) {
    close(text.size());
  } else {
    result.lead = text;
  }
  return result;
}

}  // namespace mektep::editor
