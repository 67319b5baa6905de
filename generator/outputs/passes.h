// The output passes: each plans some files of the site. A feature joins by a line in `output_passes()`.
#pragma once
#include <span>
#include <string_view>

#include "base/finding.h"
#include "outputs/page_set.h"
#include "outputs/site_context.h"

namespace mektep {

struct OutputPass {
  std::string_view name;
  void (*plan)(const SiteContext& site, PageSet& pages, Findings& findings);
};
std::span<const OutputPass> output_passes();

// Fills and closes `pages`. The site context must outlive it, and it may not be moved afterwards: sitemap.xml
// lists it.
void plan_site(const SiteContext& site, PageSet& pages, Findings& findings);

void plan_entries(const SiteContext& site, PageSet& pages,
                  Findings& findings);                                         // pages, news, events, albums
void plan_lists(const SiteContext& site, PageSet& pages, Findings& findings);  // by date, year and tag
void plan_home(const SiteContext& site, PageSet& pages, Findings& findings);
void plan_people(const SiteContext& site, PageSet& pages, Findings& findings);
void plan_documents(const SiteContext& site, PageSet& pages, Findings& findings);
void plan_disclosure(const SiteContext& site, PageSet& pages, Findings& findings);
void plan_site_map(const SiteContext& site, PageSet& pages, Findings& findings);  // the page, and 404
void plan_search(const SiteContext& site, PageSet& pages,
                 Findings& findings);  // the page of results, the index
void plan_feeds(const SiteContext& site, PageSet& pages, Findings& findings);   // Atom, iCalendar
void plan_robots(const SiteContext& site, PageSet& pages, Findings& findings);  // sitemap.xml, robots.txt
void plan_redirects(const SiteContext& site, PageSet& pages, Findings& findings);
void plan_statistics(const SiteContext& site, PageSet& pages,
                     Findings& findings);  // the school in numbers
void plan_hosting(const SiteContext& site, PageSet& pages,
                  Findings& findings);  // .htaccess, _headers, web manifest
void plan_icons(const SiteContext& site, PageSet& pages, Findings& findings);  // from the emblem
void plan_share_cards(const SiteContext& site, PageSet& pages,
                      Findings& findings);  // of all pages planned before
void plan_assets(const SiteContext& site, PageSet& pages,
                 Findings& findings);  // the theme's and the school's

}  // namespace mektep
