// What every output pass reads. Refers to things that outlive the build; safe to read in several threads.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "content/model.h"
#include "facts/facts.h"
#include "media/media.h"
#include "outputs/icons.h"
#include "outputs/share_cards.h"
#include "schema/catalogue.h"
#include "source/snapshot.h"
#include "theme/template/shared_parts.h"
#include "theme/theme.h"

namespace mektep {
struct StatisticsRelease;  // outputs/statistics/page_text.h

struct SiteOptions {
  std::string base_url;                              // "https://school.example/"; ends in "/"
  bool draft = false;                                // a banner on every page, no indexing
  std::string generator;                             // "Mektep 0.1.0"
  std::shared_ptr<const StatisticsRelease> release;  // what may be said of facts.statistics; null = nothing
};

class SiteContext {
 public:
  SiteContext(const Snapshot& snapshot, const ContentModel& model, const Facts& facts, const Media& media,
              const Theme& theme, const SchemaSet& schemas, const Catalogue& catalogue, SiteOptions options);

  const Snapshot& snapshot;
  const ContentModel& model;
  const Facts& facts;
  const Media& media;
  const Theme& theme;
  const SchemaSet& schemas;
  const Catalogue& catalogue;
  const SiteOptions options;

  // The locales in which the site is made, Kyrgyz first.
  const std::vector<Locale>& locales() const { return model.site.locales; }
  // The address of a site path on its server ("/school/news/") and in the world ("https://…").
  std::string href(std::string_view site_path) const;
  std::string absolute(std::string_view site_path) const;
  // The site path of an asset in its largest form; empty for a picture that cannot be read.
  std::string path_of(const PublishableAsset& asset) const;
  // The same of an entry's own picture; empty, too, when there is none, or none that may be shown.
  std::string picture_path(const Entry& entry) const;
  const std::string& base_path() const { return base_path_; }  // "/school/"

  // The object `site` for a page in the part of the site that the menu item `section` leads to; -1 = none of
  // them. `exactly`: the page is that item's own.
  Value site(Locale locale, int section, bool exactly) const;
  // What templates make of that object, `t`, `assets` and `strings` alone.
  SharedParts& shared_parts(Locale locale, int section, bool exactly) const;
  // The menu item to whose page or part `site_path` belongs; -1 = none.
  int section_of(Locale locale, std::string_view site_path, bool& exactly) const;
  // Made from the emblem; empty without one.
  const std::vector<SiteIcon>& icons() const { return icons_; }
  const ShareCards& cards() const { return cards_; }
  const Value& assets() const { return assets_; }
  const Value& all_strings() const { return all_strings_; }

 private:
  struct MenuLink {
    std::string title, path;
  };
  std::vector<MenuLink> menu_links(Locale locale) const;
  Value make_site(Locale locale, int section, bool exactly) const;
  static std::size_t variant(int section, bool exactly) {
    return section < 0 ? 0 : static_cast<std::size_t>(1 + 2 * section + (exactly ? 1 : 0));
  }

  std::string base_path_;
  std::vector<SiteIcon> icons_;
  ShareCards cards_;
  std::array<std::vector<MenuLink>, 2> menus_;
  std::array<std::vector<Value>, 2> sites_;  // by variant()
  std::array<std::vector<std::unique_ptr<SharedParts>>, 2> parts_;
  Value assets_, all_strings_;
};

// The site path of a generated list by its name in the menu ("news"); empty when there is no such list.
std::string list_path(std::string_view name, Locale locale);

}  // namespace mektep
