#include "build/twins.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <cassert>

namespace mektep {

namespace {

constexpr std::size_t worth_it = 200;  // below, all fits into one packet anyway
// 9 of 11: the last two take ten times as long for a twentieth of the size.
constexpr int brotli_quality = 9;

}  // namespace

bool is_compressible(std::string_view file) {
  for (const std::string_view ending :
       {".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".csv", ".txt", ".webmanifest"}) {
    if (file.ends_with(ending)) return true;
  }
  return false;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int with_gzip_header = 15 + 16;  // zlib leaves name and time out of it
  [[maybe_unused]] int code =
      deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, with_gzip_header, 9, Z_DEFAULT_STRATEGY);
  assert(code == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  code = deflate(&stream, Z_FINISH);
  assert(code == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  const bool done = BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
                                          bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                          &size, reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
  out.resize(done ? size : 0);
  return out;
}

std::expected<void, Finding> TwinSink::write(const std::string& file, std::string_view bytes) {
  auto written = sink_.write(file, bytes);
  if (!written || bytes.size() < worth_it || !is_compressible(file)) return written;
  const auto twin = [&](bool wanted, std::string (*compressed)(std::string_view), std::string_view ending) {
    if (!wanted || !written) return;
    const std::string packed = compressed(bytes);
    if (!packed.empty() && packed.size() < bytes.size())
      written = sink_.write(file + std::string(ending), packed);
  };
  twin(compress_.gzip, gzip, ".gz");
  twin(compress_.brotli, brotli, ".br");
  return written;
}

}  // namespace mektep
