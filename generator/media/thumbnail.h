// Thumbnails: how the first page of a PDF looks, small, for the register of documents.
#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "media/cache.h"
#include "media/pdf.h"

namespace mektep {

struct Thumbnail {
  std::uint32_t width = 0, height = 0;
  std::string file;   // in the site: "assets/pictures/0123-page.0123456789abcdef0123.webp"
  std::string bytes;  // WebP
};

// `digest` is that of `pdf`, by which the cache keeps what is made. Safe in every thread.
std::expected<Thumbnail, ChildFault> make_thumbnail(const PdfTools& tools, std::string_view pdf,
                                                    std::string_view digest, const MediaCache& cache);
// What the cache has of it, without reading the PDF.
std::optional<Thumbnail> kept_thumbnail(std::string_view digest, const MediaCache& cache);

}  // namespace mektep
