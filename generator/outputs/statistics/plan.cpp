// The page «Мектеп сандарда · Школа в цифрах» (JRN-43, EMIS-8) and its downloads: /statistics/.
#include "outputs/plan.h"

#include "outputs/passes.h"
#include "outputs/statistics/page_text.h"
#include "outputs/words.h"

namespace mektep {
namespace {

// The address of the style sheet; empty when the theme has none.
std::string style_of(const SiteContext& site) {
  const Value style = site.assets().as_object().get("statistics.css");
  return style.is_string() ? std::string(style.as_string()) : std::string();
}

}  // namespace

std::shared_ptr<const StatisticsRelease> release_statistics(
    std::shared_ptr<const SchoolStatistics> statistics) {
  if (!statistics) return nullptr;
  auto release = std::make_shared<StatisticsRelease>();
  auto terms = publish_terms(*statistics, release->findings);
  std::erase_if(terms, [](const PublishedTerm& term) { return term.tables.empty(); });
  release->page = {std::move(statistics), std::move(terms)};
  return release;
}

std::shared_ptr<const StatisticsRelease> KeptRelease::of(std::shared_ptr<const SchoolStatistics> statistics) {
  if (!statistics) return nullptr;
  const std::lock_guard lock(mutex_);  // two sites at once need it from the same counts: one makes it
  if (!last_ || last_->page.statistics->sources != statistics->sources)
    last_ = release_statistics(std::move(statistics));
  return last_;
}

void plan_statistics(const SiteContext& site, PageSet& pages, Findings& findings) {
  const auto release = site.options.release;
  if (!release) return;
  append(findings, Findings(release->findings));
  const StatisticsPage* const page = &release->page;
  std::vector<std::string> sources;
  for (const PublishedTerm& term : page->terms)
    for (const auto& [kind, table] : page->statistics->stored.counts.terms.at(term.term))
      sources.push_back(fmt::format("statistics/{}/{}.csv", term.term.path(), spec_of(kind).id));
  if (page->terms.empty()) return;
  const Place place{sources.front(), {}};
  for (const PublishedTerm& term : page->terms)
    for (const bool csv : {true, false})
      add_file(pages, fmt::format("statistics/{}", download_name(term, csv ? "csv" : "json")), place, sources,
               [release, &term, csv] {
                 return csv ? term_csv(term, term.numbers->policy())
                            : term_json(term, term.numbers->policy());
               });
  for (const Locale locale : site.locales()) {
    PageInfo info = list_page(site, "statistics", "page", "statistics/",
                              std::string(word(Word::statistics, locale)), locale);
    info.content = [&site, release, locale] {
      return std::expected<std::string, Finding>(
          statistics_html(release->page, locale, style_of(site),
                          [&](const std::string& name) { return site.href("/statistics/" + name); }));
    };
    add_page(site, pages, std::move(info), place, sources, nullptr);
  }
}

}  // namespace mektep
