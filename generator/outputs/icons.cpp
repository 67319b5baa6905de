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
constexpr std::uint32_t card_width = 1200, card_height = 630;

std::string key_of(std::string_view what) {
  return digest(fmt::format("{} {}", recipe, what)).hex().substr(0, 20);
}

bool is_emblem(const ThemeAsset& asset) {
  return std::ranges::find(emblem_names, asset.name) != emblem_names.end();
}

// `top` laid over the opaque `base` at a place inside of it.
void lay_over(Pixels& base, const Pixels& top, std::uint32_t left, std::uint32_t above) {
  for (std::uint32_t y = 0; y < top.height; ++y) {
    const std::uint8_t* from = top.bytes.data() + y * top.row();
    std::uint8_t* to = base.bytes.data() + (above + y) * base.row() + std::size_t{left} * base.channels;
    for (std::uint32_t x = 0; x < top.width; ++x, from += 4, to += base.channels) {
      for (int i = 0; i < 3; ++i)
        to[i] = static_cast<std::uint8_t>((from[i] * from[3] + to[i] * (255 - from[3]) + 127) / 255);
    }
  }
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

// Lines of at most `most` letters; what does not fit into four ends in an ellipsis.
std::vector<std::string> wrap(std::string_view title, std::size_t most) {
  std::vector<std::string> lines;
  for (const std::string_view word : split(title, ' ')) {
    if (!lines.empty() && count_code_points(lines.back()) + 1 + count_code_points(word) <= most) {
      lines.back() += " " + std::string(word);
    } else if (lines.size() == 4) {
      lines.back() += "…";
      break;
    } else {
      lines.emplace_back(word);
    }
  }
  return lines;
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

std::string draw_share_card(std::string_view emblem, std::string_view title, std::string_view host) {
  const std::size_t letters = count_code_points(title);
  const int size = letters <= 40 ? 72 : letters <= 70 ? 60 : 50;
  const auto lines = wrap(title, static_cast<std::size_t>(1250 / size));
  const int step = size * 5 / 4;
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\"><rect width=\"1200\" "
      "height=\"630\" "
      "fill=\"#153a5e\"/><rect y=\"560\" width=\"1200\" height=\"70\" fill=\"#9b1b30\"/>"
      "<g fill=\"none\" stroke=\"#e6c27a\" stroke-width=\"5\">";
  for (int x = 0; x < 1200; x += 60)  // ram's horns
    svg += fmt::format(
        "<path d=\"M{0} 612V596Q{0} 578 {1} 578Q{2} 578 {2} 590Q{2} 599 {3} 599M{0} 596Q{0} 578 {4} 578"
        "Q{5} 578 {5} 590Q{5} 599 {6} 599\"/>",
        x + 30, x + 42, x + 52, x + 44, x + 18, x + 8, x + 16);
  svg += "</g><g fill=\"#ffffff\" font-family=\"PT Serif, DejaVu Serif\" font-weight=\"bold\">";
  int y = 270 - static_cast<int>(lines.size() - 1) * step / 2 + size / 3;
  for (const std::string& line : lines) {
    svg += fmt::format("<text x=\"400\" y=\"{}\" font-size=\"{}\">{}</text>", y, size, escape_html(line));
    y += step;
  }
  svg += fmt::format(
      "</g><text x=\"400\" y=\"510\" font-family=\"PT Sans, DejaVu Sans\" font-size=\"32\" "
      "fill=\"#e6c27a\">{}</text></svg>",
      escape_html(host));
  auto card = render_drawing(svg, card_width, card_height);
  if (!card) return {};
  if (const auto sign = render_drawing(emblem, 280, 280)) lay_over(*card, *sign, 70, 130);
  return encode_jpeg(*card, 82);
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

std::string share_card_file(const Theme& theme, std::string_view title, std::string_view host) {
  const ThemeAsset* emblem = emblem_of(theme);
  if (!emblem) return {};
  return fmt::format("assets/icons/card.{}.jpg",
                     key_of(fmt::format("{} {}\n{}", digest(emblem->bytes).hex(), title, host)));
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
  std::set<std::string> planned;
  for (const Locale locale : site.locales()) {
    const std::string& file = site.share_card(locale);
    if (!planned.insert(file).second) continue;  // the same name in both languages
    const std::string title = site.model.site.title.best(locale), host(host_of(site.options.base_url));
    add_made(site, pages, file, emblem->source, file.substr(file.find('.') + 1, 20),
             [emblem, title, host] { return draw_share_card(emblem->bytes, title, host); });
  }
}

}  // namespace mektep
