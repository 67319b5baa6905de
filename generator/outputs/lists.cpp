// Lists of entries: news by page, year and tag; events; albums; all tags.
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/values.h"

namespace mektep {

namespace {

constexpr std::size_t page_size = 20;

// A list that goes over several pages: "news/", "news/page/2/"…
struct List {
  std::string_view kind, layout;
  std::string path;  // below the root of a locale
  std::array<std::string, 2> titles;
  std::vector<const Entry*> entries;
  std::vector<const Entry*> upcoming;                    // events: shown on the first page
  std::vector<std::pair<Word, std::string_view>> above;  // breadcrumbs behind home: word and list name
  int year = 0;                                          // current one of the list of years
  bool years = false, tags = false;
};

std::string page_path(const std::string& base, std::size_t number) {
  return number <= 1 ? base : fmt::format("{}page/{}/", base, number);
}

Value make_list(const SiteContext& site, const List& list, std::size_t number, std::size_t total,
                Locale locale) {
  const auto entries_of = [&](std::span<const Entry* const> entries) {
    ValueList values;
    for (const Entry* entry : entries) values.push_back(entry_value(site, *entry, locale));
    return values;
  };
  const std::string root(locale_root(locale));
  const auto url = [&](std::size_t n) { return site.href(root + page_path(list.path, n)); };
  const std::size_t begin = std::min((number - 1) * page_size, list.entries.size());
  const std::size_t end = std::min(begin + page_size, list.entries.size());
  ValueList numbers, years, tags;
  for (std::size_t n = 1; n <= total; ++n) {
    // The neighbourhood and both ends: a list of 500 pages must not print 500 links on each.
    if (n != 1 && n != total && (n + 3 < number || n > number + 3)) continue;
    numbers.push_back(make_record({{"number", n}, {"url", url(n)}, {"current", n == number}}));
  }
  if (list.years) {
    for (const auto& [year, entries] : site.facts.taxonomy.years) {
      years.push_back(make_record({{"title", std::to_string(year)},
                                   {"url", site.href(fmt::format("{}news/{}/", root, year))},
                                   {"count", entries.size()},
                                   {"current", year == list.year}}));
    }
  }
  if (list.tags) {
    for (const auto& [tag, entries] : site.facts.taxonomy.tags) {
      tags.push_back(make_record({{"title", site.model.site.tag_name(tag, locale)},
                                  {"url", site.href(fmt::format("{}tags/{}/", root, tag))},
                                  {"count", entries.size()}}));
    }
  }
  return make_record({{"title", list.titles[index(locale)]},
                      {"entries", entries_of(std::span(list.entries).subspan(begin, end - begin))},
                      {"number", number},
                      {"total", total},
                      {"count", list.entries.size() + list.upcoming.size()},
                      {"pages", std::move(numbers)},
                      {"previous_url", number > 1 ? url(number - 1) : std::string()},
                      {"next_url", number < total ? url(number + 1) : std::string()},
                      {"years", std::move(years)},
                      {"tags", std::move(tags)},
                      {"upcoming", number == 1 ? entries_of(list.upcoming) : ValueList()},
                      {"feed_url", list.kind == "news-list" ? site.href(root + "feed.xml") : std::string()}});
}

void plan_list(const SiteContext& site, PageSet& pages, List made, const Place& place) {
  const auto list = std::make_shared<const List>(std::move(made));
  const std::size_t total = std::max<std::size_t>(1, (list->entries.size() + page_size - 1) / page_size);
  for (const Locale locale : site.locales()) {
    for (std::size_t number = 1; number <= total; ++number) {
      std::string title = list->titles[index(locale)];
      if (number > 1) title += ", " + fmt::format(fmt::runtime(word(Word::page_n, locale)), number);
      PageInfo page =
          list_page(site, list->kind, list->layout, page_path(list->path, number), std::move(title), locale);
      for (const auto& [title_word, name] : list->above) {
        page.breadcrumbs.push_back({std::string(word(title_word, locale)), list_path(name, locale)});
      }
      page.card_title = list->titles[index(locale)];
      if (number > 1) {
        page.breadcrumbs.push_back(
            {list->titles[index(locale)], std::string(locale_root(locale)) + list->path});
      }
      std::vector<std::string> sources;
      // Of news and events git is not asked: a list is as new as the newest of them.
      for (std::size_t i = (number - 1) * page_size; i < std::min(number * page_size, list->entries.size());
           ++i) {
        sources.push_back(list->entries[i]->best(locale).file);
        if (const auto& date = list->entries[i]->date)
          page.updated = std::max(page.updated, std::optional(date->date));
      }
      add_page(site, pages, std::move(page), place, std::move(sources), [&site, list, number, total, locale] {
        return Names{{"list", make_list(site, *list, number, total, locale)}};
      });
    }
  }
}

std::array<std::string, 2> titles(Word title) {
  return {std::string(word(title, Locale::ky)), std::string(word(title, Locale::ru))};
}

void plan_events(const SiteContext& site, PageSet& pages) {
  List list{.kind = "events", .layout = "events", .path = "events/", .titles = titles(Word::events)};
  for (const Entry* event : site.facts.taxonomy.events) {
    const auto& last = event->end ? event->end : event->start;
    const bool past = last && last->date < site.facts.today;
    (past ? list.entries : list.upcoming).push_back(event);
  }
  std::ranges::reverse(list.entries);
  plan_list(site, pages, std::move(list), {"events", {}});
}

void plan_tags(const SiteContext& site, PageSet& pages) {
  const auto& tags = site.facts.taxonomy.tags;
  for (const auto& [tag, entries] : tags) {
    List list{.kind = "tag", .layout = "list", .path = fmt::format("tags/{}/", tag), .entries = entries};
    for (const Locale locale : all_locales) {
      list.titles[index(locale)] =
          fmt::format(fmt::runtime(word(Word::tag_n, locale)), site.model.site.tag_name(tag, locale));
    }
    list.above = {{Word::tags, "tags"}};
    list.tags = true;
    plan_list(site, pages, std::move(list), entries.front()->any().place("tags"));
  }
  for (const Locale locale : site.locales()) {
    PageInfo page = list_page(site, "tags", "tags", "tags/", std::string(word(Word::tags, locale)), locale);
    add_page(site, pages, std::move(page), {"site.yaml", {}}, {}, [&site, locale] {
      ValueList terms;
      for (const auto& [tag, entries] : site.facts.taxonomy.tags) {
        terms.push_back(make_record({{"title", site.model.site.tag_name(tag, locale)},
                                     {"url", site.href(fmt::format("{}tags/{}/", locale_root(locale), tag))},
                                     {"count", entries.size()}}));
      }
      return Names{{"tags", make_record({{"terms", std::move(terms)}})}};
    });
  }
}

}  // namespace

void plan_lists(const SiteContext& site, PageSet& pages, Findings&) {
  const Taxonomy& all = site.facts.taxonomy;
  plan_list(site, pages,
            {.kind = "news-list",
             .layout = "list",
             .path = "news/",
             .titles = titles(Word::news),
             .entries = all.news,
             .years = true,
             .tags = true},
            {"news", {}});
  for (const auto& [year, entries] : all.years) {
    List list{.kind = "year", .layout = "list", .path = fmt::format("news/{}/", year), .entries = entries};
    for (const Locale locale : all_locales) {
      list.titles[index(locale)] = fmt::format(fmt::runtime(word(Word::year_n, locale)), year);
    }
    list.above = {{Word::news, "news"}};
    list.year = year;
    list.years = true;
    plan_list(site, pages, std::move(list), entries.front()->any().place("date"));
  }
  plan_events(site, pages);
  plan_list(site, pages,
            {.kind = "albums",
             .layout = "albums",
             .path = "albums/",
             .titles = titles(Word::albums),
             .entries = all.albums},
            {"albums", {}});
  plan_tags(site, pages);
}

}  // namespace mektep
