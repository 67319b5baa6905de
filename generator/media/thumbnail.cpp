#include "media/thumbnail.h"

#include "base/digest.h"
#include "media/picture.h"

namespace mektep {
namespace {

// Part of names and of keys in the cache: whoever changes a number below raises it.
constexpr std::string_view page_recipe = "page-1";
constexpr std::uint32_t page_side =
    320;  // a sheet of A4 is then 227 wide: sharp at half of that on telephones
constexpr int quality = 70;

std::optional<Thumbnail> thumbnail_of(std::string bytes, std::string_view digest) {
  const auto size = image_size(bytes);
  if (!size || sniff_file_type(std::string_view(bytes).substr(0, 64)) != FileType::webp) return std::nullopt;
  const std::string name = mektep::digest(fmt::format("{} {}", page_recipe, digest)).hex().substr(0, 20);
  return Thumbnail{size->width, size->height,
                   fmt::format("assets/pictures/{}-page.{}.webp", name.substr(0, 4), name), std::move(bytes)};
}

}  // namespace

std::optional<Thumbnail> kept_thumbnail(std::string_view digest, const MediaCache& cache) {
  auto kept = cache.find(page_recipe, digest);
  return kept ? thumbnail_of(std::move(*kept), digest) : std::nullopt;
}

std::expected<Thumbnail, ChildFault> make_thumbnail(const PdfTools& tools, std::string_view pdf,
                                                    std::string_view digest, const MediaCache& cache) {
  const auto page = pdf_first_page(tools, pdf, page_side);
  if (!page) return std::unexpected(page.error());
  auto thumbnail = thumbnail_of(encode_webp(*page, quality), digest);
  if (!thumbnail) return std::unexpected(ChildFault::failed);
  cache.keep(page_recipe, digest, thumbnail->bytes);
  return std::move(*thumbnail);
}

}  // namespace mektep
