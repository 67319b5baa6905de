// The home page: announcements, news, what comes next, and ways in for parents and auditors.
#include "base/localise.h"
#include "content/read.h"
#include "facts/publication.h"
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/values.h"

namespace mektep {

namespace {

constexpr std::size_t newest = 5;
constexpr std::size_t next_events = 6;
constexpr std::size_t newest_albums = 3;

// The whole numbers under `key` of all items of a list, added up; 0 when there are none.
std::int64_t sum(const Node* list, std::string_view key) {
  std::int64_t total = 0;
  if (list == nullptr) return total;
  for (const Node& item : list->items) total += read_int(item.at(key));
  return total;
}

// The school in numbers, as far as school/ states them: what the pages say elsewhere, never counted anew.
ValueList make_figures(const SiteContext& site, Locale locale) {
  ValueList figures;
  const auto fact = [&](std::string_view section, std::string_view path) -> const Node* {
    const auto at = site.model.school.find(section);
    return at == site.model.school.end() ? nullptr : at->second.data.at(path);
  };
  const auto add = [&](Word label, std::string value) {
    figures.push_back(
        make_record({{"label", std::string(word(label, locale))}, {"value", std::move(value)}}));
  };
  const auto add_count = [&](Word label, std::int64_t count) {
    if (count > 0) add(label, format_number(count));
  };
  if (const auto founded = read_date(fact("organisation", "founded")))
    add(Word::founded, std::to_string(founded->year));
  add_count(Word::learners, sum(fact("education", "programmes"), "learners/count"));
  add_count(Word::teachers, std::ranges::count(site.model.people, PersonKind::teacher, &Person::kind));
  add_count(Word::classrooms, sum(fact("facilities", "rooms"), "count"));
  std::int64_t books = 0;
  if (const Node* libraries = fact("facilities", "libraries")) {
    for (const Node& library : libraries->items) books += sum(library.at("fund"), "copies");
  }
  add_count(Word::library_books, books);
  return figures;
}

Value make_home(const SiteContext& site, Locale locale) {
  const Taxonomy& all = site.facts.taxonomy;
  const Date today = site.facts.today;
  ValueList announcements, news, events, albums, shortcuts;
  for (const Entry* entry : all.news) {
    if (is_current_announcement(*entry, today)) {
      announcements.push_back(entry_value(site, *entry, locale));
    } else if (!entry->announcement && news.size() < newest) {
      news.push_back(entry_value(site, *entry, locale));
    }
  }
  for (const Entry* event : all.events) {
    const auto& last = event->end ? event->end : event->start;
    if (last && last->date >= today && events.size() < next_events)
      events.push_back(entry_value(site, *event, locale));
  }
  for (const Entry* album : all.albums) {
    if (albums.size() < newest_albums) albums.push_back(entry_value(site, *album, locale));
  }
  for (const std::string_view path : {"pages/parents", "pages/admission", "pages/pupils"}) {
    const Entry* entry = site.model.entry(path);
    if (!entry || !is_published(*entry, today)) continue;
    shortcuts.push_back(make_record({{"title", entry->best(locale).title},
                                     {"url", site.href(site.facts.permalinks.of(*entry, locale))},
                                     {"text", teaser(*entry, locale)}}));
  }
  shortcuts.push_back(make_record({{"title", std::string(word(Word::for_auditors, locale))},
                                   {"url", site.href(list_path("disclosure", locale))},
                                   {"text", std::string(word(Word::disclosure, locale))}}));
  return make_record(
      {{"announcements", std::move(announcements)},
       {"news", std::move(news)},
       {"events", std::move(events)},
       {"albums", std::move(albums)},
       {"albums_url", all.albums.empty() ? std::string() : site.href(list_path("albums", locale))},
       {"news_url", all.news.empty() ? std::string() : site.href(list_path("news", locale))},
       {"events_url", all.events.empty() ? std::string() : site.href(list_path("events", locale))},
       {"shortcuts", std::move(shortcuts)},
       {"figures", make_figures(site, locale)}});
}

}  // namespace

void plan_home(const SiteContext& site, PageSet& pages, Findings&) {
  const Entry* intro = site.model.entry("pages/home");
  if (intro && !is_published(*intro, site.facts.today)) intro = nullptr;
  for (const Locale locale : site.locales()) {
    PageInfo page = list_page(site, "home", "home", "", site.model.site.title.best(locale), locale);
    page.description = site.model.site.description.best(locale);
    page.breadcrumbs.clear();
    page.entry = intro;
    std::vector<std::string> sources{"site.yaml"};
    if (intro) sources.push_back(intro->best(locale).file);
    for (std::size_t i = 0; i < std::min(newest, site.facts.taxonomy.news.size()); ++i) {
      sources.push_back(site.facts.taxonomy.news[i]->best(locale).file);
    }
    add_page(site, pages, std::move(page), {"site.yaml", {}}, std::move(sources),
             [&site, locale] { return Names{{"home", make_home(site, locale)}}; });
  }
}

}  // namespace mektep
