// Site paths of everything that has an address: "/ru/news/2026/first-bell/". Kyrgyz at "/", Russian under
// "/ru/"; stored slugs are never recomputed.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/model.h"

namespace mektep {

// "/" or "/ru/".
std::string_view locale_root(Locale locale);

class Permalinks {
 public:
  Permalinks() = default;
  explicit Permalinks(const ContentModel& model);

  // Of an entry's page in `locale`, whether or not the entry is translated into it.
  const std::string& of(const Entry& entry, Locale locale) const;
  std::string of(const Person& person, Locale locale) const;
  std::string of(const Document& document, Locale locale) const;
  // Of an asset: the same in both locales.
  std::string of_asset(std::string_view asset_path) const;

  // The entry whose page in some locale has this site path; nullptr when there is none.
  const Entry* entry_at(std::string_view site_path) const;

 private:
  const ContentModel* model_ = nullptr;
  std::vector<std::array<std::string, 2>> entries_;  // parallel to model.entries
  std::unordered_map<std::string_view, const Entry*> by_path_;
};

// The file that a web server gives out for a site path: "/about/" → "about/index.html".
std::string output_file(std::string_view site_path);
// "/school/" of "https://host/school/": what stands in front of every site path on that host.
std::string base_path(std::string_view base_url);
// "host" of "https://host:8080/school/"; empty when there is no scheme.
std::string_view host_of(std::string_view url);

}  // namespace mektep
