#include "media/drawing.h"

#include <librsvg/rsvg.h>

#include "base/owned.h"

namespace mektep {
namespace {

using Drawing = Owned<RsvgHandle, g_object_unref>;
using Surface = Owned<cairo_surface_t, cairo_surface_destroy>;
using Context = Owned<cairo_t, cairo_destroy>;

Drawing open(std::string_view svg) {
  return Drawing(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
}

}  // namespace

bool is_drawing(std::string_view svg) {
  return open(svg) != nullptr;
}

std::optional<Pixels> render_drawing(std::string_view svg, std::uint32_t width, std::uint32_t height) {
  const auto handle = open(svg);
  if (!handle) return std::nullopt;
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
  const Context context(cairo_create(surface.get()));
  const RsvgRectangle all{0, 0, static_cast<double>(width), static_cast<double>(height)};
  if (!rsvg_handle_render_document(handle.get(), context.get(), &all, nullptr)) return std::nullopt;
  cairo_surface_flush(surface.get());
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  if (!data) return std::nullopt;
  Pixels pixels{width, height, 4, {}};
  pixels.bytes.reserve(pixels.row() * height);
  for (std::uint32_t y = 0; y < height; ++y) {
    const auto* row =
        reinterpret_cast<const std::uint32_t*>(data + std::size_t{y} * static_cast<std::size_t>(stride));
    for (std::uint32_t x = 0; x < width; ++x) {
      const std::uint32_t alpha = row[x] >> 24;
      for (const int shift : {16, 8, 0}) {  // stored multiplied by alpha
        const std::uint32_t part = row[x] >> shift & 255;
        pixels.bytes.push_back(
            static_cast<std::uint8_t>(alpha == 0 ? 0 : std::min(255u, (part * 255 + alpha / 2) / alpha)));
      }
      pixels.bytes.push_back(static_cast<std::uint8_t>(alpha));
    }
  }
  return pixels;
}

}  // namespace mektep
