#include "outputs/icons.h"

#include "base/digest.h"
#include "base/text.h"
#include "media/drawing.h"
#include "media/picture.h"
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/rules.h"

namespace mektep {

namespace {

// Raised when what is drawn changes: part of names and of keys in the cache.
constexpr std::string_view recipe = "icon-1";
constexpr std::array<std::string_view, 2> emblem_names{"emblem.svg", "favicon.svg"};

std::string key_of(std::string_view what) {
  return digest(fmt::format("{} {}", recipe, what)).hex().substr(0, 20);
}

bool is_emblem(const ThemeAsset& asset) {
  return std::ranges::find(emblem_names, asset.name) != emblem_names.end();
}

std::string ico(std::string_view png, std::uint32_t size) {
  std::string bytes("\0\0\1\0\1\0", 6);
  bytes += static_cast<char>(size);
  bytes += static_cast<char>(size);
  bytes += std::string("\0\0\1\0\x20\0", 6);
  for (const std::uint32_t number : {static_cast<std::uint32_t>(png.size()), 22u}) {
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 255);
  }
  return bytes.append(png);
}

// Plans a file that is kept in the cache once it is made.
void add_made(const SiteContext& site, PageSet& pages, const std::string& file, const std::string& source,
              std::string key, std::function<std::string()> make) {
  add_file(pages, file, {source, {}}, {source}, [&site, key = std::move(key), make = std::move(make)] {
    if (auto kept = site.media.cache().find(recipe, key)) return std::move(*kept);
    std::string bytes = make();
    site.media.cache().keep(recipe, key, bytes);
    return bytes;
  });
}

}  // namespace

std::string draw_icon(std::string_view svg, const SiteIcon& icon) {
  const std::uint32_t inner = icon.kind == IconKind::touch      ? icon.size * 84 / 100
                              : icon.kind == IconKind::maskable ? icon.size * 66 / 100
                                                                : icon.size;
  auto drawn = render_drawing(svg, inner, inner);
  if (!drawn) return {};
  if (icon.kind == IconKind::favicon) return ico(encode_png(*drawn), icon.size);
  if (icon.kind == IconKind::plain) return encode_png(*drawn);
  Pixels white{icon.size, icon.size, 3, {}};
  white.bytes.assign(white.row() * icon.size, 255);
  lay_over(white, *drawn, (icon.size - inner) / 2, (icon.size - inner) / 2);
  return encode_png(white);
}

const ThemeAsset* emblem_of(const Theme& theme) {
  for (const std::string_view name : emblem_names) {
    for (const ThemeAsset& asset : theme.assets) {
      if (asset.name == name && is_drawing(asset.bytes)) return &asset;
    }
  }
  return nullptr;
}

std::vector<SiteIcon> site_icons(const Theme& theme) {
  const ThemeAsset* emblem = emblem_of(theme);
  if (!emblem) return {};
  const std::string key = key_of(digest(emblem->bytes).hex());
  // The first two have the names that browsers ask for unasked.
  return {{IconKind::favicon, 32, "favicon.ico"},
          {IconKind::touch, 180, "apple-touch-icon.png"},
          {IconKind::plain, 192, fmt::format("assets/icons/192.{}.png", key)},
          {IconKind::plain, 512, fmt::format("assets/icons/512.{}.png", key)},
          {IconKind::maskable, 512, fmt::format("assets/icons/maskable.{}.png", key)}};
}

void plan_icons(const SiteContext& site, PageSet& pages, Findings& findings) {
  for (const ThemeAsset& asset : site.theme.assets) {
    if (is_emblem(asset) && !is_drawing(asset.bytes))
      findings.emplace_back(rules::outputs_emblem_damaged, Place{asset.source, {}});
  }
  const ThemeAsset* emblem = emblem_of(site.theme);
  if (!emblem) return;
  const std::string key = digest(emblem->bytes).hex();
  for (const SiteIcon& icon : site.icons()) {
    add_made(site, pages, icon.file, emblem->source,
             fmt::format("{}-{}-{}", key, icon.size, static_cast<int>(icon.kind)),
             [emblem, icon] { return draw_icon(emblem->bytes, icon); });
  }
}

}  // namespace mektep
