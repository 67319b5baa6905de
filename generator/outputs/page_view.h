// A page as its template sees it: the globals `t`, `site`, `page`… and the names of its kind.
#pragma once
#include <array>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "outputs/site_context.h"
#include "theme/value.h"

namespace mektep {

struct PageLink {
  std::string title, path;  // site path
};

// All that pages of every kind have in common. Site paths throughout; href() makes addresses of them.
struct PageInfo {
  std::string_view kind;    // "news-list"
  std::string_view layout;  // "list": layouts/list.html
  Locale locale = Locale::ky;
  Locale lang = Locale::ky;  // of title and text
  std::string title;
  std::string description;
  std::string card_title;                 // on its share card; empty = its own title
  std::array<std::string, 2> paths;       // of the same page in each locale; empty = there is none
  std::array<bool, 2> exact{true, true};  // really in that language
  bool stale = false;
  bool noindex = false;
  std::vector<PageLink> breadcrumbs;
  const Entry* entry = nullptr;  // text, tags, image and dates are taken from it
  const Entry* previous = nullptr;
  const Entry* next = nullptr;
  std::optional<DateTime> date;
  std::optional<Date> updated;
  std::string json_ld;  // a JSON-LD object; empty = none
  // Instead of the entry's text.
  std::function<std::expected<std::string, Finding>()> content;

  const std::string& path() const { return paths[index(locale)]; }
};

// What stands for a page that has no picture of its own.
ShareCard share_card_of(const SiteContext& site, const PageInfo& page);

// The template of a layout: "layouts/list.html".
std::string layout_file(std::string_view layout);

// Renders `page` through its layout with `names` beside the globals, appending to `out`.
std::expected<void, Finding> render_page(const SiteContext& site, const PageInfo& page,
                                         std::vector<std::pair<std::string, Value>> names, std::string& out);

}  // namespace mektep
