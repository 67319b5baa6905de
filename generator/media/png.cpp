// PNG by libpng's simplified interface: no jumps, eight bits a channel, sRGB.
#include <png.h>

#include "media/picture.h"

namespace mektep {
namespace {

// Chunks before the pixels tell whether there are several frames.
bool has_frames(std::string_view bytes) {
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<std::uint8_t>(bytes[at + i]);
    const std::string_view name = bytes.substr(at + 4, 4);
    if (name == "acTL") return true;
    if (name == "IDAT" || length > bytes.size() - at - 12) return false;
    at += std::size_t{12} + length;
  }
  return false;
}

}  // namespace

PictureResult decode_png(std::string_view bytes, ImageSize size) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  DecodedPicture picture;
  picture.animated = has_frames(bytes);
  picture.deep = bytes.size() > 24 && bytes[24] == 16;
  const bool begun = png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0;
  if (!begun || image.width != size.width || image.height != size.height) {
    png_image_free(&image);
    return std::unexpected(PictureFault::damaged);
  }
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  const bool alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  image.format = alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  Pixels& pixels = picture.pixels;
  pixels.width = size.width;
  pixels.height = size.height;
  pixels.channels = alpha ? 4 : 3;
  pixels.bytes.resize(pixels.row() * pixels.height);
  const bool read = png_image_finish_read(&image, nullptr, pixels.bytes.data(), 0, nullptr) != 0;
  // A warning is no failure of the library, but the picture is not whole: a wrong checksum, for one.
  const bool whole = read && (image.warning_or_error & PNG_IMAGE_ERROR) == 0;
  png_image_free(&image);
  if (!whole) return std::unexpected(PictureFault::damaged);
  return picture;
}

std::string encode_png(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = pixels.width;
  image.height = pixels.height;
  image.format = pixels.channels == 4 ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes;
  bytes.resize(size);
  if (png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.bytes.data(), 0, nullptr) == 0)
    return {};
  bytes.resize(size);
  bytes.shrink_to_fit();
  return bytes;
}

}  // namespace mektep
