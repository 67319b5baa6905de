// A picture file: its pixels, or why we will not have them. Whatever the bytes are, memory and time are
// bounded.
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "media/pixels.h"
#include "syntax/file_type.h"

namespace mektep {

enum class PictureFault : std::uint8_t {
  damaged,      // cut, or not what its header says
  too_large,    // more pixels than `most_pixels`, or a side longer than `longest_side`
  too_complex,  // unpacking it would take too long: hundreds of passes over the whole picture
};

// The JPEG decoder makes large pictures smaller while it reads; the others hold all pixels at once.
constexpr std::uint64_t most_pixels(FileType type) {
  return type == FileType::jpeg ? 64'000'000 : 25'000'000;
}
inline constexpr std::uint32_t longest_side = 16'000;
inline constexpr std::size_t most_picture_bytes = 64u << 20;

struct DecodedPicture {
  Pixels pixels;          // as they are stored: not yet upright
  int orientation = 1;    // of EXIF, 1…8
  bool animated = false;  // the pixels are the first frame
  bool cmyk = false;      // converted to RGB
  bool deep = false;      // 16 bits a channel, made to 8
  bool exif_damaged = false;
};

// PNG, JPEG, GIF or WebP. A picture that is upright wider than `enough` may come smaller, but not narrower
// than that: at least 1. Safe in every thread.
std::expected<DecodedPicture, PictureFault> decode_picture(std::string_view bytes, std::uint32_t enough);

// The readers of single formats; the size has been checked by decode_picture(). `eighths` (1…8): the size
// wanted.
using PictureResult = std::expected<DecodedPicture, PictureFault>;
PictureResult decode_jpeg(std::string_view bytes, ImageSize size, unsigned eighths);
PictureResult decode_png(std::string_view bytes, ImageSize size);
PictureResult decode_gif(std::string_view bytes, ImageSize size);
PictureResult decode_webp(std::string_view bytes, ImageSize size, unsigned eighths);

// The writers: no metadata, the same bytes for the same pixels.
std::string encode_jpeg(const Pixels& pixels, int quality);
std::string encode_png(const Pixels& pixels);
std::string encode_webp(const Pixels& pixels, int quality);
std::string encode_webp_lossless(const Pixels& pixels);

}  // namespace mektep
