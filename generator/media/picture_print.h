// How a picture is recognised when it comes again: scaled, compressed anew, lighter or darker, mirrored,
// cropped by up to 30 % of a side.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "media/pixels.h"

namespace mektep {

// The light and dark of the middle of a picture, which every such crop keeps: 16 × 16 cells of 16 greys.
// Nobody can be recognised by it.
struct PicturePrint {
  std::array<std::uint8_t, 256> levels{};  // 0…15
  bool operator==(const PicturePrint&) const = default;
};

// A small grey copy of a picture, to look for prints in.
struct GreyPicture {
  std::uint32_t width = 0, height = 0;  // the longer side is 128 at most
  std::vector<std::uint8_t> bytes;
};
GreyPicture grey_copy(const Pixels& pixels);

// nullopt: the middle is too plain to be recognised by (a sheet of paper, the sky).
std::optional<PicturePrint> print_of(const GreyPicture& picture);

// Left and right exchanged.
PicturePrint mirrored(const PicturePrint& print);

// Whether `picture` is the one that the print was taken of, its mirror image, or a part of either. Some
// milliseconds to make, 100 µs a print.
class PrintSearch {
 public:
  explicit PrintSearch(const GreyPicture& picture);
  bool finds(const PicturePrint& print) const;

 private:
  bool finds_upright(const PicturePrint& print) const;
  struct Window {
    std::array<double, 4> place;  // x, y, width, height
    std::array<float, 256> cells;
  };
  GreyPicture picture_;
  std::vector<std::uint32_t> sums_;  // of all pixels above and to the left
  std::vector<Window> windows_;      // where the middle of an original may lie
};

std::string format_print(const PicturePrint& print);  // 256 hexadecimal digits
std::optional<PicturePrint> parse_print(std::string_view text);
// The lines that the cache keeps: width, height, bytes.
std::string format_grey(const GreyPicture& picture);
std::optional<GreyPicture> parse_grey(std::string_view text);

}  // namespace mektep
