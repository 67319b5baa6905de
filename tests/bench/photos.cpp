// Makes photographs to measure with: JPEG files of 12 megapixels, soft shapes under the grain of a camera.
//
//     photos FOLDER COUNT
#include <cstdint>
#include <cstdio>  // jpeglib.h needs it
#include <cstdlib>
#include <string>
#include <vector>

// clang-format off: jpeglib.h needs what stands before it
#include <jpeglib.h>
// clang-format on

namespace {

constexpr unsigned width = 4000, height = 3000;

bool write_photo(const std::string& path, std::uint32_t seed) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  jpeg_stdio_dest(&info, file);
  info.image_width = width;
  info.image_height = height;
  info.in_color_space = JCS_RGB;
  info.input_components = 3;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 92, TRUE);
  jpeg_start_compress(&info, TRUE);
  const unsigned slope = 1 + seed % 7;
  std::vector<std::uint8_t> row(3 * width);
  for (unsigned y = 0; y < height; ++y) {
    for (unsigned x = 0; x < row.size(); ++x) {
      seed = seed * 1664525 + 1013904223;
      const unsigned shape = (x / 3 * (1 + x % 3) / 13 + y * slope / 17 + (x / 900) * (y / 250) * 9) % 512;
      row[x] = static_cast<std::uint8_t>((shape < 256 ? shape : 511 - shape) * 7 / 8 + (seed >> 28));
    }
    JSAMPROW rows = row.data();
    jpeg_write_scanlines(&info, &rows, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  return std::fclose(file) == 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  const int photos = std::atoi(words[2]);
  for (int i = 0; i < photos; ++i) {
    if (!write_photo(std::string(words[1]) + "/p" + std::to_string(i) + ".jpg",
                     static_cast<std::uint32_t>(i) + 1))
      return 1;
  }
  return 0;
}
