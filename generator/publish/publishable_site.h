// A publishable site: a prepared one that no finding blocks, or one that is openly a draft. The gate is this
// type: what publishes takes nothing else, so forgetting to look at the findings does not compile.
#pragma once
#include <memory>
#include <optional>

#include "build/prepared_site.h"

namespace mektep {

class PublishableSite {
 public:
  // nullopt when a finding blocks and the site is not a draft (BuildOptions::draft: a banner on every page).
  static std::optional<PublishableSite> pass(std::shared_ptr<const PreparedSite> site) {
    if (any_blocks(site->findings) && !site->options.draft) return std::nullopt;
    return PublishableSite(std::move(site));
  }
  const PreparedSite& site() const { return *site_; }

 private:
  explicit PublishableSite(std::shared_ptr<const PreparedSite> site) : site_(std::move(site)) {}
  std::shared_ptr<const PreparedSite> site_;
};

}  // namespace mektep
