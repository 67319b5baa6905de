// Pixels: a picture decoded, one byte a channel, rows from the top without padding.
#pragma once
#include <cstdint>
#include <vector>

namespace mektep {

struct Pixels {
  std::uint32_t width = 0, height = 0;
  std::uint32_t channels = 3;       // 3 = RGB, 4 = RGB and alpha, not premultiplied; sRGB
  std::vector<std::uint8_t> bytes;  // width * height * channels
};

}  // namespace mektep
