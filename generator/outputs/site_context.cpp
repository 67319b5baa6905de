#include "outputs/site_context.h"

#include "content/read.h"
#include "facts/publication.h"
#include "outputs/hosting/hosting.h"
#include "outputs/values.h"
#include "outputs/words.h"

namespace mektep {

namespace {

// Lists that the generator makes by itself, as site.yaml names them.
struct BuiltIn {
  std::string_view name, path;
  Word word;
};
constexpr BuiltIn built_in[] = {{"home", "", Word::home},
                                {"news", "news/", Word::news},
                                {"events", "events/", Word::events},
                                {"albums", "albums/", Word::albums},
                                {"people", "people/", Word::people},
                                {"documents", "documents/", Word::documents},
                                {"disclosure", "disclosure/", Word::disclosure},
                                {"statistics", "statistics/", Word::statistics},
                                {"tags", "tags/", Word::tags},
                                {"sitemap", "site-map/", Word::site_map},
                                {"search", "search/", Word::search}};

}  // namespace

std::string list_path(std::string_view name, Locale locale) {
  for (const BuiltIn& list : built_in) {
    if (list.name == name) return std::string(locale_root(locale)) + std::string(list.path);
  }
  return {};
}

SiteContext::SiteContext(const Snapshot& snapshot_, const ContentModel& model_, const Facts& facts_,
                         const Media& media_, const Theme& theme_, const SchemaSet& schemas_,
                         const Catalogue& catalogue_, SiteOptions options_)
    : snapshot(snapshot_),
      model(model_),
      facts(facts_),
      media(media_),
      theme(theme_),
      schemas(schemas_),
      catalogue(catalogue_),
      options(std::move(options_)),
      base_path_(mektep::base_path(options.base_url)),
      cards_(theme, model.site, host_of(options.base_url)) {
  std::vector<std::pair<std::string, Value>> assets;
  assets.reserve(theme.assets.size());
  for (const ThemeAsset& asset : theme.assets) assets.emplace_back(asset.name, href("/" + asset.output_file));
  assets_ = make_record(std::move(assets));
  icons_ = site_icons(theme);
  all_strings_ = make_record({{"ky", theme.strings[0]}, {"ru", theme.strings[1]}});
  for (const Locale locale : all_locales) {
    menus_[index(locale)] = menu_links(locale);
    auto& sites = sites_[index(locale)];
    sites.push_back(make_site(locale, -1, false));
    for (int section = 0; section < static_cast<int>(menus_[index(locale)].size()); ++section) {
      sites.push_back(make_site(locale, section, false));
      sites.push_back(make_site(locale, section, true));
    }
    for (std::size_t i = 0; i < sites.size(); ++i)
      parts_[index(locale)].push_back(theme.templates.make_shared_parts());
  }
}

std::string SiteContext::href(std::string_view site_path) const {
  return base_path_ + std::string(site_path.substr(site_path.starts_with('/') ? 1 : 0));
}

std::string SiteContext::absolute(std::string_view site_path) const {
  return options.base_url + std::string(site_path.substr(site_path.starts_with('/') ? 1 : 0));
}

std::string SiteContext::path_of(const PublishableAsset& publishable) const {
  const Asset& asset = publishable.asset();
  if (!Media::has_renditions(asset)) return facts.permalinks.of_asset(asset.path);
  const Picture* picture = media.picture(publishable);
  return picture ? "/" + picture->largest().file : std::string();
}

std::string SiteContext::picture_path(const Entry& entry) const {
  const Asset* asset = model.asset(entry.image);
  const auto publishable = asset ? facts.consents.publish(*asset) : std::nullopt;
  return publishable ? path_of(*publishable) : std::string();
}

std::vector<SiteContext::MenuLink> SiteContext::menu_links(Locale locale) const {
  std::vector<MenuLink> links;
  for (const MenuItem& item : model.site.menu) {
    MenuLink link;
    link.title = item.title.best(locale);
    if (const Entry* entry = model.entry(item.page)) {
      if (has_run_out(*entry, facts.today)) continue;
      link.path = facts.permalinks.of(*entry, locale);
      const Translation& text = entry->best(locale);
      if (link.title.empty()) link.title = text.menu_title.empty() ? text.title : text.menu_title;
    } else {
      link.path = list_path(item.page, locale);
      for (const BuiltIn& list : built_in) {
        if (list.name == item.page && link.title.empty()) link.title = word(list.word, locale);
      }
    }
    if (!link.path.empty()) links.push_back(std::move(link));
  }
  return links;
}

Value SiteContext::make_site(Locale locale, int section, bool exactly) const {
  ValueList menu, languages;
  const auto& links = menus_[index(locale)];
  for (int i = 0; i < static_cast<int>(links.size()); ++i) {
    menu.push_back(make_record({{"title", links[i].title},
                                {"url", href(links[i].path)},
                                {"current", i != section ? ""
                                            : exactly    ? "page"
                                                         : "true"}}));
  }
  for (const Locale other : locales()) {
    languages.push_back(make_record({{"locale", std::string(code(other))},
                                     {"label", own_language_name(other)},
                                     {"home_url", href(locale_root(other))},
                                     {"current", other == locale}}));
  }
  ValueList footer;
  for (const std::string_view name : {"people", "documents", "disclosure", "statistics", "sitemap"}) {
    if (name == "statistics" && !facts.statistics) continue;
    for (const BuiltIn& list : built_in) {
      if (list.name == name)
        footer.push_back(link_value(std::string(word(list.word, locale)), href(list_path(name, locale))));
    }
  }
  // What every page must lead to: how to reach those who see badly, and what becomes of personal data.
  for (const std::string_view path : {"pages/accessibility", "pages/personal-data"}) {
    const Entry* entry = model.entry(path);
    if (entry != nullptr && is_published(*entry, facts.today)) {
      const Translation& text = entry->best(locale);
      footer.push_back(link_value(text.menu_title.empty() ? text.title : text.menu_title,
                                  href(facts.permalinks.of(*entry, locale))));
    }
  }
  ValueList useful;
  if (const Node* list = model.site.data.given("links")) {
    for (const Node& item : list->items)
      useful.push_back(
          link_value(read_bilingual(item.given("title")).best(locale), read_text(item.given("url"))));
  }
  std::string school_name;
  if (const auto at = model.school.find("organisation"); at != model.school.end()) {
    school_name = read_bilingual(at->second.data.at("name/full")).best(locale);
  }
  if (school_name.empty()) school_name = model.site.title.best(locale);
  ValueList icons;
  for (const SiteIcon& icon : icons_) {
    static constexpr const char* kinds[] = {"icon", "touch", "maskable", "favicon"};
    icons.push_back(make_record({{"kind", kinds[static_cast<std::size_t>(icon.kind)]},
                                 {"size", std::int64_t{icon.size}},
                                 {"url", href("/" + icon.file)}}));
  }
  return make_record({{"title", model.site.title.best(locale)},
                      {"icons", std::move(icons)},
                      {"school_name", school_name},
                      {"description", model.site.description.best(locale)},
                      {"locale", std::string(code(locale))},
                      {"base_url", options.base_url},
                      {"home_url", href(locale_root(locale))},
                      {"feed_url", href(std::string(locale_root(locale)) + "feed.xml")},
                      {"calendar_url", href(std::string(locale_root(locale)) + "calendar.ics")},
                      {"manifest_url", href(std::string(locale_root(locale)) + "manifest.webmanifest")},
                      {"content_policy", Value::view(content_policy)},
                      {"sitemap_url", href(list_path("sitemap", locale))},
                      {"search_url", href(list_path("search", locale))},
                      {"disclosure_url", href(list_path("disclosure", locale))},
                      {"locales", std::move(languages)},
                      {"menu", std::move(menu)},
                      {"footer_menu", std::move(footer)},
                      {"links", std::move(useful)},
                      {"contacts", school_contacts_value(*this, locale)},
                      {"report_email", read_text(model.site.data.at("management/report_email"))},
                      {"notices", ValueList()},
                      {"generator", options.generator},
                      {"year", static_cast<int>(facts.today.year)},
                      {"draft", options.draft}});
}

Value SiteContext::site(Locale locale, int section, bool exactly) const {
  return sites_[index(locale)][variant(section, exactly)];
}

SharedParts& SiteContext::shared_parts(Locale locale, int section, bool exactly) const {
  return *parts_[index(locale)][variant(section, exactly)];
}

int SiteContext::section_of(Locale locale, std::string_view site_path, bool& exactly) const {
  const auto& links = menus_[index(locale)];
  int best = -1;
  std::size_t length = 0;
  exactly = false;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const std::string& path = links[i].path;
    if (path == site_path) {
      exactly = true;
      return static_cast<int>(i);
    }
    if (path.size() > locale_root(locale).size() && site_path.starts_with(path) && path.size() > length) {
      best = static_cast<int>(i);
      length = path.size();
    }
  }
  return best;
}

}  // namespace mektep
