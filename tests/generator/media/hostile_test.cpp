// Hostile pictures: one finding each, never a crash, bounded in memory and time.
#include <catch2/catch.hpp>

#include "media/look.h"
#include "media/media.h"
#include "support/pictures.h"
#include "support/school.h"

using namespace mektep;
using namespace mektep::test;

namespace {

using Rules = std::vector<std::string>;
const std::string sidecar =
    "alt: {ky: Сүрөт, ru: Картинка}\npeople: nobody-recognisable\nstated_by: aigul\nstated_on: 2026-01-01\n";

// The findings of a school with that one picture.
Rules found(const std::string& name, const std::string& bytes) {
  LoadedSchool school =
      load_school({{"site.yaml", site_yaml},
                   {"news/2026/a/index.ky.md", "---\ntitle: А\ndate: 2026-01-01\n---\nТекст.\n"},
                   {"news/2026/a/index.ru.md", "---\ntitle: А\n---\nТекст.\n"},
                   {"news/2026/a/" + name, bytes},
                   {"news/2026/a/" + name + ".yaml", sidecar}});
  Findings findings = std::move(school.findings);
  const Media media(*school.snapshot, school.model, {school.model, Date{2026, 11, 21}}, {}, findings);
  Rules ids;
  for (const Finding& finding : findings) ids.emplace_back(finding.rule->id);
  return ids;
}
std::string jpeg() {
  return encode_jpeg(gradient(160, 120), 90);
}
std::string header_of(std::uint32_t width,
                      std::uint32_t height) {  // a PNG that ends where its pixels would begin
  const auto big32 = [](std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
    return bytes;
  };
  return std::string("\x89PNG\r\n\x1A\n") +
         png_chunk("IHDR", big32(width) + big32(height) + std::string("\x08\x02\0\0\0", 5)) +
         png_chunk("IEND", "");
}
// The size in a JPEG's frame header, changed.
std::string with_size(std::string jpeg, unsigned width, unsigned height) {
  const std::size_t at = std::min(jpeg.find("\xFF\xC0"), jpeg.find("\xFF\xC2"));
  jpeg[at + 5] = static_cast<char>(height >> 8);
  jpeg[at + 6] = static_cast<char>(height & 255);
  jpeg[at + 7] = static_cast<char>(width >> 8);
  jpeg[at + 8] = static_cast<char>(width & 255);
  return jpeg;
}

}  // namespace

TEST_CASE("sound pictures have no finding") {
  CHECK(found("a.jpg", jpeg()).empty());
  CHECK(found("a.png", png_of(20, 10, 8)).empty());
  CHECK(found("a.gif", gif_of(20, 1)).empty());
  CHECK(found("a.webp", encode_webp(gradient(20, 10), 80)).empty());
}

TEST_CASE("a cut picture is damaged, wherever it is cut") {
  const std::vector<std::pair<std::string, std::string>> whole{{"a.jpg", jpeg()},
                                                               {"b.png", png_of(60, 40, 8)},
                                                               {"c.gif", gif_of(20, 1)},
                                                               {"d.webp", encode_webp(gradient(60, 40), 80)}};
  for (const auto& [name, bytes] : whole) {
    for (const std::size_t part : {50u, 75u, 95u}) {
      INFO(name << " " << part);
      CHECK(found(name, bytes.substr(0, bytes.size() * part / 100)) == Rules{"media-picture-damaged"});
    }
  }
}

TEST_CASE("a flipped byte never crashes") {
  for (std::string bytes : {jpeg(), png_of(60, 40, 8), gif_of(20, 2), encode_webp(gradient(60, 40, 4), 80)}) {
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
      const char before = bytes[at];
      bytes[at] = static_cast<char>(before ^ 0x55);
      (void)look_at_picture(bytes);
      bytes[at] = before;
    }
  }
}

TEST_CASE("a picture of a hundred megapixels is too large, before any of them is unpacked") {
  CHECK(found("a.png", header_of(12'000, 12'000)) == Rules{"media-picture-too-large"});
  CHECK(found("a.png", header_of(100'000, 1)) == Rules{"media-picture-too-large"});
  CHECK(found("a.jpg", with_size(jpeg(), 60'000, 60'000)) == Rules{"media-picture-too-large"});
  CHECK(found("a.jpg", with_size(jpeg(), 8'000, 8'000)) ==
        Rules{"media-picture-damaged"});  // the pixels are not there
}

TEST_CASE("hundreds of passes over a picture are refused") {
  CHECK(found("a.jpg", many_scans_jpeg(160, 120)) == Rules{"media-picture-too-complex"});
}

TEST_CASE("damaged camera notes are told of, and the picture is shown") {
  const std::string far("II*\0\xFF\xFF\xFF\x7F", 8);
  std::string bomb("II*\0\x08\0\0\0\xFF\xFF", 10);  // 65535 entries that are not there
  CHECK(found("a.jpg", with_exif(jpeg(), far)) == Rules{"media-picture-exif"});
  CHECK(found("a.jpg", with_exif(jpeg(), bomb)) == Rules{"media-picture-exif"});
  CHECK(found("a.jpg", with_exif(jpeg(), exif(99))) == Rules{"media-picture-exif"});
  // A directory below that is this one again; an orientation of four thousand million values.
  const std::string loop("II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\0\0\0\0", 26);
  const std::string many("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\xFF\xFF\xFF\xFF\x06\0\0\0\0\0\0\0", 26);
  CHECK(found("a.jpg", with_exif(jpeg(), loop)) == Rules{"media-picture-exif"});
  CHECK(found("a.jpg", with_exif(jpeg(), many)) == Rules{"media-picture-exif"});
  std::string large = jpeg();
  for (int i = 0; i < 50; ++i) large = with_segment(large, 0xE1, std::string(65'000, 'x'));
  CHECK(found("a.jpg", large).empty());  // only a burden, and never published
}

TEST_CASE("pictures for print are converted and told of") {
  CHECK(found("a.jpg", cmyk_jpeg(64, 48)) == Rules{"media-picture-for-print"});
  CHECK(found("a.png", png_of(20, 10, 16)) == Rules{"media-picture-for-print"});
}

TEST_CASE("of animated pictures the first frame is shown, and that is told") {
  CHECK(found("a.gif", gif_of(20, 2)) == Rules{"media-picture-animated"});
  CHECK(found("a.png", png_of(20, 10, 8, png_chunk("acTL", std::string("\0\0\0\2\0\0\0\0", 8)))) ==
        Rules{"media-picture-animated"});
}

TEST_CASE("a wrong extension and an empty file are found when the files are read") {
  CHECK(found("a.png", jpeg()) == Rules{"content-asset-type"});
  CHECK(found("a.jpg", "") == Rules{"content-asset-type"});
}
