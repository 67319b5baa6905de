// Pictures for tests, good and hostile, made in memory.
#pragma once
#include <string>
#include <string_view>

#include "media/pixels.h"

namespace mektep::test {

// A gradient with noise: red grows to the right, green to the bottom.
Pixels gradient(std::uint32_t width, std::uint32_t height, std::uint32_t channels = 3);

// The TIFF structure of EXIF that names an orientation.
std::string exif(int orientation);
// `jpeg` with a segment behind its beginning.
std::string with_segment(std::string_view jpeg, unsigned char marker, std::string_view bytes);
std::string with_exif(std::string_view jpeg, std::string_view tiff);

std::string cmyk_jpeg(std::uint32_t width, std::uint32_t height);
// A valid progressive picture of some 190 passes.
std::string many_scans_jpeg(std::uint32_t width, std::uint32_t height);

// A PNG from its parts: bits of a channel (RGB), chunks before the pixels.
std::string png_chunk(std::string_view name, std::string_view bytes);
std::string png_of(std::uint32_t width, std::uint32_t height, unsigned bits, std::string_view chunks = {});
// Frames of one colour each.
std::string gif_of(unsigned side, int frames);

}  // namespace mektep::test
