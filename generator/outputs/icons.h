// Icons for browsers and telephones, made from the school's emblem (the theme's or the school's own
// `emblem.svg`, else `favicon.svg`).
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

}  // namespace mektep
