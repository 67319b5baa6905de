// The rules of the module `theme`.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {

namespace rules {

// Faults that compiling a template finds.
extern const Rule template_missing;             // no such template
extern const Rule template_encoding;            // not UTF-8
extern const Rule template_unclosed_tag;        // {{, {% or {# without an end
extern const Rule template_unclosed_statement;  // {% if %} without {% endif %}
extern const Rule template_unexpected;          // {wanted} expected
extern const Rule template_bad_literal;
extern const Rule template_unknown_statement;  // {advice}
extern const Rule template_unsupported;        // statements of Jinja that are left out on purpose
extern const Rule template_unknown_filter;     // {advice}
extern const Rule template_unknown_test;       // {advice}
extern const Rule template_unknown_block;      // {advice}
extern const Rule template_unknown_macro;      // {advice}; from … import
extern const Rule template_duplicate_block;
extern const Rule template_misplaced_extends;
extern const Rule template_extends_itself;
extern const Rule template_too_deep;
extern const Rule template_unsafe_place;     // a value where only trusted ones may stand
extern const Rule template_branches_differ;  // branches end in different places of HTML
extern const Rule template_open_html;        // a block, macro or template ends inside a tag
extern const Rule template_two_places;       // one template included in places that are escaped differently

// Faults that rendering finds.
extern const Rule template_faulty;             // rendering what did not compile
extern const Rule template_unknown_name;       // {advice}
extern const Rule template_unknown_attribute;  // {advice}
extern const Rule template_undefined;          // use of a value that is not there
extern const Rule template_wrong_argument;
extern const Rule template_wrong_operation;
extern const Rule template_limit;

// Colours.
extern const Rule theme_colour_unknown;  // {suggestion}
extern const Rule theme_contrast;        // {colours} {ratio} {least} {better}

}  // namespace rules

std::span<const Rule* const> theme_rules();

}  // namespace mektep
