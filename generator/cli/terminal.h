// Colours, and text that is safe to show on a terminal.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace mektep::cli {

enum class Colour : std::uint8_t { error, warning, note, accent, strong, quiet };

// Wraps text in colour codes, or leaves it alone when the stream is no terminal or NO_COLOR is set.
struct Style {
  bool coloured = false;
  std::string operator()(Colour colour, std::string_view text) const;
};

// `text` with control characters, invalid UTF-8 and characters that turn the direction of writing made
// visible.
std::string visible(std::string_view text);
std::string visible_lines(std::string_view text);  // the same, but line feeds stay

// Columns that `text` takes on a terminal: wide characters two, combining ones none. `text` must be
// visible().
std::size_t display_width(std::string_view text);

// One line of a source file, cut and expanded so that it fits `columns`, and where to put the caret under it.
struct SourceLine {
  std::string text;
  std::size_t caret = 0;   // columns in front of the caret
  std::size_t length = 1;  // columns to underline, at least 1
};
// `column` counts code points from 1 (0 = unknown: no caret, length 0); `found` is underlined when it stands
// there.
SourceLine show_line(std::string_view line, std::size_t column, std::string_view found, std::size_t columns);

}  // namespace mektep::cli
