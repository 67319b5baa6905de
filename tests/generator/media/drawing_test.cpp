#include "media/drawing.h"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace mektep;

namespace {

std::string drawing(std::string_view inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 "
         "0 10 "
         "10\">" +
         std::string(inside) + "</svg>";
}
std::vector<int> pixel(const Pixels& pixels, std::uint32_t x, std::uint32_t y) {
  const auto* at = pixels.bytes.data() + y * pixels.row() + std::size_t{x} * 4;
  return {at[0], at[1], at[2], at[3]};
}

}  // namespace

TEST_CASE("a drawing fills the size asked for, in its colours, on nothing") {
  const auto pixels = render_drawing(drawing("<path fill=\"#c04020\" d=\"M0 0H5V10H0Z\"/>"), 40, 40);
  REQUIRE(pixels);
  CHECK(pixels->width == 40);
  CHECK(pixels->height == 40);
  CHECK(pixels->channels == 4);
  CHECK(pixel(*pixels, 10, 20) == std::vector<int>{0xc0, 0x40, 0x20, 255});
  CHECK(pixel(*pixels, 30, 20) == std::vector<int>{0, 0, 0, 0});
}

TEST_CASE("what is half transparent keeps its colour") {
  const auto pixels =
      render_drawing(drawing("<rect width=\"10\" height=\"10\" fill=\"#ff8000\" opacity=\".5\"/>"), 8, 8);
  REQUIRE(pixels);
  const auto found = pixel(*pixels, 4, 4);
  CHECK(std::abs(found[0] - 255) <= 2);
  CHECK(std::abs(found[1] - 128) <= 2);
  CHECK(std::abs(found[3] - 128) <= 1);
}

TEST_CASE("a drawing of another shape stands in the middle") {
  const auto pixels = render_drawing(drawing("<rect width=\"10\" height=\"10\"/>"), 40, 20);
  REQUIRE(pixels);
  CHECK(pixel(*pixels, 2, 10)[3] == 0);
  CHECK(pixel(*pixels, 20, 10)[3] == 255);
  CHECK(pixel(*pixels, 37, 10)[3] == 0);
}

TEST_CASE("Kyrgyz letters of a drawing are there") {
  const auto text = [](std::string_view words) {
    return render_drawing(drawing("<text y=\"8\" font-size=\"8\" font-family=\"PT Serif, DejaVu Serif\">" +
                                  std::string(words) + "</text>"),
                          100, 100);
  };
  const auto kyrgyz = text("Ң"), russian = text("Н"), unknown = text("\U000E0FFF");
  REQUIRE(kyrgyz);
  CHECK(kyrgyz->bytes != russian->bytes);
  CHECK(kyrgyz->bytes != unknown->bytes);
}

TEST_CASE("a drawing is drawn the same way again") {
  const std::string svg =
      drawing("<circle cx=\"5\" cy=\"5\" r=\"4.3\" fill=\"#135\"/><text y=\"9\">Өү</text>");
  CHECK(render_drawing(svg, 77, 77)->bytes == render_drawing(svg, 77, 77)->bytes);
}

TEST_CASE("a damaged drawing is none") {
  for (const std::string_view svg :
       {"", "no drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M4 4h56"}) {
    CHECK_FALSE(is_drawing(svg));
    CHECK_FALSE(render_drawing(svg, 10, 10));
  }
}

TEST_CASE("a drawing reads no file") {
  const auto pixels =
      render_drawing(drawing("<image width=\"10\" height=\"10\" xlink:href=\"file://" +
                             std::filesystem::absolute(MEKTEP_ROOT).lexically_normal().string() +
                             "/tests/fuzz/corpus/picture/picture.png\"/>"),
                     10, 10);
  REQUIRE(pixels);
  CHECK(std::ranges::all_of(pixels->bytes, [](std::uint8_t byte) { return byte == 0; }));
}
