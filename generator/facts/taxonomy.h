// Entries in the orders in which readers meet them: by collection, year, tag and place in the tree of pages.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "content/model.h"

namespace mektep {

struct Taxonomy {
  std::vector<const Entry*> news;    // published ones, newest first
  std::vector<const Entry*> events;  // published ones, earliest first
  std::vector<const Entry*> albums;  // published ones, newest first
  std::vector<const Entry*> pages;   // published ones, by path; without the home page's text
  std::map<std::string, std::vector<const Entry*>> tags;           // published entries of a tag, newest first
  std::map<int, std::vector<const Entry*>, std::greater<>> years;  // published news of a year

  std::unordered_map<std::string_view, std::vector<const Entry*>>
      below;  // published pages by the folder that they lie in

  // Pages directly below `path` ("pages/about", or "pages" for the top), in their stated order, then by
  // title.
  std::vector<const Entry*> children(std::string_view path, Locale locale) const;
};

Taxonomy arrange(const ContentModel& model, Date today);

}  // namespace mektep
