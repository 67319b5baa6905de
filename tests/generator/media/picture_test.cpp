#include "media/picture.h"

#include <catch2/catch.hpp>

#include "media/exif.h"
#include "media/look.h"
#include "media/renditions.h"
#include "support/pictures.h"

using namespace mektep;
using namespace mektep::test;

namespace {

int colour(const Pixels& pixels, std::uint32_t x, std::uint32_t y, std::size_t channel) {
  return pixels.bytes[y * pixels.row() + std::size_t{x} * pixels.channels + channel];
}
// Red grows to the right, green to the bottom.
void check_gradient(const Pixels& pixels, int tolerance) {
  for (std::uint32_t i = 1; i < 8; ++i) {
    const std::uint32_t x = pixels.width * i / 8, y = pixels.height * i / 8;
    CHECK(std::abs(colour(pixels, x, y, 0) - static_cast<int>(255 * i / 8)) <= tolerance);
    CHECK(std::abs(colour(pixels, x, y, 1) - static_cast<int>(255 * i / 8)) <= tolerance);
  }
}
std::string jpeg(std::uint32_t width = 200, std::uint32_t height = 120) {
  return encode_jpeg(gradient(width, height), 90);
}

}  // namespace

TEST_CASE("each format is read as it was written") {
  const Pixels rgb = gradient(200, 120), rgba = gradient(200, 120, 4);
  for (const std::string& bytes : {encode_jpeg(rgb, 90), encode_png(rgb), encode_webp(rgb, 90),
                                   encode_webp_lossless(rgb), encode_png(rgba), encode_webp(rgba, 90)}) {
    const auto picture = decode_picture(bytes, 10'000);
    REQUIRE(picture);
    CHECK(picture->pixels.width == 200);
    CHECK(picture->pixels.height == 120);
    CHECK(picture->orientation == 1);
    check_gradient(picture->pixels, 8);
  }
  CHECK(decode_picture(encode_png(rgba), 1)->pixels.bytes == rgba.bytes);
  CHECK(is_transparent(decode_picture(encode_webp(rgba, 90), 1)->pixels));
  CHECK_FALSE(is_transparent(decode_picture(encode_png(rgb), 1)->pixels));
}

TEST_CASE("a large JPEG is read smaller, but never narrower than asked for") {
  const std::string bytes = jpeg(800, 400);
  for (const std::uint32_t enough : {1u, 100u, 101u, 350u, 799u, 800u, 5000u}) {
    const auto picture = decode_picture(bytes, enough);
    REQUIRE(picture);
    CHECK(picture->pixels.width >= std::min(enough, 800u));
    CHECK(picture->pixels.width <= std::min(enough + 100, 800u));
    check_gradient(picture->pixels, 12);
  }
  // On its side it is the height that counts.
  CHECK(decode_picture(with_exif(bytes, exif(6)), 200)->pixels.height >= 200);
}

TEST_CASE("all eight orientations stand upright") {
  const Pixels stored = gradient(64, 32);
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const Pixels up = upright(stored, orientation);
    CHECK(up.width == (orientation >= 5 ? 32u : 64u));
    // Where the stored first pixel (dark) has come to: EXIF names the corner.
    const bool right = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    const bool bottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    const std::uint32_t x = right ? up.width - 1 : 0, y = bottom ? up.height - 1 : 0;
    CHECK(colour(up, x, y, 0) + colour(up, x, y, 1) == 0);
    CHECK(exif_orientation(exif(orientation)) == orientation);
  }
}

TEST_CASE("EXIF is found in a JPEG and a PNG") {
  CHECK(decode_picture(with_exif(jpeg(), exif(8)), 1)->orientation == 8);
  CHECK(decode_picture(png_of(20, 10, 8, png_chunk("eXIf", exif(3))), 1)->orientation == 3);
}

