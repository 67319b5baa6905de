// For machines: sitemap.xml with both languages of every page, and robots.txt.
#include "base/text.h"
#include "outputs/passes.h"
#include "outputs/plan.h"

namespace mektep {

namespace {

// A page that belongs into sitemap.xml, by its Kyrgyz file: index pages only, no redirects.
bool is_page(const std::string& file) {
  return file == "index.html" || file.ends_with("/index.html");
}

std::string site_path(std::string_view file) {
  return "/" + std::string(file.substr(0, file.size() - std::string_view("index.html").size()));
}

void add_url(const SiteContext& site, std::string& xml, const std::string& path,
             const std::string& other_locale) {
  xml += "<url><loc>";
  append_html(xml, site.absolute(path));
  xml += "</loc>";
  const bool russian = path.starts_with("/ru/");
  const auto alternate = [&](std::string_view language, const std::string& to) {
    xml += "<xhtml:link rel=\"alternate\" hreflang=\"";
    xml += language;
    xml += "\" href=\"";
    append_html(xml, site.absolute(to));
    xml += "\"/>";
  };
  if (!other_locale.empty()) {
    alternate("ky", russian ? other_locale : path);
    alternate("ru", russian ? path : other_locale);
  }
  xml += "</url>\n";
}

}  // namespace

void plan_robots(const SiteContext& site, PageSet& pages, Findings&) {
  // Read when it is rendered: by then the set is closed and complete.
  const PageSet* all = &pages;
  add_file(pages, "sitemap.xml", {"site.yaml", {}}, {"site.yaml"}, [&site, all] {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset "
        "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    xml.reserve(all->outputs().size() * 300);
    std::map<std::string, std::string> entry_pairs;
    for (const Entry& entry : site.model.entries) {
      const std::string& ky = site.facts.permalinks.of(entry, Locale::ky);
      const std::string& ru = site.facts.permalinks.of(entry, Locale::ru);
      const bool both = entry.in(Locale::ky) && entry.in(Locale::ru);
      // A page that only repeats the other language's text is not offered to search engines.
      entry_pairs[ky] = both ? ru : entry.in(Locale::ky) ? std::string() : "-";
      entry_pairs[ru] = both ? ky : entry.in(Locale::ru) ? std::string() : "-";
    }
    for (const PlannedOutput& output : all->outputs()) {
      if (!is_page(output.file) || output.sources.empty() || output.sources.back() == "layouts/redirect.html")
        continue;
      const std::string path = site_path(output.file);
      const auto entry = entry_pairs.find(path);
      std::string other;
      if (entry != entry_pairs.end() && path != "/" && path != "/ru/") {
        other = entry->second;
        if (other == "-") continue;
      } else {
        other = path.starts_with("/ru/") ? path.substr(3) : "/ru" + path;
        if (!all->find(output_file(other))) other.clear();
      }
      add_url(site, xml, path, other);
    }
    return xml + "</urlset>\n";
  });
  add_file(pages, "robots.txt", {"site.yaml", {}}, {"site.yaml"}, [&site] {
    if (site.options.draft) return std::string("User-agent: *\nDisallow: /\n");
    return "User-agent: *\nAllow: /\n\nSitemap: " + site.absolute("/sitemap.xml") + "\n";
  });
}

}  // namespace mektep
