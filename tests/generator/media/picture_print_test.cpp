#include "media/picture_print.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "media/picture.h"

using namespace mektep;

namespace {

// A picture like no other: patches of light and dark of all sizes, made from `seed`.
Pixels scene(std::uint32_t seed, std::uint32_t width = 640, std::uint32_t height = 480) {
  Pixels pixels{width, height, 3, {}};
  pixels.bytes.resize(pixels.row() * height);
  const auto noise = [&](std::uint32_t x, std::uint32_t y) {
    std::uint32_t n = x * 374761393U + y * 668265263U + seed * 2246822519U;
    n = (n ^ (n >> 13)) * 1274126177U;
    return double((n ^ (n >> 16)) & 0xFFFF) / 65535;
  };
  const auto smooth = [&](double x, double y) {
    const double u = std::floor(x), v = std::floor(y), a = x - u, b = y - v;
    const auto i = static_cast<std::uint32_t>(u), j = static_cast<std::uint32_t>(v);
    return (1 - b) * ((1 - a) * noise(i, j) + a * noise(i + 1, j)) +
           b * ((1 - a) * noise(i, j + 1) + a * noise(i + 1, j + 1));
  };
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      double light = 0;
      for (const double size : {160.0, 80.0, 40.0, 20.0}) light += smooth(x / size, y / size) * size;
      const auto grey = static_cast<std::uint8_t>(std::clamp(light / 300 * 255, 0.0, 255.0));
      for (int c = 0; c < 3; ++c) pixels.bytes[y * pixels.row() + x * 3 + std::uint32_t(c)] = grey;
    }
  }
  return pixels;
}

// From `left` and `top`, parts of the sides; scaled and compressed anew.
GreyPicture crop(const Pixels& from, double left, double top, double width, double height) {
  Pixels part{static_cast<std::uint32_t>(from.width * width),
              static_cast<std::uint32_t>(from.height * height),
              3,
              {}};
  const auto x0 = static_cast<std::uint32_t>(from.width * left),
             y0 = static_cast<std::uint32_t>(from.height * top);
  for (std::uint32_t y = 0; y < part.height; ++y) {
    const auto* row = from.bytes.data() + (y + y0) * from.row() + x0 * 3;
    part.bytes.insert(part.bytes.end(), row, row + part.row());
  }
  const auto again = decode_picture(encode_jpeg(resize(part, 400, 400 * part.height / part.width), 55), 1);
  REQUIRE(again);
  return grey_copy(again->pixels);
}

}  // namespace

TEST_CASE("a picture is known again after cropping by up to 30 %, scaling and compressing") {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    const Pixels original = scene(seed);
    const auto print = print_of(grey_copy(original));
    REQUIRE(print);
    const double crops[][4] = {{0, 0, 1, 1},           {0.05, 0.1, 0.9, 0.9},   {0.3, 0, 0.7, 0.7},
                               {0, 0.3, 0.7, 0.7},     {0, 0, 0.8, 1},          {0.12, 0.2, 0.75, 0.8},
                               {0.15, 0.15, 0.7, 0.7}, {0.03, 0.07, 0.88, 0.83}};
    for (const auto& [left, top, width, height] : crops) {
      INFO(seed << ": " << left << " " << top << " " << width << " " << height);
      CHECK(PrintSearch(crop(original, left, top, width, height)).finds(*print));
    }
  }
}

TEST_CASE("a picture is known again when it is mirrored, lighter or darker") {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    const Pixels original = scene(seed);
    const auto print = print_of(grey_copy(original));
    REQUIRE(print);
    Pixels mirror = original, light = original, dark = original;
    for (std::uint32_t y = 0; y < original.height; ++y) {
      for (std::uint32_t x = 0; x < original.width; ++x) {
        const std::size_t here = y * original.row() + x * 3,
                          there = y * original.row() + (original.width - 1 - x) * 3;
        for (std::size_t c = 0; c < 3; ++c) {
          const int grey = original.bytes[here + c];
          mirror.bytes[there + c] = original.bytes[here + c];
          light.bytes[here + c] = static_cast<std::uint8_t>(std::min(255, grey + 60));
          dark.bytes[here + c] = static_cast<std::uint8_t>(grey * 6 / 10);
        }
      }
    }
    INFO(seed);
    CHECK(PrintSearch(crop(mirror, 0, 0, 1, 1)).finds(*print));
    CHECK(PrintSearch(crop(mirror, 0.1, 0.05, 0.8, 0.85)).finds(*print));
    CHECK(PrintSearch(crop(light, 0.1, 0.1, 0.8, 0.8)).finds(*print));
    CHECK(PrintSearch(crop(dark, 0.05, 0.2, 0.9, 0.75)).finds(*print));
  }
  const auto print = print_of(grey_copy(scene(1)));
  CHECK(mirrored(mirrored(*print)) == *print);
  CHECK_FALSE(mirrored(*print) == *print);
}

TEST_CASE("other pictures are other pictures") {
  const PrintSearch search(grey_copy(scene(1)));
  for (std::uint32_t seed = 2; seed < 60; ++seed) {
    INFO(seed);
    CHECK_FALSE(search.finds(*print_of(grey_copy(scene(seed)))));
  }
}

TEST_CASE("a plain sheet has no print") {
  Pixels sheet{300, 200, 3, std::vector<std::uint8_t>(300 * 200 * 3, 250)};
  CHECK_FALSE(print_of(grey_copy(sheet)));
  CHECK_FALSE(print_of(GreyPicture{}));
}

TEST_CASE("prints and grey copies are read as they were written") {
  const GreyPicture grey = grey_copy(scene(3));
  const auto print = print_of(grey);
  CHECK(parse_print(format_print(*print)) == print);
  CHECK(parse_grey(format_grey(grey))->bytes == grey.bytes);
  CHECK_FALSE(parse_print("abc"));
  CHECK_FALSE(parse_grey("128 128\nshort"));
  CHECK_FALSE(parse_grey("9999 9999\n"));
}
