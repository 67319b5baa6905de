#include "outputs/page_view.h"

#include "base/text.h"
#include "facts/translations.h"
#include "outputs/layouts.h"
#include "outputs/members.h"
#include "outputs/rules.h"
#include "outputs/text_html.h"
#include "outputs/values.h"

namespace mektep {

namespace {

// The object `page`. Members are made when a template asks: a plain layout pays only for what it shows.
class PageView final : public ValueObject {
 public:
  PageView(const SiteContext& site, const PageInfo& page) : site_(site), page_(page) {}

  Value get(std::string_view name) const override;
  std::vector<std::string> names() const override;

  // The fault of a shortcode in the text, met while a template printed page.content.
  std::optional<Finding>& fault() const { return fault_; }

  Value kind() const { return Value::view(page_.kind); }
  Value title() const { return Value::view(page_.title); }
  Value description() const {
    if (!page_.description.empty()) return Value::view(page_.description);
    return page_.entry ? Value(teaser(*page_.entry, page_.locale)) : Value::view("");
  }
  Value url() const { return site_.href(page_.path()); }
  Value canonical() const {
    const std::string& own = page_.paths[index(page_.lang)];
    return site_.absolute(own.empty() ? page_.path() : own);
  }
  Value locale() const { return Value::view(code(page_.locale)); }
  Value lang() const { return Value::view(code(page_.lang)); }
  Value fallback() const { return page_.lang != page_.locale; }
  Value stale() const { return page_.stale; }
  Value original_url() const {
    if (!page_.stale && page_.lang == page_.locale) return Value::view("");
    return site_.href(page_.paths[page_.locale == Locale::ky ? 1 : 0]);
  }
  Value is_home() const { return page_.kind == "home"; }
  Value noindex() const { return page_.noindex || site_.options.draft; }
  Value breadcrumbs() const {
    ValueList links;
    for (const PageLink& link : page_.breadcrumbs)
      links.push_back(link_value(link.title, site_.href(link.path)));
    return links;
  }
  Value alternates() const {
    ValueList list;
    for (const Locale other : all_locales) {
      const std::string& path = page_.paths[index(other)];
      if (path.empty()) continue;
      list.push_back(make_record({{"locale", Value::view(code(other))},
                                  {"label", own_language_name(other)},
                                  {"url", site_.href(path)},
                                  {"absolute", site_.absolute(path)},
                                  {"current", other == page_.locale},
                                  {"exact", page_.exact[index(other)]}}));
    }
    return list;
  }
  Value x_default() const {
    for (const Locale locale : all_locales) {
      if (!page_.paths[index(locale)].empty() && page_.exact[index(locale)])
        return site_.absolute(page_.paths[index(locale)]);
    }
    return Value::view("");
  }
  Value date() const { return date_value(page_.date, page_.locale, site_.model.site.zone_minutes); }
  Value updated() const { return date_value(page_.updated, page_.locale); }
  Value content() const {
    if (content_.is_undefined()) content_ = make_content();
    return content_;
  }
  Value summary() const {
    return page_.entry ? Value::view(page_.entry->best(page_.locale).summary) : Value::view("");
  }
  Value image() const {
    return page_.entry ? picture_value(site_, page_.entry->image, page_.locale) : Value(nullptr);
  }
  Value image_absolute() const {
    std::string path = page_.entry ? site_.picture_path(*page_.entry) : std::string();
    if (path.empty()) path = site_.cards().file(share_card_of(site_, page_));
    return path.empty() ? Value::view("") : Value(site_.absolute(path));
  }
  Value tags() const {
    return page_.entry ? tags_value(site_, *page_.entry, page_.locale) : Value(ValueList());
  }
  Value toc() const {
    ValueList list;
    if (!page_.entry || page_.content) return list;
    const Markdown& text = page_.entry->best(page_.locale).body;
    const int shift = heading_shift(text);
    for (std::uint32_t i = 1; i < text.nodes.size(); ++i) {
      const MdNode& node = text.nodes[i];
      const int level = node.level + shift;
      if (node.type != MdType::heading || level < 2 || level > 3) continue;
      list.push_back(
          make_record({{"level", level}, {"id", Value::view(node.text)}, {"title", plain_text(text, i)}}));
    }
    return list;
  }
  Value previous() const { return neighbour(page_.previous); }
  Value next() const { return neighbour(page_.next); }
  Value children() const {
    ValueList list;
    if (page_.entry && page_.entry->collection == Collection::pages) {
      for (const Entry* child : site_.facts.taxonomy.children(page_.entry->path, page_.locale)) {
        list.push_back(entry_value(site_, *child, page_.locale));
      }
    }
    return list;
  }
  // The nearest part of the site around this page that has pages below it: that of the page itself, or else
  // the one that it stands in.
  Value section() const {
    if (!page_.entry || page_.entry->collection != Collection::pages) return nullptr;
    std::string_view path = page_.entry->path;
    auto below = site_.facts.taxonomy.children(path, page_.locale);
    const Entry* top = page_.entry;
    if (below.empty()) {
      path = path.substr(0, path.rfind('/'));
      top = site_.model.entry(path);  // none above the first level
      if (top == nullptr) return nullptr;
      below = site_.facts.taxonomy.children(path, page_.locale);
    }
    const auto link = [&](const Entry& entry) {
      const Translation& text = entry.best(page_.locale);
      return std::vector<std::pair<std::string, Value>>{
          {"title", text.menu_title.empty() ? text.title : text.menu_title},
          {"url", site_.href(site_.facts.permalinks.of(entry, page_.locale))},
          {"current", &entry == page_.entry}};
    };
    ValueList links;
    for (const Entry* entry : below) links.push_back(make_record(link(*entry)));
    auto members = link(*top);
    members.emplace_back("links", std::move(links));
    return make_record(std::move(members));
  }
  Value json_ld() const {
    if (page_.json_ld.empty()) return Value::safe("");
    return Value::safe("<script type=\"application/ld+json\">" + page_.json_ld + "</script>");
  }

