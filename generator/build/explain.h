// Why a file of the site is as it is: from what it is made.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "build/prepared_site.h"

namespace mektep {

struct OutputExplanation {
  std::string file;                  // "ru/about/index.html"
  std::string url;                   // absolute
  Place place;                       // what gives it its address
  std::vector<std::string> sources;  // source files and the layout
};

// `url` may be absolute, a site path ("/about/") or a file of the site. nullopt: the site has no such file.
std::optional<OutputExplanation> explain_output(const PreparedSite& site, std::string_view url);

}  // namespace mektep
