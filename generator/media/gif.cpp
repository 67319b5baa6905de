// The first frame of a GIF, read by ourselves: the format is small, and libraries for it read all frames.
#include <array>

#include "media/picture.h"

namespace mektep {
namespace {

class Input {
 public:
  explicit Input(std::string_view bytes) : bytes_(bytes) {}
  bool ended() const { return at_ >= bytes_.size(); }
  unsigned byte() { return ended() ? fail() : static_cast<std::uint8_t>(bytes_[at_++]); }
  unsigned word() {
    const unsigned low = byte();
    return low | byte() << 8;
  }
  std::string_view take(std::size_t count) {
    if (count > bytes_.size() - at_) {
      fail();
      return {};
    }
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }
  // Blocks of at most 255 bytes up to an empty one.
  std::string blocks() {
    std::string all;
    while (const unsigned length = byte()) all += take(length);
    return all;
  }
  void skip_blocks() {
    while (const unsigned length = byte()) take(length);
  }
  bool failed() const { return failed_; }

 private:
  unsigned fail() {
    failed_ = true;
    at_ = bytes_.size();
    return 0;
  }
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

// LZW with codes of 3…12 bits. False when the data ends before `count` indices are there.
bool unpack(std::string_view data, unsigned bits, std::size_t count, std::vector<std::uint8_t>& indices) {
  if (bits < 2 || bits > 8) return false;
  std::array<std::uint16_t, 4096> prefix{};
  std::array<std::uint8_t, 4096> last{}, first{};
  const unsigned clear = 1u << bits, end = clear + 1;
  unsigned next = end + 1, width = bits + 1, previous = clear;
  for (unsigned i = 0; i < clear; ++i) first[i] = last[i] = static_cast<std::uint8_t>(i);
  std::uint32_t buffer = 0;
  unsigned filled = 0;
  std::array<std::uint8_t, 4097> stack{};
  for (std::size_t at = 0; indices.size() < count;) {
    while (filled < width) {
      if (at >= data.size()) return false;
      buffer |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(data[at++])) << filled;
      filled += 8;
    }
    const unsigned code = buffer & ((1u << width) - 1);
    buffer >>= width;
    filled -= width;
    if (code == clear) {
      next = end + 1;
      width = bits + 1;
      previous = clear;
      continue;
    }
    if (code == end || code > next || (previous == clear && code > clear)) return false;
    unsigned walk = code;
    std::size_t depth = 0;
    if (code == next) {  // the word that is being learnt: the previous one and its own first letter
      stack[depth++] = first[previous];
      walk = previous;
    }
    for (; walk > clear; walk = prefix[walk]) stack[depth++] = last[walk];
    stack[depth++] = static_cast<std::uint8_t>(walk);
    if (previous != clear && next < 4096) {
      prefix[next] = static_cast<std::uint16_t>(previous);
      first[next] = first[previous];
      last[next] = static_cast<std::uint8_t>(walk);
      if (++next == 1u << width && width < 12) ++width;
    }
    previous = code;
    while (depth > 0 && indices.size() < count) indices.push_back(stack[--depth]);
  }
  return true;
}

// Rows of an interlaced picture come in four passes.
std::vector<std::uint32_t> row_order(std::uint32_t height, bool interlaced) {
  std::vector<std::uint32_t> rows;
  rows.reserve(height);
  if (!interlaced) {
    for (std::uint32_t y = 0; y < height; ++y) rows.push_back(y);
    return rows;
  }
  constexpr std::uint32_t starts[] = {0, 4, 2, 1}, steps[] = {8, 8, 4, 2};
  for (int pass = 0; pass < 4; ++pass) {
    for (std::uint32_t y = starts[pass]; y < height; y += steps[pass]) rows.push_back(y);
  }
  return rows;
}

// False: damaged.
bool read_frame(Input& in, std::string_view palette, int transparent, Pixels& pixels) {
  const unsigned left = in.word(), top = in.word(), width = in.word(), height = in.word(), flags = in.byte();
  if (flags & 0x80) palette = in.take(std::size_t{3} << ((flags & 7) + 1));
  const unsigned bits = in.byte();
  const std::string data = in.blocks();
  if (in.failed() || left + width > pixels.width || top + height > pixels.height) return false;
  std::vector<std::uint8_t> indices;
  indices.reserve(std::size_t{width} * height);
  if (!unpack(data, bits, std::size_t{width} * height, indices)) return false;
  std::size_t from = 0;
  for (const std::uint32_t y : row_order(height, (flags & 0x40) != 0)) {
    std::uint8_t* to = pixels.bytes.data() + (top + y) * pixels.row() + std::size_t{4} * left;
    for (unsigned x = 0; x < width; ++x, to += 4) {
      const std::size_t index = indices[from++];
      if (static_cast<int>(index) == transparent) continue;
      if (index * 3 + 3 > palette.size()) return false;
      for (std::size_t i = 0; i < 3; ++i) to[i] = static_cast<std::uint8_t>(palette[index * 3 + i]);
      to[3] = 255;
    }
  }
  return true;
}

}  // namespace

PictureResult decode_gif(std::string_view bytes, ImageSize size) {
  const auto damaged = std::unexpected(PictureFault::damaged);
  Input in(bytes);
  in.take(10);  // signature and size
  const unsigned flags = in.byte();
  in.take(2);
  const std::string_view palette =
      flags & 0x80 ? in.take(std::size_t{3} << ((flags & 7) + 1)) : std::string_view();
  DecodedPicture picture;
  Pixels& pixels = picture.pixels;
  pixels.width = size.width;
  pixels.height = size.height;
  pixels.channels = 4;
  pixels.bytes.resize(pixels.row() * pixels.height);
  int transparent = -1;
  bool seen = false;
  while (!in.ended()) {
    const unsigned kind = in.byte();
    if (kind == 0x2C) {
      picture.animated = seen;
      if (seen) break;
      if (!read_frame(in, palette, transparent, pixels)) return damaged;
      seen = true;
    } else if (kind == 0x21) {
      const unsigned label = in.byte();
      if (label != 0xF9) {
        in.skip_blocks();
      } else if (const std::string control = in.blocks(); control.size() == 4 && !seen) {
        transparent = control[0] & 1 ? static_cast<std::uint8_t>(control[3]) : -1;
      }
    } else {
      break;  // 0x3B, the end; or rubbish behind a whole frame
    }
  }
  if (!seen) return damaged;
  return picture;
}

}  // namespace mektep
