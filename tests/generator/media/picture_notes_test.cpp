#include "media/picture_notes.h"

#include <catch2/catch.hpp>

#include "media/picture.h"

using namespace mektep;

namespace {

std::string jpeg_with(char marker, const std::string& note) {
  std::string jpeg = encode_jpeg(Pixels{16, 16, 3, std::vector<std::uint8_t>(16 * 16 * 3, 128)}, 80);
  const std::string size{static_cast<char>((note.size() + 2) >> 8), static_cast<char>(note.size() + 2)};
  return jpeg.insert(2, std::string{'\xFF', marker} + size + note);
}

}  // namespace

TEST_CASE("comments, XMP and EXIF of a scan are words to be checked") {
  CHECK(picture_notes(jpeg_with('\xFE', "Асанов Бакыт тарткан")).find("Асанов Бакыт") != std::string::npos);
  const std::string xmp = std::string("http://ns.adobe.com/xap/1.0/") + '\0' +
                          "<dc:creator><rdf:li>Асанов Бакыт</rdf:li></dc:creator>";
  CHECK(picture_notes(jpeg_with('\xE1', xmp)).find("Асанов Бакыт\n") != std::string::npos);
  std::string png = encode_png(Pixels{16, 16, 3, std::vector<std::uint8_t>(16 * 16 * 3, 128)});
  const std::string note = std::string("Author") + '\0' + "Асанов Бакыт";
  png.insert(33, std::string{0, 0, 0, static_cast<char>(note.size())} + "tEXt" + note + "crc!");
  CHECK(picture_notes(png).find("Асанов Бакыт") != std::string::npos);
}

TEST_CASE("pixels are no words, and a cut file is no harm") {
  const std::string jpeg = jpeg_with('\xFE', "Асанов Бакыт");
  CHECK(
      picture_notes(encode_jpeg(Pixels{16, 16, 3, std::vector<std::uint8_t>(16 * 16 * 3, 128)}, 80)).empty());
  for (std::size_t size = 0; size < jpeg.size(); size += 7)
    picture_notes(std::string_view(jpeg).substr(0, size));
  CHECK(picture_notes("RIFF\x10").empty());
}
