#include "media/exif.h"

#include <cstdint>

#include "syntax/file_type.h"

namespace mektep {
namespace {

using namespace std::string_view_literals;

class Reader {
 public:
  Reader(std::string_view bytes, bool big) : bytes_(bytes), big_(big) {}
  std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const auto byte = static_cast<std::uint8_t>(bytes_[at + (big_ ? i : size - 1 - i)]);
      value = value << 8 | byte;
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool big_;
};

std::string_view exif_of_jpeg(std::string_view bytes) {
  const Reader in(bytes, true);
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    const std::uint32_t marker = *in.number(at, 2);
    if (marker == 0xFFFF) {  // padding
      ++at;
      continue;
    }
    if (marker < 0xFFC0 || marker == 0xFFDA || marker == 0xFFD9) return {};
    const std::uint32_t length = *in.number(at + 2, 2);
    if (length < 2 || at + 2 + length > bytes.size()) return {};
    const std::string_view segment = bytes.substr(at + 4, length - 2);
    if (marker == 0xFFE1 && segment.starts_with("Exif\0\0"sv)) return segment.substr(6);
    at += 2 + length;
  }
  return {};
}

std::string_view exif_of_png(std::string_view bytes) {
  const Reader in(bytes, true);
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::uint32_t length = *in.number(at, 4);
    if (length > bytes.size() - at - 12) return {};
    if (bytes.substr(at + 4, 4) == "eXIf") return bytes.substr(at + 8, length);
    at += std::size_t{12} + length;
  }
  return {};
}

std::string_view exif_of_webp(std::string_view bytes) {
  const Reader in(bytes, false);
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    const std::uint32_t length = *in.number(at + 4, 4);
    if (length > bytes.size() - at - 8) return {};
    if (bytes.substr(at, 4) == "EXIF") {
      std::string_view exif = bytes.substr(at + 8, length);
      if (exif.starts_with("Exif\0\0"sv)) exif.remove_prefix(6);
      return exif;
    }
    at += std::size_t{8} + length + length % 2;
  }
  return {};
}

}  // namespace

std::optional<int> exif_orientation(std::string_view tiff) {
  if (!tiff.starts_with("II*\0"sv) && !tiff.starts_with("MM\0*"sv)) return std::nullopt;
  const Reader in(tiff, tiff[0] == 'M');
  const auto directory = in.number(4, 4);
  const auto count = directory ? in.number(*directory, 2) : std::nullopt;
  if (!count) return std::nullopt;
  int orientation = 1;
  for (std::size_t i = 0; i < *count; ++i) {
    const std::size_t at = std::size_t{*directory} + 2 + 12 * i;
    const auto tag = in.number(at, 2), type = in.number(at + 2, 2), held = in.number(at + 4, 4),
               below = in.number(at + 8, 4);
    if (!below) return std::nullopt;
    // A directory that leads back to this one or out of the notes: a trap for programs that follow it.
    const bool leads_on = *tag == 0x8769 || *tag == 0x8825;
    if (leads_on && (*below <= *directory || *below >= tiff.size())) return std::nullopt;
    if (*tag != 0x0112) continue;
    const std::uint32_t value = *in.number(at + 8, 2);
    if (*type != 3 || *held != 1 || value < 1 || value > 8) return std::nullopt;
    orientation = static_cast<int>(value);
  }
  return orientation;
}

std::string_view find_exif(std::string_view bytes) {
  switch (sniff_file_type(bytes.substr(0, 64))) {
    case FileType::jpeg:
      return exif_of_jpeg(bytes);
    case FileType::png:
      return exif_of_png(bytes);
    case FileType::webp:
      return exif_of_webp(bytes);
    default:
      return {};
  }
}

}  // namespace mektep
