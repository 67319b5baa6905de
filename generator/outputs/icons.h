// Pictures made from the school's emblem (the theme's or the school's own `emblem.svg`, else `favicon.svg`):
// icons for browsers and telephones, and the card that social networks show for pages without a picture of
// their own.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "theme/theme.h"

namespace mektep {

enum class IconKind : std::uint8_t {
  plain,     // on nothing
  touch,     // on white with a margin: for the home screen of an iPhone
  maskable,  // on white, within the circle that telephones may cut out
  favicon,   // .ico
};

struct SiteIcon {
  IconKind kind = IconKind::plain;
  std::uint32_t size = 0;  // of a side, pixels
  std::string file;        // in the site
};

// The asset that icons are made from; nullptr when there is none, or none that can be drawn.
const ThemeAsset* emblem_of(const Theme& theme);
// Empty without an emblem.
std::vector<SiteIcon> site_icons(const Theme& theme);
// PNG, or ICO for `favicon`; empty when the emblem cannot be drawn. Safe in every thread.
std::string draw_icon(std::string_view emblem, const SiteIcon& icon);
// The file of the card with `title` and `host` on it; empty without an emblem.
std::string share_card_file(const Theme& theme, std::string_view title, std::string_view host);
// 1200 × 630, JPEG. Safe in every thread.
std::string draw_share_card(std::string_view emblem, std::string_view title, std::string_view host);

}  // namespace mektep
