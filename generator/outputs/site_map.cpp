// The site map page (SITE-15) and the page for addresses that do not exist.
#include "outputs/diagram/value.h"
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/structure.h"
#include "outputs/values.h"

namespace mektep {

namespace {

Value node(const SiteContext& site, std::string title, std::string_view path, Locale lang,
           ValueList children) {
  return make_record({{"title", std::move(title)},
                      {"url", path.empty() ? std::string() : site.href(path)},
                      {"lang", std::string(code(lang))},
                      {"children", std::move(children)}});
}

ValueList page_nodes(const SiteContext& site, std::string_view path, Locale locale) {
  ValueList nodes;
  for (const Entry* entry : site.facts.taxonomy.children(path, locale)) {
    nodes.push_back(node(site, entry->best(locale).title, site.facts.permalinks.of(*entry, locale),
                         entry->shown_in(locale), page_nodes(site, entry->path, locale)));
  }
  return nodes;
}

ValueList make_nodes(const SiteContext& site, Locale locale) {
  const Taxonomy& all = site.facts.taxonomy;
  ValueList nodes = page_nodes(site, "pages", locale);
  const auto list = [&](Word title, std::string_view name, ValueList children) {
    nodes.push_back(
        node(site, std::string(word(title, locale)), list_path(name, locale), locale, std::move(children)));
  };
  ValueList groups, years, events, albums, documents;
  for (const DisclosureGroup& group : site.catalogue.groups) {
    groups.push_back(node(site, group.label.in(locale),
                          fmt::format("{}disclosure/{}/", locale_root(locale), group.id), locale, {}));
  }
  for (const auto& [year, unused] : all.years) {
    years.push_back(
        node(site, std::to_string(year), fmt::format("{}news/{}/", locale_root(locale), year), locale, {}));
  }
  const auto entries = [&](ValueList& to, const std::vector<const Entry*>& from) {
    for (const Entry* entry : from) {
      to.push_back(node(site, entry->best(locale).title, site.facts.permalinks.of(*entry, locale),
                        entry->shown_in(locale), {}));
    }
  };
  if (all.events.size() <= 100) entries(events, all.events);
  if (all.albums.size() <= 100) entries(albums, all.albums);
  for (const Document& document : site.model.documents) {
    documents.push_back(
        node(site, document.title.best(locale), site.facts.permalinks.of(document, locale), locale, {}));
  }
  list(Word::disclosure, "disclosure", std::move(groups));
  if (site.facts.statistics) list(Word::statistics, "statistics", {});
  list(Word::people, "people", {});
  list(Word::documents, "documents", std::move(documents));
  list(Word::news, "news", std::move(years));
  list(Word::events, "events", std::move(events));
  list(Word::albums, "albums", std::move(albums));
  list(Word::tags, "tags", {});
  list(Word::search, "search", {});
  return nodes;
}

// The nodes as a picture: each section with its first pages, what has nothing below it in one group; the tree
// of words beside it has them all.
Value picture(const SiteContext& site, const ValueList& nodes, Locale locale) {
  constexpr std::size_t shown = 7, shown_alone = 24;
  Diagram diagram{std::string(word(Word::site_map, locale)),
                  std::string(word(Word::site_map_description, locale)),
                  locale,
                  {{{site.model.site.title.best(locale), {}, site.href(locale_root(locale)), locale}}},
                  {},
                  4};
  const auto box = [](const Value& node) {
    const ValueObject& record = node.as_object();
    return DiagramBox{std::string(record.get("title").as_string()),
                      {},
                      std::string(record.get("url").as_string()),
                      parse_locale(record.get("lang").as_string()).value_or(Locale::ky)};
  };
  DiagramGroup single{{std::string(word(Word::other_pages, locale)), {}, {}, locale}, {}};
  std::size_t beyond = 0;
  for (const Value& node : nodes) {
    const Value children = node.as_object().get("children");
    if (children.as_list().empty()) {
      if (single.boxes.size() < shown_alone)
        single.boxes.push_back(box(node));
      else
        ++beyond;
      continue;
    }
    DiagramGroup group{box(node), {}};
    const std::size_t count = children.as_list().size();
    const std::size_t some = count <= shown + 1 ? count : shown;
    for (std::size_t i = 0; i < some; ++i) group.boxes.push_back(box(children.as_list()[i]));
    if (some < count)
      group.boxes.push_back(
          {fmt::format(fmt::runtime(word(Word::more_n, locale)), count - some), {}, group.head.url, locale});
    diagram.groups.push_back(std::move(group));
  }
  if (beyond > 0)
    single.boxes.push_back({fmt::format(fmt::runtime(word(Word::more_n, locale)), beyond), {}, {}, locale});
  if (!single.boxes.empty()) diagram.groups.push_back(std::move(single));
  return diagram_value(diagram, nodes);
}

}  // namespace

void plan_site_map(const SiteContext& site, PageSet& pages, Findings&) {
  for (const Locale locale : site.locales()) {
    PageInfo map =
        list_page(site, "sitemap", "sitemap", "site-map/", std::string(word(Word::site_map, locale)), locale);
    add_page(site, pages, std::move(map), {"site.yaml", {}}, {"site.yaml"}, [&site, locale] {
      ValueList nodes = make_nodes(site, locale);
      Value diagram = picture(site, nodes, locale);
      return Names{{"sitemap", make_record({{"nodes", std::move(nodes)}, {"diagram", std::move(diagram)}})},
                   {"structure", structure_value(site, locale)}};
    });
    PageInfo lost =
        list_page(site, "404", "404", "404.html", std::string(word(Word::not_found, locale)), locale);
    lost.noindex = true;
    lost.breadcrumbs.clear();
    add_page(site, pages, std::move(lost), {"site.yaml", {}}, {}, nullptr);
  }
}

}  // namespace mektep
