// Which consent covers each person and picture that a site publishes: what the school shows the
// data-protection agency. Private: it is never part of a site.
#pragma once
#include <expected>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "build/prepared_site.h"

namespace mektep {

struct Coverage {
  std::string what;     // "people/aigul-sadykova.yaml", "news/2026/x/photo.jpg", "news/2026/x"
  std::string data;     // "name, phone", "photo"; of pictures without people "nobody"
  std::string consent;  // id; empty = a statement, or none is needed any longer
  std::string subject;  // employee's id or pseudonym; empty = a group whose list is on paper
  std::string paper;    // "04-09, 2026-08-25"; of a statement "nurbek-sydykov, 2026-11-10"
  std::string until;    // last day; empty = until withdrawn
};

struct ConsentReport {
  Date day;
  std::string revision;
  std::vector<Coverage> published;    // people, pictures, texts, in this order
  std::vector<std::string> withheld;  // what is in the repository and not on the site for want of consent
};

// What `site` publishes on its day.
ConsentReport report_consents(const PreparedSite& site);

// The commit that was the newest one in the repository at the end of `day`; `offset_minutes` is the school's
// time zone. Errors: no repository, no commit that old.
std::expected<std::string, Finding> revision_on(const std::string& repository, Date day, int offset_minutes);

std::string format_report_text(const ConsentReport& report, Language language);
std::string format_report_json(const ConsentReport& report);

}  // namespace mektep
