#include "outputs/text_html.h"

#include "base/text.h"
#include "facts/links.h"
#include "facts/publication.h"
#include "outputs/shortcodes.h"
#include "outputs/values.h"
#include "syntax/markdown/html.h"

namespace mektep {

namespace {

class TextHooks final : public MarkdownHooks {
 public:
  TextHooks(const SiteContext& site, const Translation& text, Locale text_locale, Locale locale)
      : site_(site), text_(text), text_locale_(text_locale), locale_(locale) {}

  std::string link(const MdNode& link) override {
    const LinkTarget target =
        resolve_link(site_.model, site_.facts.permalinks, text_.file, locale_, link.extra);
    if (run_out_behind(target, site_.model, site_.facts.today)) return {};
    std::string path = target.site_path;
    switch (target.kind) {
      case LinkKind::external:
        return std::string(link.extra);
      case LinkKind::broken:
        return {};
      case LinkKind::asset: {
        const Asset* asset = site_.model.asset(target.asset);
        const auto publishable = asset ? site_.facts.consents.publish(*asset) : std::nullopt;
        if (publishable) path = site_.path_of(*publishable);
        if (!publishable || path.empty()) return {};
        break;
      }
      case LinkKind::page:
        break;
    }
    std::string address = site_.href(path);
    if (!target.fragment.empty()) address += "#" + target.fragment;
    return address;
  }

  bool images_are_blocks() const override { return true; }

  void image(std::string& out, const MdNode& image, std::string_view alt) override {
    const LinkTarget target =
        resolve_link(site_.model, site_.facts.permalinks, text_.file, locale_, image.extra);
    if (target.kind != LinkKind::asset) return;
    if (stands_alone(image)) {
      keep_fault(render_figure(shortcode_context(), target.asset, alt, image.title, out));
    } else {
      inline_image(out, target.asset, alt);
    }
  }

  void shortcode(std::string& out, const Shortcode& shortcode, bool block) override {
    keep_fault(render_shortcode(shortcode_context(), shortcode, block, out));
  }

  std::optional<Finding> fault;

 private:
  // Alone in its paragraph: the renderer then writes no <p> around it.
  bool stands_alone(const MdNode& image) const {
    const MdNode& parent = text_.body.nodes[image.parent];
    if (parent.type != MdType::paragraph) return false;
    const MdNode& first = text_.body.nodes[parent.first_child];
    return &first == &image && image.next == 0;
  }
  // Within a sentence there is no room for a figure.
  void inline_image(std::string& out, const std::string& path, std::string_view alt) const {
    const Asset* asset = site_.model.asset(path);
    const auto publishable = asset && asset->image ? site_.facts.consents.publish(*asset) : std::nullopt;
    const Picture* picture = publishable ? site_.media.picture(*publishable) : nullptr;
    if (!picture) return;
    const Rendition& shown = picture->fallback().front();
    out += "<img src=\"";
    append_html(out, site_.href("/" + shown.file));
    out += "\" alt=\"";
    append_html(out, alt.empty() ? std::string_view(asset->alt.best(text_locale_)) : alt);
    out += fmt::format("\" width=\"{}\" height=\"{}\" loading=\"lazy\">", shown.width, shown.height);
  }
  ShortcodeContext shortcode_context() const { return {site_, text_, text_locale_, locale_}; }
  void keep_fault(std::expected<void, Finding> result) {
    if (!result && !fault) fault = std::move(result.error());
  }

  const SiteContext& site_;
  const Translation& text_;
  Locale text_locale_;
  Locale locale_;
};

}  // namespace

int heading_shift(const Markdown& text) {
  return std::ranges::any_of(
             text.nodes, [](const MdNode& node) { return node.type == MdType::heading && node.level == 1; })
             ? 1
             : 0;
}

std::expected<std::string, Finding> render_text(const SiteContext& site, const Translation& text,
                                                Locale text_locale, Locale locale) {
  TextHooks hooks(site, text, text_locale, locale);
  MarkdownHtmlOptions options;
  options.locale = text_locale;
  options.shift_headings = heading_shift(text.body);
  std::string html;
  render_markdown(html, text.body, hooks, options);
  if (hooks.fault) return std::unexpected(std::move(*hooks.fault));
  return html;
}

}  // namespace mektep
