// The contract of themes/README.md as data: which layouts a theme must have, and which names the generator
// gives to each. A test compares it with that page.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mektep {

struct LayoutContract {
  std::string_view layout;  // "news": layouts/news.html
  std::string_view names;   // beside those of every page, separated by spaces
};
std::span<const LayoutContract> layout_contracts();

// What every page sees, and what the partials of shortcodes see.
std::span<const std::string_view> global_names();
std::span<const std::string_view> shortcode_value_names();
// Members of `page`, sorted. Those of `site` are told by SiteContext::site.
std::vector<std::string> names_of_page();

}  // namespace mektep
