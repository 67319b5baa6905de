#include "outputs/passes.h"

namespace mektep {

std::span<const OutputPass> output_passes() {
  static constexpr OutputPass all[] = {
      {"entries", plan_entries},       {"lists", plan_lists},         {"home", plan_home},
      {"people", plan_people},         {"documents", plan_documents}, {"disclosure", plan_disclosure},
      {"statistics", plan_statistics}, {"site-map", plan_site_map},   {"search", plan_search},
      {"feeds", plan_feeds},           {"robots", plan_robots},       {"redirects", plan_redirects},
      {"assets", plan_assets},         {"icons", plan_icons},         {"share-cards", plan_share_cards},
      {"hosting", plan_hosting}};
  return all;
}

void plan_site(const SiteContext& site, PageSet& pages, Findings& findings) {
  for (const OutputPass& pass : output_passes()) pass.plan(site, pages, findings);
  pages.close(findings);
}

}  // namespace mektep
