// Pixels: a picture decoded, one byte a channel, rows from the top without padding; and what is done to them.
#pragma once
#include <cstdint>
#include <vector>

namespace mektep {

struct Pixels {
  std::uint32_t width = 0, height = 0;
  std::uint32_t channels = 3;       // 3 = RGB, 4 = RGB and alpha, not premultiplied; sRGB
  std::vector<std::uint8_t> bytes;  // width * height * channels

  std::size_t row() const { return std::size_t{width} * channels; }
};

// Turns and mirrors as the orientation (1…8) of EXIF asks.
Pixels upright(Pixels pixels, int orientation);
// Filtered; alpha is taken into account. Meant for making smaller.
Pixels resize(const Pixels& pixels, std::uint32_t width, std::uint32_t height);
// Whether any pixel is not opaque.
bool is_transparent(const Pixels& pixels);
// Whether there are at most 256 colours, as in drawings and screenshots.
bool is_flat(const Pixels& pixels);
// `top`, of four channels, laid over the opaque `base` at a place inside of it.
void lay_over(Pixels& base, const Pixels& top, std::uint32_t left, std::uint32_t above);
// Takes the alpha channel away.
Pixels without_alpha(const Pixels& pixels);

}  // namespace mektep
