#include "outputs/share_cards.h"

#include <mutex>

#include "base/digest.h"
#include "base/text.h"
#include "media/drawing.h"
#include "media/lettering.h"
#include "media/picture.h"
#include "outputs/icons.h"
#include "outputs/passes.h"
#include "outputs/plan.h"

namespace mektep {

namespace {

constexpr std::uint32_t card_width = 1200, card_height = 630, emblem_size = 280;
// Right of the emblem and above the band: the title, a gap, the school's name; at the foot the host.
constexpr std::uint32_t text_left = 400, text_width = 740, text_top = 44, text_bottom = 480, gap = 26;
constexpr TextBox title_box{text_left, text_top, text_width, 326};
constexpr TextBox school_box{text_left, text_top, text_width, 84};
constexpr TextBox host_box{text_left, 496, text_width, 40};
constexpr std::array title_sizes{76, 66, 58, 50, 44};
constexpr std::array school_sizes{34, 30};
constexpr std::array host_sizes{26};
constexpr TextStyle title_style{"PT Serif, DejaVu Serif Bold", {255, 255, 255}, title_sizes};
constexpr TextStyle school_style{"PT Sans, DejaVu Sans", {230, 194, 122}, school_sizes};
constexpr TextStyle host_style{"PT Sans, DejaVu Sans", {170, 190, 212}, host_sizes};

// The school's blue, and the band with ram's horns.
std::string ground_drawing() {
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\"><rect width=\"1200\" "
      "height=\"630\" "
      "fill=\"#153a5e\"/><rect y=\"560\" width=\"1200\" height=\"70\" fill=\"#9b1b30\"/>"
      "<g fill=\"none\" stroke=\"#e6c27a\" stroke-width=\"5\">";
  for (int x = 0; x < 1200; x += 60)
    svg += fmt::format(
        "<path d=\"M{0} 612V596Q{0} 578 {1} 578Q{2} 578 {2} 590Q{2} 599 {3} 599M{0} 596Q{0} 578 {4} 578"
        "Q{5} 578 {5} 590Q{5} 599 {6} 599\"/>",
        x + 30, x + 42, x + 52, x + 44, x + 18, x + 8, x + 16);
  return svg + "</g></svg>";
}

}  // namespace

struct ShareCards::Ground {
  std::once_flag made;
  Pixels pixels;
};

ShareCards::ShareCards(const Theme& theme, const Site& site, std::string_view host)
    : emblem_(emblem_of(theme)), host_(host), ground_(std::make_shared<Ground>()) {
  if (emblem_) look_ = fmt::format("{} {} {}", share_card_recipe, digest(emblem_->bytes).hex(), host_);
  for (const Locale locale : all_locales) schools_[index(locale)] = site.title.best(locale);
}

std::string ShareCards::file(const ShareCard& card) const {
  if (!emblem_) return {};
  const std::string words = fmt::format("{}\n{}\n{}", look_, card.title, schools_[index(card.locale)]);
  return fmt::format("assets/cards/{}.jpg", digest(words).hex().substr(0, 20));
}

const Pixels& ShareCards::ground() const {
  std::call_once(ground_->made, [&] {
    auto drawn = render_drawing(ground_drawing(), card_width, card_height);
    const auto sign = render_drawing(emblem_->bytes, emblem_size, emblem_size);
    if (!drawn || !sign) return;
    ground_->pixels = without_alpha(*drawn);
    lay_over(ground_->pixels, *sign, 70, 140);
  });
  return ground_->pixels;
}

std::string ShareCards::draw(const ShareCard& card) const {
  Pixels pixels = ground();
  if (pixels.bytes.empty()) return {};
  const std::string& school = schools_[index(card.locale)];
  const bool named = !school.empty() && school != card.title;  // the front page is named like the school
  const std::uint32_t title_height = text_height(title_box, card.title, title_style);
  const std::uint32_t height =
      title_height + (named ? gap + text_height(school_box, school, school_style) : 0);
  const std::uint32_t space = text_bottom - text_top;
  TextBox box = title_box;
  box.top += (space - std::min(height, space)) / 2;
  draw_text(pixels, box, card.title, title_style);
  if (named) {
    const std::uint32_t top = box.top + title_height + gap;
    draw_text(pixels, {text_left, top, text_width, school_box.height}, school, school_style);
  }
  draw_text(pixels, host_box, host_, host_style);
  return encode_jpeg(pixels, 66);
}

void plan_share_cards(const SiteContext& site, PageSet& pages, Findings&) {
  const ThemeAsset* emblem = emblem_of(site.theme);
  if (!emblem) return;
  std::map<std::string, ShareCard> cards;  // by file
  for (const PlannedOutput& output : pages.outputs()) {
    if (output.card) cards.try_emplace(site.cards().file(*output.card), *output.card);
  }
  for (auto& [file, card] : cards) {
    const std::size_t name = file.rfind('/') + 1;
    add_file(pages, file, {emblem->source, {}}, {emblem->source},
             [&site, key = file.substr(name, file.rfind('.') - name), card = std::move(card)] {
               if (auto kept = site.media.cache().find(share_card_recipe, key)) return std::move(*kept);
               std::string bytes = site.cards().draw(card);
               site.media.cache().keep(share_card_recipe, key, bytes);
               return bytes;
             });
  }
}

}  // namespace mektep
