// Old addresses: aliases of entries and redirects.yaml, as small pages that lead on (no server rules are ours
// to set).
#include "facts/links.h"
#include "facts/publication.h"
#include "outputs/passes.h"
#include "outputs/plan.h"

namespace mektep {

namespace {

std::string clean(std::string path) {
  if (!path.starts_with('/')) path.insert(0, "/");
  const std::size_t slash = path.rfind('/');
  if (!path.ends_with('/') && path.find('.', slash) == std::string::npos) path += '/';
  return path;
}

void plan_redirect(const SiteContext& site, PageSet& pages, Locale locale, const std::string& from,
                   const std::string& to, const std::string& title, const Place& place) {
  PageInfo page = list_page(site, "redirect", "redirect", "", title, locale);
  page.paths = {};
  page.paths[index(locale)] = clean(from);
  page.noindex = true;
  page.breadcrumbs.clear();
  const bool outside = is_external(to);
  add_page(site, pages, std::move(page), place, {place.file}, [&site, to, title, outside] {
    return Names{{"redirect", make_record({{"url", outside ? to : site.href(to)},
                                           {"absolute", outside ? to : site.absolute(to)},
                                           {"title", title}})}};
  });
}

}  // namespace

void plan_redirects(const SiteContext& site, PageSet& pages, Findings&) {
  for (const Entry& entry : site.model.entries) {
    if (!is_published(entry, site.facts.today)) continue;
    for (const Locale locale : site.locales()) {
      const Translation* text = entry.in(locale);
      if (!text) continue;
      for (const std::string& alias : text->aliases) {
        plan_redirect(site, pages, locale, alias, site.facts.permalinks.of(entry, locale), text->title,
                      text->place("aliases"));
      }
    }
  }
  for (const Redirect& redirect : site.model.redirects) {
    if (redirect.from.empty() || redirect.to.empty()) continue;
    const Locale locale = redirect.from.starts_with("/ru/") ? Locale::ru : Locale::ky;
    const LinkTarget target =
        resolve_link(site.model, site.facts.permalinks, redirect.place.file, locale, redirect.to);
    if (run_out_behind(target, site.model, site.facts.today)) continue;
    plan_redirect(site, pages, locale, redirect.from, redirect.to, redirect.to, redirect.place);
  }
}

}  // namespace mektep
