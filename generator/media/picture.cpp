#include "media/picture.h"

#include "media/exif.h"

namespace mektep {

std::expected<DecodedPicture, PictureFault> decode_picture(std::string_view bytes, std::uint32_t enough) {
  const FileType type = sniff_file_type(bytes.substr(0, 64));
  const auto size = image_size(bytes);
  if (!size) return std::unexpected(PictureFault::damaged);
  if (bytes.size() > most_picture_bytes || size->width > longest_side || size->height > longest_side ||
      std::uint64_t{size->width} * size->height > most_pixels(type)) {
    return std::unexpected(PictureFault::too_large);
  }
  int orientation = 1;
  bool exif_damaged = false;
  if (const std::string_view exif = find_exif(bytes); !exif.empty()) {
    const auto said = exif_orientation(exif);
    orientation = said.value_or(1);
    exif_damaged = !said;
  }
  const std::uint32_t width = orientation >= 5 ? size->height : size->width;
  const unsigned eighths =
      width <= enough ? 8 : static_cast<unsigned>((std::uint64_t{8} * enough + width - 1) / width);
  auto decoded = [&]() -> PictureResult {
    switch (type) {
      case FileType::jpeg:
        return decode_jpeg(bytes, *size, eighths);
      case FileType::png:
        return decode_png(bytes, *size);
      case FileType::gif:
        return decode_gif(bytes, *size);
      case FileType::webp:
        return decode_webp(bytes, *size, eighths);
      default:
        return std::unexpected(PictureFault::damaged);
    }
  }();
  if (decoded) {
    decoded->orientation = orientation;
    decoded->exif_damaged = exif_damaged;
  }
  return decoded;
}

}  // namespace mektep
