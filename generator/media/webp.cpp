// WebP by libwebp, which writes no metadata unless told to.
#include <webp/decode.h>
#include <webp/demux.h>
#include <webp/encode.h>

#include "media/picture.h"

namespace mektep {
namespace {

std::string encode(const Pixels& pixels, const WebPConfig& config) {
  WebPPicture picture;
  if (WebPPictureInit(&picture) == 0) return {};
  picture.width = static_cast<int>(pixels.width);
  picture.height = static_cast<int>(pixels.height);
  picture.use_argb = config.lossless;
  WebPMemoryWriter writer;
  WebPMemoryWriterInit(&writer);
  picture.writer = WebPMemoryWrite;
  picture.custom_ptr = &writer;
  const int stride = static_cast<int>(pixels.row());
  const bool taken = pixels.channels == 4 ? WebPPictureImportRGBA(&picture, pixels.bytes.data(), stride) != 0
                                          : WebPPictureImportRGB(&picture, pixels.bytes.data(), stride) != 0;
  std::string bytes;
  if (taken && WebPEncode(&config, &picture) != 0)
    bytes.assign(reinterpret_cast<const char*>(writer.mem), writer.size);
  WebPPictureFree(&picture);
  WebPMemoryWriterClear(&writer);
  return bytes;
}

PictureResult decode_frame(const std::uint8_t* bytes, std::size_t length, unsigned eighths) {
  WebPDecoderConfig config;
  if (WebPInitDecoderConfig(&config) == 0 || WebPGetFeatures(bytes, length, &config.input) != VP8_STATUS_OK)
    return std::unexpected(PictureFault::damaged);
  DecodedPicture picture;
  Pixels& pixels = picture.pixels;
  const auto scaled = [&](int side) { return (static_cast<std::uint32_t>(side) * eighths + 7) / 8; };
  pixels.width = scaled(config.input.width);
  pixels.height = scaled(config.input.height);
  pixels.channels = config.input.has_alpha != 0 ? 4 : 3;
  pixels.bytes.resize(pixels.row() * pixels.height);
  if (eighths < 8) {
    config.options.use_scaling = 1;
    config.options.scaled_width = static_cast<int>(pixels.width);
    config.options.scaled_height = static_cast<int>(pixels.height);
  }
  config.output.colorspace = pixels.channels == 4 ? MODE_RGBA : MODE_RGB;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = pixels.bytes.data();
  config.output.u.RGBA.stride = static_cast<int>(pixels.row());
  config.output.u.RGBA.size = pixels.bytes.size();
  const bool good = WebPDecode(bytes, length, &config) == VP8_STATUS_OK;
  WebPFreeDecBuffer(&config.output);
  if (!good) return std::unexpected(PictureFault::damaged);
  return picture;
}

}  // namespace

PictureResult decode_webp(std::string_view bytes, ImageSize size, unsigned eighths) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(data, bytes.size(), &features) != VP8_STATUS_OK ||
      static_cast<std::uint32_t>(features.width) != size.width ||
      static_cast<std::uint32_t>(features.height) != size.height) {
    return std::unexpected(PictureFault::damaged);
  }
  if (features.has_animation == 0) return decode_frame(data, bytes.size(), eighths);
  const WebPData all{data, bytes.size()};
  WebPDemuxer* demuxer = WebPDemux(&all);
  WebPIterator frame{};
  PictureResult picture = std::unexpected(PictureFault::damaged);
  // Frames are never larger than the canvas: the demuxer sees to it.
  if (demuxer && WebPDemuxGetFrame(demuxer, 1, &frame) != 0 && frame.complete != 0)
    picture = decode_frame(frame.fragment.bytes, frame.fragment.size, 8);
  WebPDemuxReleaseIterator(&frame);
  WebPDemuxDelete(demuxer);
  if (picture) picture->animated = true;
  return picture;
}

std::string encode_webp(const Pixels& pixels, int quality) {
  WebPConfig config;
  if (WebPConfigInit(&config) == 0) return {};
  config.quality = static_cast<float>(quality);
  config.method = 4;
  return encode(pixels, config);
}

std::string encode_webp_lossless(const Pixels& pixels) {
  WebPConfig config;
  if (WebPConfigInit(&config) == 0 || WebPConfigLosslessPreset(&config, 4) == 0) return {};
  return encode(pixels, config);
}

}  // namespace mektep
