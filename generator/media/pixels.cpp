#include "media/pixels.h"

#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_STATIC
#include <stb/stb_image_resize.h>

#include <array>
#include <cassert>
#include <cstring>

namespace mektep {

Pixels upright(Pixels from, int orientation) {
  if (orientation <= 1 || orientation > 8) return from;
  const bool swaps = orientation >= 5;
  Pixels to{swaps ? from.height : from.width, swaps ? from.width : from.height, from.channels, {}};
  to.bytes.resize(from.bytes.size());
  const std::uint32_t right = from.width - 1, bottom = from.height - 1;
  std::uint8_t* out = to.bytes.data();
  for (std::uint32_t y = 0; y < to.height; ++y) {
    for (std::uint32_t x = 0; x < to.width; ++x, out += to.channels) {
      std::uint32_t fx = swaps ? y : x, fy = swaps ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) fx = right - fx;
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) fy = bottom - fy;
      std::memcpy(out, from.bytes.data() + fy * from.row() + std::size_t{fx} * from.channels, from.channels);
    }
  }
  return to;
}

Pixels resize(const Pixels& from, std::uint32_t width, std::uint32_t height) {
  if (from.width == width && from.height == height) return from;
  Pixels to{width, height, from.channels, {}};
  to.bytes.resize(to.row() * height);
  const int alpha = from.channels == 4 ? 3 : STBIR_ALPHA_CHANNEL_NONE;
  [[maybe_unused]] const int good = stbir_resize_uint8_generic(
      from.bytes.data(), static_cast<int>(from.width), static_cast<int>(from.height), 0, to.bytes.data(),
      static_cast<int>(width), static_cast<int>(height), 0, static_cast<int>(from.channels), alpha, 0,
      STBIR_EDGE_CLAMP, STBIR_FILTER_CATMULLROM, STBIR_COLORSPACE_LINEAR, nullptr);
  assert(good == 1);
  return to;
}

bool is_transparent(const Pixels& pixels) {
  if (pixels.channels != 4) return false;
  for (std::size_t at = 3; at < pixels.bytes.size(); at += 4) {
    if (pixels.bytes[at] != 255) return true;
  }
  return false;
}

bool is_flat(const Pixels& pixels) {
  constexpr std::size_t most = 256;
  std::array<std::uint32_t, 1024> seen{};  // open addressing; 0 = free
  std::size_t count = 0;
  std::uint32_t last = 0;
  for (std::size_t at = 0; at < pixels.bytes.size(); at += pixels.channels) {
    const std::uint8_t* p = pixels.bytes.data() + at;
    const std::uint32_t colour = 0x1000000u | p[0] << 16 | p[1] << 8 | p[2];
    if (colour == last) continue;
    last = colour;
    std::size_t slot = colour * 2654435761u >> 22;
    while (seen[slot] != 0 && seen[slot] != colour) slot = (slot + 1) % seen.size();
    if (seen[slot] == colour) continue;
    if (++count > most) return false;
    seen[slot] = colour;
  }
  return true;
}

void lay_over(Pixels& base, const Pixels& top, std::uint32_t left, std::uint32_t above) {
  for (std::uint32_t y = 0; y < top.height; ++y) {
    const std::uint8_t* from = top.bytes.data() + y * top.row();
    std::uint8_t* to = base.bytes.data() + (above + y) * base.row() + std::size_t{left} * base.channels;
    for (std::uint32_t x = 0; x < top.width; ++x, from += 4, to += base.channels) {
      for (int i = 0; i < 3; ++i)
        to[i] = static_cast<std::uint8_t>((from[i] * from[3] + to[i] * (255 - from[3]) + 127) / 255);
    }
  }
}

Pixels without_alpha(const Pixels& from) {
  if (from.channels == 3) return from;
  Pixels to{from.width, from.height, 3, {}};
  to.bytes.resize(to.row() * to.height);
  std::uint8_t* out = to.bytes.data();
  for (std::size_t at = 0; at < from.bytes.size(); at += 4, out += 3)
    std::memcpy(out, from.bytes.data() + at, 3);
  return to;
}

}  // namespace mektep