TEST_CASE("a GIF is read, with the place that its first frame leaves free") {
  const auto picture = decode_picture(gif_of(20, 1), 1);
  REQUIRE(picture);
  CHECK(picture->pixels.width == 20);
  CHECK(colour(picture->pixels, 19, 19, 0) == 255);
  CHECK(colour(picture->pixels, 19, 19, 2) == 0);
  CHECK_FALSE(is_transparent(picture->pixels));
  CHECK_FALSE(picture->animated);
  CHECK(is_flat(picture->pixels));
}

TEST_CASE("the ladder of widths never enlarges and ends at the picture's own width") {
  using Widths = std::vector<std::uint32_t>;
  CHECK(rendition_widths(4000, false) == Widths{320, 480, 640, 960, 1280, 1920});
  CHECK(rendition_widths(4000, true) == Widths{640, 1280, 1920});
  CHECK(rendition_widths(1920, false) == Widths{320, 480, 640, 960, 1280, 1920});
  CHECK(rendition_widths(700, false) == Widths{320, 480, 700});  // 640 is hardly smaller
  CHECK(rendition_widths(800, true) == Widths{640, 800});
  CHECK(rendition_widths(100, false) == Widths{100});
  CHECK(rendition_widths(1, true) == Widths{1});
}

TEST_CASE("renditions are upright, in all sizes, without metadata, and the same each time") {
  const std::string source =
      with_segment(with_exif(jpeg(1500, 1000), exif(6)), 0xE1, "http://ns.adobe.com/xap/1.0/\0secret place");
  const PictureLook look = look_at_picture(source);
  REQUIRE_FALSE(look.fault);
  CHECK(look.width == 1000);
  CHECK(look.height == 1500);
  Picture picture{look.width, look.height, look.transparent, look.flat, {}};
  plan_renditions(picture, "abcd");
  const auto made = make_renditions(picture, source);
  REQUIRE(made);
  REQUIRE(made->size() == picture.renditions.size());
  for (std::size_t i = 0; i < made->size(); ++i) {
    const Rendition& rendition = picture.renditions[i];
    const std::string& bytes = (*made)[i];
    const auto size = image_size(bytes);
    REQUIRE(size);
    CHECK(size->width == rendition.width);
    CHECK(size->height == rendition.height);
    CHECK(sniff_file_type(bytes) == rendition.type);
    for (const std::string_view trace : {"Exif", "EXIF", "ICC", "secret", "XMP", "xap"})
      CHECK(bytes.find(trace) == std::string::npos);
    // Turned by a quarter: what grew to the right grows to the bottom.
    const Pixels pixels = decode_picture(bytes, 10'000)->pixels;
    CHECK(colour(pixels, pixels.width / 2, pixels.height * 7 / 8, 0) > 200);
    CHECK(colour(pixels, pixels.width * 7 / 8, pixels.height / 2, 1) < 55);
  }
  CHECK(picture.webp().size() == 4);
  CHECK(picture.fallback().size() == 2);
  CHECK(picture.largest().type == FileType::jpeg);
  CHECK(make_renditions(picture, source) == made);
}

TEST_CASE("a transparent picture stays transparent, in WebP and PNG") {
  const std::string source = encode_png(gradient(700, 300, 4));
  const PictureLook look = look_at_picture(source);
  CHECK(look.transparent);
  Picture picture{look.width, look.height, look.transparent, look.flat, {}};
  plan_renditions(picture, "abcd");
  const auto made = make_renditions(picture, source);
  REQUIRE(made);
  CHECK(picture.largest().type == FileType::png);
  for (const std::string& bytes : *made) CHECK(is_transparent(decode_picture(bytes, 1)->pixels));
}

TEST_CASE("what was seen of a picture survives the cache") {
  PictureLook look = look_at_picture(with_exif(jpeg(), exif(6)));
  look.flat = look.cmyk = true;
  CHECK(parse_look(format_look(look)) == look);
  look.fault = PictureFault::too_complex;
  CHECK(parse_look(format_look(look)) == look);
  for (const char* text : {"", "0 1 2", "9 1 1 0 0 0 0 0 0", "0 1 1 0 0 0 0 0 x", "0 1 1 0 0 0 0 0 0 0"})
    CHECK_FALSE(parse_look(text));
}
