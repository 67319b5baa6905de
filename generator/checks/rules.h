// Rules about the published site: links, pictures, languages, consent, headings.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
extern const Rule link_broken;
extern const Rule link_no_heading;
extern const Rule link_run_out;  // {day}: the last one of what it leads to
extern const Rule entry_runs_out;
extern const Rule entry_never_shown;  // {expected}: its date
extern const Rule picture_no_alt;
extern const Rule picture_people_unknown;
extern const Rule picture_unsigned_statement;
extern const Rule picture_reused;    // {other}, {words}
extern const Rule picture_withheld;  // {consent}
extern const Rule picture_without_consent;
extern const Rule picture_statement;
extern const Rule picture_external;
extern const Rule heading_skipped;
extern const Rule language_no_kyrgyz;
extern const Rule language_no_russian;
extern const Rule language_stale;
extern const Rule language_unmarked;
extern const Rule navigation_menu_target;
extern const Rule navigation_unnamed_tag;
}  // namespace rules

std::span<const Rule* const> checks_rules();

}  // namespace mektep
