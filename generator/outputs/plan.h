// What the output passes share: adding a page, breadcrumbs, and pages that exist in both languages under one
// path.
#pragma once
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "outputs/page_set.h"
#include "outputs/page_view.h"
#include "outputs/words.h"

namespace mektep {

using Names = std::vector<std::pair<std::string, Value>>;

// Plans the page; `names` is called when it is rendered. `place` is what gives the page its address.
void add_page(const SiteContext& site, PageSet& pages, PageInfo page, Place place,
              std::vector<std::string> sources, std::function<Names()> names);
// A file whose bytes are made by `make`.
void add_file(PageSet& pages, std::string file, Place place, std::vector<std::string> sources,
              std::function<std::string()> make);

PageLink home_link(const SiteContext& site, Locale locale);
// A page that the generator makes by itself: `path` below the root of each locale ("news/").
PageInfo list_page(const SiteContext& site, std::string_view kind, std::string_view layout,
                   std::string_view path, std::string title, Locale locale);

}  // namespace mektep
