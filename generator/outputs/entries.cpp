// Pages, news, events and albums: a page for every published entry in both locales.
#include "content/read.h"
#include "facts/publication.h"
#include "facts/translations.h"
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/structured_data.h"
#include "outputs/values.h"

namespace mektep {

namespace {

struct Standing {
  const Entry* previous = nullptr;
  const Entry* next = nullptr;
  bool recent = true;  // has a share card of its own
};

std::string_view kind_of(Collection collection) {
  switch (collection) {
    case Collection::pages:
      return "page";
    case Collection::news:
      return "news";
    case Collection::events:
      return "event";
    case Collection::albums:
      return "album";
  }
  return {};
}

// The list that the entries of a collection stand in; pages stand in a tree instead.
std::optional<PageLink> list_link(Collection collection, Locale locale) {
  const auto link = [locale](Word title, std::string_view name) {
    return PageLink{std::string(word(title, locale)), list_path(name, locale)};
  };
  switch (collection) {
    case Collection::news:
      return link(Word::news, "news");
    case Collection::events:
      return link(Word::events, "events");
    case Collection::albums:
      return link(Word::albums, "albums");
    case Collection::pages:
      break;
  }
  return std::nullopt;
}

std::vector<PageLink> breadcrumbs(const SiteContext& site, const Entry& entry, Locale locale) {
  std::vector<PageLink> links{home_link(site, locale)};
  if (auto list = list_link(entry.collection, locale)) {
    links.push_back(std::move(*list));
    return links;
  }
  const std::string_view path = entry.path;
  for (std::size_t slash = path.find('/', 6); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    const Entry* above = site.model.entry(path.substr(0, slash));
    if (!above || !is_published(*above, site.facts.today)) continue;
    links.push_back({above->best(locale).title, site.facts.permalinks.of(*above, locale)});
  }
  return links;
}

// The pictures of an album: first those that it names, in that order, then the others beside it by name.
std::vector<const Asset*> album_pictures(const ContentModel& model, const Entry& entry) {
  std::vector<const Asset*> pictures;
  const Translation& text = entry.any();
  for (const std::string& name : read_texts(text.data.given("pictures"))) {
    const Asset* asset = model.asset(resolve_path(text.file, name));
    if (asset && asset->image) pictures.push_back(asset);
  }
  const auto named = static_cast<std::ptrdiff_t>(pictures.size());
  for (const Asset& asset : model.assets) {
    const bool beside = asset.image && asset.path.starts_with(entry.path + "/");
    if (beside && std::find(pictures.begin(), pictures.begin() + named, &asset) == pictures.begin() + named)
      pictures.push_back(&asset);
  }
  return pictures;
}

Names names_of(const SiteContext& site, const Entry& entry, Locale locale) {
  const int zone = site.model.site.zone_minutes;
  const auto teaser_value = entry_value(site, entry, locale);
  const Value past = teaser_value.as_object().get("past");
  switch (entry.collection) {
    case Collection::news:
      return {{"news", make_record({{"announcement", entry.announcement},
                                    {"until", date_value(entry.until, locale)},
                                    {"past", past}})}};
    case Collection::events:
      return {{"event", make_record({{"start", date_value(entry.start, locale, zone)},
                                     {"end", date_value(entry.end, locale, zone)},
                                     {"place", entry.location.best(locale)},
                                     {"past", past},
                                     {"calendar_url",
                                      site.href(std::string(locale_root(locale)) + "calendar.ics")}})}};
    case Collection::albums: {
      ValueList photos;
      for (const Asset* asset : album_pictures(site.model, entry)) {
        const auto shown = site.facts.consents.publish(*asset);
        if (Value photo = shown ? picture_value(site, *shown, locale) : Value(nullptr); photo.is_object())
          photos.push_back(std::move(photo));
      }
      return {{"album", make_record({{"photos", std::move(photos)}})}};
    }
    case Collection::pages:
      break;
  }
  return {};
}

PageInfo page_of(const SiteContext& site, const Entry& entry, Locale locale, const Standing& standing) {
  const Translation& text = entry.best(locale);
  PageInfo page;
  page.kind = page.layout = kind_of(entry.collection);
  page.locale = locale;
  page.lang = entry.shown_in(locale);
  page.title = text.title;
  page.entry = &entry;
  page.previous = standing.previous;
  page.next = standing.next;
  page.date = entry.date;
  page.updated = site.facts.changed(site.model, text.file);
  page.stale = translation_state(entry, locale) == TranslationState::stale;
  for (const Locale other : site.locales()) {
    page.paths[index(other)] = site.facts.permalinks.of(entry, other);
    page.exact[index(other)] = entry.in(other) != nullptr;
  }
  page.breadcrumbs = breadcrumbs(site, entry, locale);
  if (!standing.recent) page.card_title = list_link(entry.collection, locale)->title;
  page.json_ld = entry_json_ld(site, entry, locale);
  return page;
}

// What a large school has thousands of is planned by its address and share card alone; the rest is looked up
// when the page is rendered, in many threads, and then follows words that have changed since
// (build/update.h).
void plan_entry(const SiteContext& site, PageSet& pages, const Entry& entry, const Standing& standing) {
  for (const Locale locale : site.locales()) {
    const Translation& text = entry.best(locale);
    std::optional<ShareCard> card;
    if (standing.recent && site.picture_path(entry).empty())
      card = ShareCard{text.title, entry.shown_in(locale)};
    pages.add({output_file(site.facts.permalinks.of(entry, locale)),
               text.place("slug"),
               {text.file, layout_file(kind_of(entry.collection))},
               [&site, &entry, locale, standing](std::string& out) {
                 return render_page(site, page_of(site, entry, locale, standing),
                                    names_of(site, entry, locale), out);
               },
               std::move(card)});
  }
}

// News and albums: previous is older. Lists run from new to old.
void plan_in_time(const SiteContext& site, PageSet& pages, const std::vector<const Entry*>& newest_first) {
  for (std::size_t i = 0; i < newest_first.size(); ++i) {
    plan_entry(site, pages, *newest_first[i],
               {i + 1 < newest_first.size() ? newest_first[i + 1] : nullptr,
                i > 0 ? newest_first[i - 1] : nullptr, i < entries_with_cards});
  }
}

}  // namespace

void plan_entries(const SiteContext& site, PageSet& pages, Findings&) {
  const Taxonomy& all = site.facts.taxonomy;
  plan_in_time(site, pages, all.news);
  plan_in_time(site, pages, all.albums);
  plan_in_time(site, pages, {all.events.rbegin(), all.events.rend()});
  for (const Entry* page : all.pages) plan_entry(site, pages, *page, {});
}

}  // namespace mektep
