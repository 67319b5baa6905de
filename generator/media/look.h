// A look at a picture: whether it can be read to its end, and what its renditions depend on.
#pragma once
#include <string>
#include <string_view>

#include "base/finding.h"
#include "media/picture.h"

namespace mektep {

struct PictureLook {
  std::optional<PictureFault> fault;    // then the rest is not known
  std::uint32_t width = 0, height = 0;  // upright
  bool transparent = false, flat = false;
  bool animated = false, cmyk = false, deep = false, exif_damaged = false;
  bool operator==(const PictureLook&) const = default;
};

PictureLook look_at_picture(std::string_view bytes);

// The line that the cache keeps; nullopt when `text` is none.
std::string format_look(const PictureLook& look);
std::optional<PictureLook> parse_look(std::string_view text);

// What the school should know of it.
void report_look(const PictureLook& look, const std::string& path, ImageSize size, Findings& findings);

}  // namespace mektep
