#include "cli/terminal.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <vector>

namespace mektep::cli {
namespace {

constexpr std::size_t tab_width = 4;
constexpr char32_t replacement = 0xFFFD;

// Takes one code point off `text`; a byte that is not UTF-8 becomes U+FFFD.
char32_t take(std::string_view& text) {
  utf8proc_int32_t c = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &c);
  if (size <= 0) {
    text.remove_prefix(1);
    return replacement;
  }
  text.remove_prefix(static_cast<std::size_t>(size));
  return static_cast<char32_t>(c);
}

bool is_treacherous(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029 ||
         c == 0xFEFF;
}

void append(std::string& out, char32_t c) {
  if (is_treacherous(c)) {
    out += fmt::format("<{:02X}>", static_cast<std::uint32_t>(c));
    return;
  }
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::size_t width_of(char32_t c) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

// One code point as it will be shown.
struct Cell {
  std::string text;
  std::size_t width;
};

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  std::size_t column = 0;
  while (!line.empty()) {
    const char32_t c = take(line);
    Cell cell;
    if (c == '\t') {
      cell.width = tab_width - column % tab_width;
      cell.text.assign(cell.width, ' ');
    } else {
      append(cell.text, c);
      cell.width = is_treacherous(c) ? cell.text.size() : width_of(c);
    }
    column += cell.width;
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace

std::string Style::operator()(Colour colour, std::string_view text) const {
  if (!coloured) return std::string(text);
  static constexpr std::string_view codes[] = {"1;31", "1;33", "1;36", "1;34", "1", "2"};
  return fmt::format("\x1b[{}m{}\x1b[0m", codes[static_cast<std::size_t>(colour)], text);
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) append(out, take(text));
  return out;
}

std::string visible_lines(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t end = text.find('\n');
    out += visible(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += width_of(take(text));
  return width;
}

SourceLine show_line(std::string_view line, std::size_t column, std::string_view found, std::size_t columns) {
  constexpr std::size_t most = 4096;  // bytes looked at on either side of the column
  const std::vector<Cell> cells = cells_of(line.substr(0, most + column * 4));
  const std::size_t at = std::min(column > 0 ? column - 1 : 0, cells.size());
  const std::size_t length_found = cells_of(found.substr(0, most)).size();
  std::string behind;
  for (std::size_t i = at; i < cells.size() && i < at + length_found; ++i) behind += cells[i].text;
  const std::size_t marked = column > 0 && length_found > 0 && behind == visible(found) ? length_found : 1;

  // The window of cells that is shown: all of them, or a third of the room in front of the caret.
  std::size_t begin = 0, total = 0;
  for (const Cell& cell : cells) total += cell.width;
  if (total > columns) {
    std::size_t room = columns / 3;
    begin = at;
    while (begin > 0 && cells[begin - 1].width <= room) room -= cells[--begin].width;
  }
  SourceLine shown;
  std::size_t width = 0;
  if (begin > 0) {
    shown.text = "…";
    width = 1;
  }
  shown.length = 0;
  std::size_t i = begin;
  for (; i < cells.size() && width + cells[i].width < columns; ++i) {
    if (i == at) shown.caret = width;
    if (column > 0 && i >= at && i < at + marked) shown.length += cells[i].width;
    shown.text += cells[i].text;
    width += cells[i].width;
  }
  if (at >= i) shown.caret = width;
  if (i < cells.size()) shown.text += "…";
  if (column > 0 && shown.length == 0) shown.length = 1;
  return shown;
}

}  // namespace mektep::cli
