// The page «Мектеп сандарда · Школа в цифрах» and its downloads, made of published terms only.
#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "outputs/statistics/published.h"

namespace mektep {

struct StatisticsPage {
  std::shared_ptr<const SchoolStatistics> statistics;
  std::vector<PublishedTerm> terms;  // oldest first
};

// What the school may publish of its counts, and what could not be protected. It takes long and follows from
// the counts alone, so it is made once for all plans of a site.
struct StatisticsRelease {
  StatisticsPage page;
  Findings findings;
};
// Null when the school keeps no counts. What is returned keeps `statistics` alive.
std::shared_ptr<const StatisticsRelease> release_statistics(
    std::shared_ptr<const SchoolStatistics> statistics);

// The last release, given again as long as nothing has changed of what it follows from. Safe in every thread.
class KeptRelease {
 public:
  std::shared_ptr<const StatisticsRelease> of(std::shared_ptr<const SchoolStatistics> statistics);

 private:
  std::mutex mutex_;
  std::shared_ptr<const StatisticsRelease> last_;
};

// Text of the page; `href` makes the address of a download from its name, `style` is that of its style sheet.
std::string statistics_html(const StatisticsPage& page, Locale locale, const std::string& style,
                            const std::function<std::string(const std::string&)>& href);

// Every shown number of a term: table, unit, subject, measure, value, symbol. Same values as on the page.
std::string term_csv(const PublishedTerm& term, const privacy::Policy& policy);
std::string term_json(const PublishedTerm& term, const privacy::Policy& policy);
std::string download_name(const PublishedTerm& term, std::string_view extension);  // 2025-2026-q1.csv

}  // namespace mektep