 private:
  Value neighbour(const Entry* entry) const {
    if (!entry) return nullptr;
    return link_value(entry->best(page_.locale).title,
                      site_.href(site_.facts.permalinks.of(*entry, page_.locale)));
  }
  Value make_content() const {
    std::expected<std::string, Finding> html = std::string();
    if (page_.content) {
      html = page_.content();
    } else if (page_.entry) {
      html = render_text(site_, page_.entry->best(page_.locale), page_.entry->shown_in(page_.locale),
                         page_.locale);
    }
    if (!html) {
      fault_ = std::move(html.error());
      return Value::safe("");
    }
    return Value::safe(std::move(*html));
  }

  const SiteContext& site_;
  const PageInfo& page_;
  mutable Value content_;  // one page is rendered by one thread
  mutable std::optional<Finding> fault_;
};

template <Value (PageView::*member)() const>
Value make(const PageView& page) {
  return (page.*member)();
}

constexpr Members page_members({Member<PageView>{"alternates", make<&PageView::alternates>},
                                {"breadcrumbs", make<&PageView::breadcrumbs>},
                                {"canonical", make<&PageView::canonical>},
                                {"children", make<&PageView::children>},
                                {"content", make<&PageView::content>},
                                {"date", make<&PageView::date>},
                                {"description", make<&PageView::description>},
                                {"fallback", make<&PageView::fallback>},
                                {"image", make<&PageView::image>},
                                {"image_absolute", make<&PageView::image_absolute>},
                                {"is_home", make<&PageView::is_home>},
                                {"json_ld", make<&PageView::json_ld>},
                                {"kind", make<&PageView::kind>},
                                {"lang", make<&PageView::lang>},
                                {"locale", make<&PageView::locale>},
                                {"next", make<&PageView::next>},
                                {"noindex", make<&PageView::noindex>},
                                {"original_url", make<&PageView::original_url>},
                                {"previous", make<&PageView::previous>},
                                {"section", make<&PageView::section>},
                                {"stale", make<&PageView::stale>},
                                {"summary", make<&PageView::summary>},
                                {"tags", make<&PageView::tags>},
                                {"title", make<&PageView::title>},
                                {"toc", make<&PageView::toc>},
                                {"updated", make<&PageView::updated>},
                                {"url", make<&PageView::url>},
                                {"x_default", make<&PageView::x_default>}});

Value PageView::get(std::string_view name) const {
  return page_members.get(*this, name);
}

std::vector<std::string> PageView::names() const {
  return page_members.names();
}

}  // namespace

std::vector<std::string> names_of_page() {
  return page_members.names();
}

ShareCard share_card_of(const SiteContext& site, const PageInfo& page) {
  if (page.noindex) return {site.model.site.title.best(page.locale), page.locale};
  if (!page.card_title.empty()) return {page.card_title, page.locale};
  return {page.title, page.lang};
}

std::string layout_file(std::string_view layout) {
  return fmt::format("layouts/{}.html", layout);
}

std::expected<void, Finding> render_page(const SiteContext& site, const PageInfo& page,
                                         std::vector<std::pair<std::string, Value>> names, std::string& out) {
  const std::string layout = layout_file(page.layout);
  if (!site.theme.templates.has(layout)) {
    return std::unexpected(Finding(rules::outputs_no_layout, Place{"theme/" + layout, {}}, "",
                                   std::string(page.layout) + ".html"));
  }
  bool exactly = false;
  const int section = site.section_of(page.locale, page.path(), exactly);
  const auto view = std::make_shared<const PageView>(site, page);
  Record globals;
  globals.set("page", Value::Object(view));
  globals.set("site", site.site(page.locale, section, exactly));
  globals.set("t", site.theme.strings[index(page.locale)]);
  globals.set("assets", site.assets());
  globals.set("strings", site.all_strings());
  for (auto& [name, value] : names) globals.set(std::move(name), std::move(value));
  const std::size_t before = out.size();
  auto rendered =
      site.theme.templates.render(layout, globals, out, &site.shared_parts(page.locale, section, exactly));
  if (rendered && view->fault()) {
    out.resize(before);
    return std::unexpected(std::move(*view->fault()));
  }
  if (!rendered) {  // the engine knows templates by name only
    const auto place = site.theme.places.find(rendered.error().place.file);
    if (place != site.theme.places.end()) rendered.error().place.file = place->second;
  }
  return rendered;
}

}  // namespace mektep
