#include "media/look.h"

#include <charconv>

#include "base/text.h"
#include "media/rules.h"

namespace mektep {

PictureLook look_at_picture(std::string_view bytes) {
  PictureLook look;
  const auto picture = decode_picture(bytes, 1);
  if (!picture) {
    look.fault = picture.error();
    return look;
  }
  const ImageSize size = *image_size(bytes);
  const bool swaps = picture->orientation >= 5;
  look.width = swaps ? size.height : size.width;
  look.height = swaps ? size.width : size.height;
  look.transparent = is_transparent(picture->pixels);
  const FileType type = sniff_file_type(bytes.substr(0, 64));
  look.flat = (type == FileType::png || type == FileType::gif) && is_flat(picture->pixels);
  look.animated = picture->animated;
  look.cmyk = picture->cmyk;
  look.deep = picture->deep;
  look.exif_damaged = picture->exif_damaged;
  return look;
}

std::string format_look(const PictureLook& look) {
  return fmt::format("{} {} {} {} {} {} {} {} {}", look.fault ? static_cast<int>(*look.fault) + 1 : 0,
                     look.width, look.height, int{look.transparent}, int{look.flat}, int{look.animated},
                     int{look.cmyk}, int{look.deep}, int{look.exif_damaged});
}

std::optional<PictureLook> parse_look(std::string_view text) {
  std::array<std::uint32_t, 9> numbers{};
  const auto words = split(text, ' ');
  if (words.size() != numbers.size()) return std::nullopt;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto [end, error] = std::from_chars(words[i].data(), words[i].data() + words[i].size(), numbers[i]);
    if (error != std::errc() || end != words[i].data() + words[i].size()) return std::nullopt;
  }
  PictureLook look;
  if (numbers[0] > 3) return std::nullopt;
  if (numbers[0] > 0) look.fault = static_cast<PictureFault>(numbers[0] - 1);
  look.width = numbers[1];
  look.height = numbers[2];
  look.transparent = numbers[3] != 0;
  look.flat = numbers[4] != 0;
  look.animated = numbers[5] != 0;
  look.cmyk = numbers[6] != 0;
  look.deep = numbers[7] != 0;
  look.exif_damaged = numbers[8] != 0;
  return look;
}

void report_look(const PictureLook& look, const std::string& path, ImageSize size, Findings& findings) {
  const Place place{path, {}};
  if (look.fault) {
    switch (*look.fault) {
      case PictureFault::damaged:
        findings.emplace_back(rules::media_picture_damaged, place);
        return;
      case PictureFault::too_large:
        findings.emplace_back(rules::media_picture_too_large, place, "",
                              fmt::format("{} × {}", size.width, size.height));
        return;
      case PictureFault::too_complex:
        findings.emplace_back(rules::media_picture_too_complex, place);
        return;
    }
  }
  if (look.animated) findings.emplace_back(rules::media_picture_animated, place);
  if (look.cmyk) findings.emplace_back(rules::media_picture_for_print, place, "", "CMYK");
  if (look.deep) findings.emplace_back(rules::media_picture_for_print, place, "", "16 bit");
  if (look.exif_damaged) findings.emplace_back(rules::media_picture_exif, place);
}

}  // namespace mektep
