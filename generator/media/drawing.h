// Drawings: SVG made into pixels, text included, by librsvg. Nothing outside the bytes is read.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "media/pixels.h"

namespace mektep {

// Whether the bytes can be drawn at all; cheap.
bool is_drawing(std::string_view svg);
// The drawing in a picture of that size, as large as fits, in the middle, on nothing. nullopt: it cannot be
// drawn. Safe in every thread. Text is set in the installed fonts: name those that the package depends on.
std::optional<Pixels> render_drawing(std::string_view svg, std::uint32_t width, std::uint32_t height);

}  // namespace mektep
