#include "media/renditions.h"

#include "media/rules.h"

namespace mektep {
namespace {

// Part of names and of keys in the cache: whoever changes a number below, or a library, raises it.
constexpr std::string_view recipe = "rendition-1";
constexpr int webp_quality = 76, jpeg_quality = 78, drawing_quality = 85;
constexpr std::uint32_t widths[] = {320, 480, 640, 960, 1280, 1920};
constexpr std::uint32_t fallback_widths[] = {640, 1280, 1920};  // for the few browsers without WebP

bool falls_back_to_png(const Picture& picture) {
  return picture.transparent || picture.flat;
}

std::uint32_t height_for(const Picture& picture, std::uint32_t width) {
  const std::uint64_t scaled = (std::uint64_t{picture.height} * width + picture.width / 2) / picture.width;
  return static_cast<std::uint32_t>(std::max<std::uint64_t>(scaled, 1));
}

// Sharp edges want to be kept exactly; made smaller they may have become so many tones that it costs too
// much.
std::string encode_drawing(const Pixels& pixels) {
  std::string exact = encode_webp_lossless(pixels), close = encode_webp(pixels, drawing_quality);
  return close.size() * 2 < exact.size() ? close : exact;
}

std::string encode(const Pixels& pixels, const Picture& picture, FileType type) {
  switch (type) {
    case FileType::webp:
      return picture.flat ? encode_drawing(pixels) : encode_webp(pixels, webp_quality);
    case FileType::png:
      return encode_png(pixels);
    default:
      return encode_jpeg(pixels, jpeg_quality);
  }
}

}  // namespace

std::span<const Rendition> Picture::webp() const {
  const auto end =
      std::ranges::find_if(renditions, [](const Rendition& r) { return r.type != FileType::webp; });
  return {renditions.begin(), end};
}

std::span<const Rendition> Picture::fallback() const {
  return std::span(renditions).subspan(webp().size());
}

std::vector<std::uint32_t> rendition_widths(std::uint32_t width, bool fallback) {
  const std::span<const std::uint32_t> ladder =
      fallback ? std::span<const std::uint32_t>(fallback_widths) : std::span<const std::uint32_t>(widths);
  std::vector<std::uint32_t> list;
  for (const std::uint32_t step : ladder) {
    if (step < width) list.push_back(step);
  }
  // The last step is the picture's own width, unless that is beyond the ladder; a step that is hardly smaller
  // gives way to it.
  if (width <= ladder.back()) {
    if (!list.empty() && list.back() * 10 > width * 9) list.pop_back();
    list.push_back(width);
  }
  return list;
}

void plan_renditions(Picture& picture, std::string_view digest) {
  picture.renditions.clear();
  const FileType other = falls_back_to_png(picture) ? FileType::png : FileType::jpeg;
  for (const FileType type : {FileType::webp, other}) {
    const std::string_view ending = type == FileType::webp ? "webp" : type == FileType::png ? "png" : "jpg";
    for (const std::uint32_t width : rendition_widths(picture.width, type != FileType::webp)) {
      const std::string name = mektep::digest(fmt::format("{} {}", recipe, digest)).hex().substr(0, 20);
      picture.renditions.push_back(
          {width, height_for(picture, width), type,
           fmt::format("assets/pictures/{}-{}.{}.{}", name.substr(0, 4), width, name, ending)});
    }
  }
}

std::expected<std::vector<std::string>, PictureFault> make_renditions(const Picture& picture,
                                                                      std::string_view source) {
  const std::uint32_t largest = picture.largest().width;
  auto decoded = decode_picture(source, largest);
  if (!decoded) return std::unexpected(decoded.error());
  const int orientation = decoded->orientation;
  Pixels pixels = std::move(decoded->pixels);
  if (pixels.channels == 4 && !picture.transparent) pixels = without_alpha(pixels);
  // Made smaller before it is turned: turning walks across the rows.
  const std::uint32_t height = height_for(picture, largest);
  pixels = orientation >= 5 ? resize(pixels, height, largest) : resize(pixels, largest, height);
  pixels = upright(std::move(pixels), orientation);

  // From the widest to the narrowest, each from the one before.
  std::vector<std::size_t> order(picture.renditions.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return picture.renditions[i].width; });
  std::vector<std::string> made(order.size());
  for (const std::size_t i : order) {
    const Rendition& rendition = picture.renditions[i];
    pixels = resize(pixels, rendition.width, rendition.height);
    made[i] = encode(pixels, picture, rendition.type);
    if (made[i].empty()) return std::unexpected(PictureFault::damaged);
  }
  return made;
}

std::expected<std::string, Finding> RenditionMaker::take(std::size_t which) {
  const Asset& asset = asset_.asset();
  const std::string key = asset.digest.hex();
  const auto key_of = [&](std::size_t i) {
    const std::string& file = picture_.renditions[i].file;
    return fmt::format("{}-{}{}", key, picture_.renditions[i].width, file.substr(file.rfind('.')));
  };
  const std::lock_guard lock(mutex_);
  made_.resize(picture_.renditions.size());
  if (!made_[which]) made_[which] = cache_.find(recipe, key_of(which));
  if (!made_[which]) {
    const SourceFile* file = snapshot_.find(asset.path);
    auto bytes = snapshot_.read_asset(*file);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    auto all = make_renditions(picture_, *bytes);
    if (!all) return std::unexpected(Finding(rules::media_picture_damaged, Place{asset.path, {}}));
    for (std::size_t i = 0; i < all->size(); ++i) {
      cache_.keep(recipe, key_of(i), (*all)[i]);
      made_[i] = std::move((*all)[i]);
    }
  }
  std::string bytes = std::move(*made_[which]);
  made_[which].reset();
  return bytes;
}

}  // namespace mektep
