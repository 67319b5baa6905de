// Words drawn into a picture, by Pango: broken into lines between words, within a word only when it is too
// long for a line of its own. What does not fit ends in an ellipsis.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "media/pixels.h"

namespace mektep {

struct TextBox {
  std::uint32_t left = 0, top = 0, width = 0, height = 0;  // pixels, inside of the picture
};

struct TextStyle {
  const char* font = "PT Sans, DejaVu Sans";  // as Pango names them, "PT Serif Bold"
  std::array<std::uint8_t, 3> colour{255, 255, 255};
  // Pixels, falling: the first one at which all of the text fits with its words whole is taken; else the
  // last.
  std::span<const int> sizes;
};

// Draws into opaque `pixels`, from the top of the box; returns the height of what was drawn. The same pixels
// for the same words with the same fonts. Safe in every thread.
std::uint32_t draw_text(Pixels& pixels, const TextBox& box, std::string_view text, const TextStyle& style);
// The height that draw_text() would need.
std::uint32_t text_height(const TextBox& box, std::string_view text, const TextStyle& style);

}  // namespace mektep
