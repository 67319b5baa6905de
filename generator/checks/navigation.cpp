// The menu leads somewhere, tags have names, and the theme has a layout for every page.
#include "base/text.h"
#include "checks/published_texts.h"
#include "checks/rules.h"
#include "outputs/rules.h"

namespace mektep {

namespace {

void check_menu(const CheckInput& input, Findings& findings) {
  const SiteContext& site = input.site;
  for (std::size_t i = 0; i < site.model.site.menu.size(); ++i) {
    const MenuItem& item = site.model.site.menu[i];
    const Entry* entry = site.model.entry(item.page);
    if (entry ? is_published(*entry, site.facts.today) : !list_path(item.page, Locale::ky).empty()) continue;
    const std::string field = fmt::format("menu[{}].page", i);
    if (entry && has_run_out(*entry, site.facts.today)) {
      findings.emplace_back(rules::link_run_out, Place{"site.yaml", item.mark}, field, item.page,
                            std::vector<Param>{{"day", entry->shown_until->iso()}});
      continue;
    }
    std::vector<std::string> known{"news",       "events", "albums",  "people", "documents",
                                   "disclosure", "tags",   "sitemap", "home"};
    for (const Entry* page : site.facts.taxonomy.pages) known.push_back(page->path);
    const auto near = did_you_mean(item.page, known);
    findings.emplace_back(rules::navigation_menu_target, Place{"site.yaml", item.mark}, field, item.page,
                          std::vector<Param>{{"suggestion", near ? *near + "?" : "pages/…"}});
  }
}

void check_tags(const CheckInput& input, Findings& findings) {
  const auto& named = input.site.model.site.tags;
  for (const auto& [tag, entries] : input.site.facts.taxonomy.tags) {
    if (std::ranges::any_of(named, [&](const auto& one) { return one.first == tag; })) continue;
    std::vector<std::string> names;
    names.reserve(named.size());
    for (const auto& one : named) names.push_back(one.first);
    const auto near = did_you_mean(tag, names);
    findings.emplace_back(rules::navigation_unnamed_tag, entries.front()->any().place("tags"), "tags", tag,
                          std::vector<Param>{{"suggestion", near ? *near + "?" : "site.yaml"}});
  }
}

void check_layouts(const CheckInput& input, Findings& findings) {
  std::set<std::string_view> missing;
  for (const PlannedOutput& output : input.pages.outputs()) {
    if (output.sources.empty() || !output.sources.back().starts_with("layouts/")) continue;
    const std::string& layout = output.sources.back();
    if (!input.site.theme.templates.has(layout) && missing.insert(layout).second) {
      findings.emplace_back(rules::outputs_no_layout, Place{"theme/" + layout, {}}, "", layout.substr(8));
    }
  }
}

}  // namespace

void check_navigation(const CheckInput& input, Findings& findings) {
  check_menu(input, findings);
  check_tags(input, findings);
  check_layouts(input, findings);
}

}  // namespace mektep
