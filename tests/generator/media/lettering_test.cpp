#include "media/lettering.h"

#include <catch2/catch.hpp>

using namespace mektep;

namespace {

constexpr TextBox box{20, 10, 300, 100};
constexpr std::array sizes{40, 20};
constexpr TextStyle style{"PT Serif, DejaVu Serif Bold", {255, 200, 100}, sizes};

Pixels black() {
  Pixels pixels{360, 140, 3, {}};
  pixels.bytes.assign(pixels.row() * pixels.height, 0);
  return pixels;
}
Pixels drawn(std::string_view text) {
  Pixels pixels = black();
  draw_text(pixels, box, text, style);
  return pixels;
}
// Left, top, right and bottom of what is drawn.
std::array<std::uint32_t, 4> drawn_part(const Pixels& pixels) {
  std::array<std::uint32_t, 4> part{pixels.width, pixels.height, 0, 0};
  for (std::uint32_t y = 0; y < pixels.height; ++y) {
    for (std::uint32_t x = 0; x < pixels.width; ++x) {
      if (pixels.bytes[y * pixels.row() + std::size_t{x} * 3] == 0) continue;
      part = {std::min(part[0], x), std::min(part[1], y), std::max(part[2], x), std::max(part[3], y)};
    }
  }
  return part;
}

}  // namespace

TEST_CASE("a short text stands at the top left in its colour, in the largest size") {
  const Pixels pixels = drawn("Мектеп");
  const auto [left, top, right, bottom] = drawn_part(pixels);
  CHECK(left >= box.left);
  CHECK(left < box.left + 6);
  CHECK(bottom - top > 20);
  CHECK(bottom < box.top + 50);
  const auto brightest = std::ranges::max(pixels.bytes);
  CHECK(brightest == 255);
  CHECK(text_height(box, "Мектеп", style) >
        text_height(box, "Мектеп", {style.font, style.colour, {&sizes[1], 1}}));
}

TEST_CASE("whatever the text is, nothing is drawn outside of its box") {
  std::string endless;
  for (int i = 0; i < 2000; ++i) endless += "Ң";
  std::string long_text;
  for (int i = 0; i < 300; ++i) long_text += "мугалим ";
  for (const std::string& text : {endless, long_text, std::string("а\nб\nв\nг\nд\nе\nж\nз"), std::string()}) {
    const auto [left, top, right, bottom] = drawn_part(drawn(text));
    if (right == 0) continue;
    CHECK(left >= box.left);
    CHECK(top >= box.top);
    CHECK(right < box.left + box.width);
    CHECK(bottom < box.top + box.height);
  }
}

TEST_CASE("a word that is too long for a line is broken, not cut") {
  const std::string word = "үйлөштүрүлбөгөндөрдөнсүңөрбү";
  const auto [left, top, right, bottom] = drawn_part(drawn(word + word));
  CHECK(bottom - top > 30);  // two lines of the small size
  CHECK(drawn(word + word).bytes != drawn(word + word + word).bytes);
}

TEST_CASE("letters of Kyrgyz are drawn") {
  CHECK(drawn("Ң").bytes != drawn("Н").bytes);
  CHECK(drawn("Ң").bytes != drawn("\U000E0FFF").bytes);
}
