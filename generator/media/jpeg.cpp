// JPEG by libjpeg-turbo. Its errors jump out of the library: between setjmp and the end of a call no object
// with a destructor is made.
#include <jerror.h>
#include <jpeglib.h>

#include <csetjmp>
#include <cstdio>  // jpeglib.h needs it
#include <cstdlib>
#include <cstring>

#include "media/picture.h"

namespace mektep {
namespace {

constexpr long most_memory =
    256l << 20;                 // of the decoder; a progressive picture is held whole, 3 bytes a pixel
constexpr int most_scans = 40;  // usual progressive pictures have 10

struct Errors {
  jpeg_error_mgr base;
  std::jmp_buf out;
  PictureFault fault;
};

[[noreturn]] void leave(j_common_ptr info) {
  auto* errors = reinterpret_cast<Errors*>(info->err);
  const int code = info->err->msg_code;
  if (code == JERR_OUT_OF_MEMORY || code == JERR_NO_BACKING_STORE) errors->fault = PictureFault::too_large;
  std::longjmp(errors->out, 1);
}

// Warnings mean that the decoder goes on with grey or noise; only what cameras are known to do is let pass.
void on_message(j_common_ptr info, int level) {
  if (level >= 0) return;
  switch (info->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
    case JWRN_BOGUS_ICC:
      return;
    default:
      leave(info);
  }
}

void on_scan(j_common_ptr info) {
  if (!info->is_decompressor) return;
  auto* decoder = reinterpret_cast<j_decompress_ptr>(info);
  if (decoder->input_scan_number <= most_scans) return;
  auto* errors = reinterpret_cast<Errors*>(info->err);
  errors->fault = PictureFault::too_complex;
  std::longjmp(errors->out, 1);
}

// Ink on white, as Adobe stores it: inverted.
void to_rgb(std::uint8_t* to, const std::uint8_t* cmyk, std::uint32_t width, bool inverted) {
  for (std::uint32_t x = 0; x < width; ++x, to += 3, cmyk += 4) {
    for (int i = 0; i < 3; ++i) {
      const int paper = inverted ? cmyk[i] : 255 - cmyk[i], key = inverted ? cmyk[3] : 255 - cmyk[3];
      to[i] = static_cast<std::uint8_t>((paper * key + 127) / 255);
    }
  }
}

class Decoder {
 public:
  Decoder() {
    info_.err = jpeg_std_error(&errors_.base);
    errors_.base.error_exit = leave;
    errors_.base.emit_message = on_message;
    errors_.fault = PictureFault::damaged;
    progress_.progress_monitor = on_scan;
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { jpeg_destroy_decompress(&info_); }

  // False: a fault.
  bool run(std::string_view bytes, ImageSize size, unsigned eighths, DecodedPicture& picture) {
    if (setjmp(errors_.out) != 0) return false;
    jpeg_create_decompress(&info_);
    info_.mem->max_memory_to_use = most_memory;
    info_.progress = &progress_;
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&info_, TRUE);
    if (info_.image_width != size.width || info_.image_height != size.height) return false;
    picture.cmyk = info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK;
    info_.out_color_space = picture.cmyk ? JCS_CMYK : JCS_RGB;
    info_.scale_num = eighths;
    info_.scale_denom = 8;
    jpeg_start_decompress(&info_);
    Pixels& pixels = picture.pixels;
    pixels.width = info_.output_width;
    pixels.height = info_.output_height;
    pixels.bytes.resize(pixels.row() * pixels.height);
    if (picture.cmyk) inks_.resize(std::size_t{4} * pixels.width);
    while (info_.output_scanline < info_.output_height) {
      std::uint8_t* to = pixels.bytes.data() + info_.output_scanline * pixels.row();
      JSAMPROW row = picture.cmyk ? inks_.data() : to;
      jpeg_read_scanlines(&info_, &row, 1);
      if (picture.cmyk) to_rgb(to, inks_.data(), pixels.width, info_.saw_Adobe_marker != 0);
    }
    jpeg_finish_decompress(&info_);
    return true;
  }
  PictureFault fault() const { return errors_.fault; }

 private:
  jpeg_decompress_struct info_{};
  Errors errors_{};
  jpeg_progress_mgr progress_{};
  std::vector<std::uint8_t> inks_;  // one row
};

class Encoder {
 public:
  Encoder() {
    info_.err = jpeg_std_error(&errors_.base);
    errors_.base.error_exit = leave;
    errors_.base.emit_message = [](j_common_ptr, int) {};
  }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  ~Encoder() {
    jpeg_destroy_compress(&info_);
    std::free(bytes_);
  }

  bool run(const Pixels& pixels, int quality) {
    if (setjmp(errors_.out) != 0) return false;
    jpeg_create_compress(&info_);
    jpeg_mem_dest(&info_, &bytes_, &size_);
    info_.image_width = pixels.width;
    info_.image_height = pixels.height;
    info_.input_components = 3;
    info_.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info_);
    jpeg_set_quality(&info_, quality, TRUE);
    info_.optimize_coding = TRUE;
    jpeg_simple_progression(&info_);  // a few per cent smaller, and something to see at once on a slow line
    jpeg_start_compress(&info_, TRUE);
    while (info_.next_scanline < info_.image_height) {
      auto* row = const_cast<JSAMPROW>(pixels.bytes.data() + info_.next_scanline * pixels.row());
      jpeg_write_scanlines(&info_, &row, 1);
    }
    jpeg_finish_compress(&info_);
    return true;
  }
  std::string bytes() const { return {reinterpret_cast<const char*>(bytes_), size_}; }

 private:
  jpeg_compress_struct info_{};
  Errors errors_{};
  unsigned char* bytes_ = nullptr;
  unsigned long size_ = 0;
};

}  // namespace

PictureResult decode_jpeg(std::string_view bytes, ImageSize size, unsigned eighths) {
  DecodedPicture picture;
  Decoder decoder;
  if (decoder.run(bytes, size, eighths, picture)) return picture;
  return std::unexpected(decoder.fault());
}

std::string encode_jpeg(const Pixels& pixels, int quality) {
  Encoder encoder;
  return encoder.run(pixels.channels == 3 ? pixels : without_alpha(pixels), quality) ? encoder.bytes()
                                                                                     : std::string();
}

}  // namespace mektep
