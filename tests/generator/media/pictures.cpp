#include "support/pictures.h"

#include <jpeglib.h>
#include <zlib.h>

#include <cstdio>  // jpeglib.h needs it
#include <cstdlib>
#include <functional>

namespace mektep::test {
namespace {

std::string big32(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
  return bytes;
}

std::string compress_jpeg(std::uint32_t width, std::uint32_t height, J_COLOR_SPACE space,
                          const std::function<void(jpeg_compress_struct&)>& prepare) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = width;
  info.image_height = height;
  info.in_color_space = space;
  info.input_components = space == JCS_CMYK ? 4 : 3;
  jpeg_set_defaults(&info);
  prepare(info);
  jpeg_start_compress(&info, TRUE);
  std::vector<std::uint8_t> row(std::size_t{width} * static_cast<std::size_t>(info.input_components));
  while (info.next_scanline < height) {
    for (std::size_t i = 0; i < row.size(); ++i)
      row[i] = static_cast<std::uint8_t>((i * 7 + info.next_scanline * 3) % 256);
    JSAMPROW rows = row.data();
    jpeg_write_scanlines(&info, &rows, 1);
  }
  jpeg_finish_compress(&info);
  std::string all(reinterpret_cast<char*>(bytes), size);
  jpeg_destroy_compress(&info);
  std::free(bytes);
  return all;
}

}  // namespace

Pixels gradient(std::uint32_t width, std::uint32_t height, std::uint32_t channels) {
  Pixels pixels{width, height, channels, {}};
  pixels.bytes.reserve(pixels.row() * height);
  std::uint32_t noise = 1;
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::uint32_t x = 0; x < width; ++x) {
      noise = noise * 1664525u + 1013904223u;
      pixels.bytes.push_back(static_cast<std::uint8_t>(x * 255 / width));
      pixels.bytes.push_back(static_cast<std::uint8_t>(y * 255 / height));
      pixels.bytes.push_back(static_cast<std::uint8_t>(100 + (noise >> 28)));
      if (channels == 4) pixels.bytes.push_back(static_cast<std::uint8_t>(x < width / 2 ? 255 : 100));
    }
  }
  return pixels;
}

std::string exif(int orientation) {
  std::string tiff("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18);
  tiff += static_cast<char>(orientation);
  return tiff + std::string(7, '\0');
}

std::string with_segment(std::string_view jpeg, unsigned char marker, std::string_view bytes) {
  std::string all(jpeg.substr(0, 2));
  all += '\xFF';
  all += static_cast<char>(marker);
  const std::size_t length = bytes.size() + 2;
  all += static_cast<char>(length >> 8);
  all += static_cast<char>(length & 255);
  all += bytes;
  return all.append(jpeg.substr(2));
}

std::string with_exif(std::string_view jpeg, std::string_view tiff) {
  return with_segment(jpeg, 0xE1, std::string("Exif\0\0", 6).append(tiff));
}

std::string cmyk_jpeg(std::uint32_t width, std::uint32_t height) {
  return compress_jpeg(width, height, JCS_CMYK, [](jpeg_compress_struct&) {});
}

std::string many_scans_jpeg(std::uint32_t width, std::uint32_t height) {
  std::vector<jpeg_scan_info> scans{{3, {0, 1, 2, 0}, 0, 0, 0, 0}};
  for (int component = 0; component < 3; ++component) {
    for (int k = 1; k < 64; ++k) scans.push_back({1, {component, 0, 0, 0}, k, k, 0, 0});
  }
  return compress_jpeg(width, height, JCS_RGB, [&](jpeg_compress_struct& info) {
    info.scan_info = scans.data();
    info.num_scans = static_cast<int>(scans.size());
  });
}

std::string png_chunk(std::string_view name, std::string_view bytes) {
  const std::string body = std::string(name).append(bytes);
  const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return big32(static_cast<std::uint32_t>(bytes.size())) + body + big32(static_cast<std::uint32_t>(sum));
}

std::string png_of(std::uint32_t width, std::uint32_t height, unsigned bits, std::string_view chunks) {
  std::string head = big32(width) + big32(height) + static_cast<char>(bits) + '\2' + std::string(3, '\0');
  std::string raw;
  for (std::uint32_t y = 0; y < height; ++y) {
    raw += '\0';
    for (std::uint32_t i = 0; i < width * 3 * bits / 8; ++i) raw += static_cast<char>((i * 5 + y * 3) % 256);
  }
  uLongf size = compressBound(raw.size());
  std::string packed(size, '\0');
  ::compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(raw.data()),
             raw.size());
  packed.resize(size);
  return std::string("\x89PNG\r\n\x1A\n") + png_chunk("IHDR", head) + std::string(chunks) +
         png_chunk("IDAT", packed) + png_chunk("IEND", "");
}

std::string gif_of(unsigned side, int frames) {
  const auto word = [](unsigned value) {
    return std::string{static_cast<char>(value & 255), static_cast<char>(value >> 8)};
  };
  std::string gif = "GIF89a" + word(side) + word(side) + std::string("\x80\0\0\xFF\0\0\0\0\xFF", 9);
  for (int frame = 0; frame < frames; ++frame) {
    gif += std::string("\x21\xF9\x04\x04\x0A\0\0\0,\0\0\0\0", 13) + word(side) + word(side) +
           std::string("\0\2", 2);
    std::string data;
    unsigned buffer = 0, filled = 0;
    const auto put = [&](unsigned code) {  // three bits: the table is cleared before it grows
      buffer |= code << filled;
      for (filled += 3; filled >= 8; filled -= 8, buffer >>= 8) data += static_cast<char>(buffer & 255);
    };
    for (unsigned i = 0; i < side * side; ++i) {
      if (i % 2 == 0) put(4);
      put(static_cast<unsigned>(frame) % 2);
    }
    put(5);
    if (filled > 0) data += static_cast<char>(buffer & 255);
    for (std::size_t at = 0; at < data.size(); at += 255) {
      const std::string part = data.substr(at, 255);
      gif += static_cast<char>(part.size());
      gif += part;
    }
    gif += '\0';
  }
  return gif + ";";
}

}  // namespace mektep::test
