// The rules of `mektep theme check`.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {

namespace rules {
extern const Rule theme_manifest;
extern const Rule theme_no_layout;
extern const Rule theme_unknown_name;    // {suggestion}
extern const Rule theme_unknown_string;  // {suggestion}
extern const Rule theme_unknown_asset;   // {suggestion}
extern const Rule theme_string_language;
extern const Rule theme_string_unused;
extern const Rule theme_html_unbalanced;
extern const Rule theme_html_repeated_id;
extern const Rule theme_html_no_alt;
extern const Rule theme_html_no_lang;
extern const Rule theme_html_no_title;
extern const Rule theme_html_heading;
extern const Rule theme_html_inline;
extern const Rule theme_html_foreign;
extern const Rule theme_page_size;
extern const Rule theme_page_requests;
}  // namespace rules

std::span<const Rule* const> theme_check_rules();

}  // namespace mektep
