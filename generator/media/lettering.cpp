#include "media/lettering.h"

#include <pango/pangocairo.h>

#include "base/owned.h"

namespace mektep {

namespace {

using Layout = Owned<PangoLayout, g_object_unref>;
using Font = Owned<PangoFontDescription, pango_font_description_free>;
using FontOptions = Owned<cairo_font_options_t, cairo_font_options_destroy>;

// A text laid out in a box, and the mask that it is drawn on.
class Lettering {
 public:
  Lettering(const TextBox& box, std::string_view text, const TextStyle& style) {
    surface_.reset(cairo_image_surface_create(CAIRO_FORMAT_A8, static_cast<int>(box.width),
                                              static_cast<int>(box.height)));
    context_.reset(cairo_create(surface_.get()));
    layout_.reset(pango_cairo_create_layout(context_.get()));
    // Not as the settings of this machine have it.
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango_layout_get_context(layout_.get()), options.get());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_width(layout_.get(), static_cast<int>(box.width) * PANGO_SCALE);
    const Font font(pango_font_description_from_string(style.font));
    for (const int size : style.sizes) {
      pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
      pango_layout_set_font_description(layout_.get(), font.get());
      pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
      const auto [width, height] = extent();
      if (width <= box.width && height <= box.height) return;
    }
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height(layout_.get(), static_cast<int>(box.height) * PANGO_SCALE);
    pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
  }

  std::pair<std::uint32_t, std::uint32_t> extent() const {
    PangoRectangle logical;
    pango_layout_get_pixel_extents(layout_.get(), nullptr, &logical);
    return {static_cast<std::uint32_t>(std::max(logical.x + logical.width, 0)),
            static_cast<std::uint32_t>(std::max(logical.height, 0))};
  }

  // How much of each pixel the letters cover, 0…255; rows are stride() apart.
  const std::uint8_t* mask() {
    pango_cairo_show_layout(context_.get(), layout_.get());
    cairo_surface_flush(surface_.get());
    return cairo_image_surface_get_data(surface_.get());
  }
  std::size_t stride() const {
    return static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get()));
  }

 private:
  Owned<cairo_surface_t, cairo_surface_destroy> surface_;
  Owned<cairo_t, cairo_destroy> context_;
  Layout layout_;
};

}  // namespace

std::uint32_t draw_text(Pixels& pixels, const TextBox& box, std::string_view text, const TextStyle& style) {
  Lettering lettering(box, text, style);
  const std::uint8_t* mask = lettering.mask();
  if (!mask) return 0;
  for (std::uint32_t y = 0; y < box.height; ++y, mask += lettering.stride()) {
    std::uint8_t* to =
        pixels.bytes.data() + (box.top + y) * pixels.row() + std::size_t{box.left} * pixels.channels;
    for (std::uint32_t x = 0; x < box.width; ++x, to += pixels.channels) {
      if (mask[x] == 0) continue;
      for (std::size_t i = 0; i < 3; ++i)
        to[i] = static_cast<std::uint8_t>((style.colour[i] * mask[x] + to[i] * (255 - mask[x]) + 127) / 255);
    }
  }
  return lettering.extent().second;
}

std::uint32_t text_height(const TextBox& box, std::string_view text, const TextStyle& style) {
  return Lettering(box, text, style).extent().second;
}

}  // namespace mektep
