#include <algorithm>
#include <cmath>

#include "editor/media/work.h"
#include "media/picture.h"

namespace mektep::editor {
namespace {

// Higher than of what is published: renditions are made of this copy.
constexpr int jpeg_quality = 90, webp_quality = 90;

Pixels cut(Pixels pixels, const Crop& crop) {
  const auto part = [](double per_cent, std::uint32_t of) {
    return static_cast<std::uint32_t>(std::lround(std::clamp(per_cent, 0.0, 100.0) * of / 100));
  };
  const std::uint32_t left = std::min(part(crop.left, pixels.width), pixels.width - 1);
  const std::uint32_t top = std::min(part(crop.top, pixels.height), pixels.height - 1);
  const std::uint32_t width = std::clamp(part(crop.width, pixels.width), 1U, pixels.width - left);
  const std::uint32_t height = std::clamp(part(crop.height, pixels.height), 1U, pixels.height - top);
  if (width == pixels.width && height == pixels.height) return pixels;
  Pixels out{.width = width, .height = height, .channels = pixels.channels, .bytes = {}};
  out.bytes.reserve(out.row() * height);
  for (std::uint32_t y = 0; y < height; ++y) {
    const auto row = pixels.bytes.begin() + static_cast<std::ptrdiff_t>((top + y) * pixels.row() +
                                                                        std::size_t{left} * pixels.channels);
    out.bytes.insert(out.bytes.end(), row, row + static_cast<std::ptrdiff_t>(out.row()));
  }
  return out;
}

Pixels shrink(Pixels pixels, std::uint32_t side) {
  const std::uint32_t longest = std::max(pixels.width, pixels.height);
  if (longest <= side) return pixels;
  const auto scaled = [&](std::uint32_t length) {
    return std::max(1U, static_cast<std::uint32_t>(std::uint64_t{length} * side / longest));
  };
  return resize(pixels, scaled(pixels.width), scaled(pixels.height));
}

}  // namespace

std::expected<std::string, UploadFault> work_on_picture(std::string_view bytes, FileType type,
                                                        std::uint32_t side, const Crop& crop) {
  // Of what is cut out all pixels count; a JPEG may be made smaller while it is read.
  const double kept = std::clamp(std::min(crop.width, crop.height), 1.0, 100.0);
  auto decoded = decode_picture(bytes, static_cast<std::uint32_t>(std::ceil(side * 100 / kept)) * 2);
  if (!decoded) {
    switch (decoded.error()) {
      case PictureFault::damaged:
        return std::unexpected(UploadFault::damaged);
      case PictureFault::too_large:
        return std::unexpected(UploadFault::too_many_pixels);
      case PictureFault::too_complex:
        return std::unexpected(UploadFault::too_complex);
    }
  }
  const Pixels pixels = shrink(cut(upright(std::move(decoded->pixels), decoded->orientation), crop), side);
  switch (type) {
    case FileType::png:
      return encode_png(pixels);
    case FileType::webp:
      return encode_webp(pixels, webp_quality);
    default:
      return encode_jpeg(pixels, jpeg_quality);
  }
}

}  // namespace mektep::editor
