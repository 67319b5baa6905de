// The rules of Markdown text.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {

namespace rules {
extern const Rule markdown_too_complex;
extern const Rule markdown_raw_html;
extern const Rule markdown_address_scheme;
extern const Rule markdown_shortcode_open;
extern const Rule markdown_shortcode_syntax;
extern const Rule markdown_shortcode_quotes;
extern const Rule markdown_shortcode_repeated;
extern const Rule markdown_shortcode_in_address;
}  // namespace rules

std::span<const Rule* const> markdown_rules();

}  // namespace mektep
