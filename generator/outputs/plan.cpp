#include "outputs/plan.h"

namespace mektep {

void add_page(const SiteContext& site, PageSet& pages, PageInfo page, Place place,
              std::vector<std::string> sources, std::function<Names()> names) {
  // A page made of several files is as new as the newest of them.
  if (!page.updated) {
    for (const std::string& source : sources)
      page.updated = std::max(page.updated, site.facts.changed(site.model, source));
  }
  sources.push_back(layout_file(page.layout));
  std::string file = output_file(page.path());
  std::optional<ShareCard> card;
  if (!page.entry || site.picture_path(*page.entry).empty()) card = share_card_of(site, page);
  const auto shared = std::make_shared<const PageInfo>(std::move(page));
  pages.add({std::move(file), std::move(place), std::move(sources),
             [&site, shared, names = std::move(names)](std::string& out) {
               return render_page(site, *shared, names ? names() : Names(), out);
             },
             std::move(card)});
}

void add_file(PageSet& pages, std::string file, Place place, std::vector<std::string> sources,
              std::function<std::string()> make) {
  pages.add({std::move(file), std::move(place), std::move(sources),
             [make = std::move(make)](std::string& out) -> std::expected<void, Finding> {
               out += make();
               return {};
             }});
}

PageLink home_link(const SiteContext&, Locale locale) {
  return {std::string(word(Word::home, locale)), std::string(locale_root(locale))};
}

PageInfo list_page(const SiteContext& site, std::string_view kind, std::string_view layout,
                   std::string_view path, std::string title, Locale locale) {
  PageInfo page;
  page.kind = kind;
  page.layout = layout;
  page.locale = page.lang = locale;
  page.title = std::move(title);
  for (const Locale other : site.locales())
    page.paths[index(other)] = std::string(locale_root(other)) + std::string(path);
  page.breadcrumbs.push_back(home_link(site, locale));
  return page;
}

}  // namespace mektep
