// The rules of this module: faults in the form of source files, before anybody asks what they mean.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {

// Any text file.
extern const Rule text_too_big;            // {found} bytes, {limit} bytes
extern const Rule text_invalid_utf8;       // {found} the byte, {encoding} what it probably is
extern const Rule text_control_character;  // {found} U+…
extern const Rule text_byte_order_mark;
extern const Rule text_crlf;

extern const Rule yaml_tab;
extern const Rule yaml_space;          // a space that YAML does not count as one
extern const Rule yaml_duplicate_key;  // {found} the key, {line} where it stands first
extern const Rule yaml_key_not_text;
extern const Rule yaml_anchor;     // & and *
extern const Rule yaml_tag;        // !
extern const Rule yaml_directive;  // %
extern const Rule yaml_many_documents;
extern const Rule yaml_too_deep;  // {limit}
extern const Rule yaml_too_many;
extern const Rule yaml_open_quote;
extern const Rule yaml_after_quote;
extern const Rule yaml_typographic_quotes;
extern const Rule yaml_colon_in_text;
extern const Rule yaml_comma_in_text;
extern const Rule yaml_number_sign;
extern const Rule yaml_colon_space;
extern const Rule yaml_dash_space;
extern const Rule yaml_long_dash;
extern const Rule yaml_indentation;
extern const Rule yaml_open_bracket;
extern const Rule yaml_after_bracket;
extern const Rule yaml_reserved_sign;
extern const Rule yaml_escape;
extern const Rule yaml_list_beside_key;
extern const Rule yaml_no_colon;
extern const Rule yaml_block_text;
extern const Rule yaml_syntax;

extern const Rule front_matter_open;
extern const Rule front_matter_not_first;
extern const Rule front_matter_line;
extern const Rule front_matter_not_map;

extern const Rule csv_open_quote;
extern const Rule csv_after_quote;
extern const Rule csv_ragged_row;  // {found} cells in the row, {cells} in the header
extern const Rule csv_no_header;
extern const Rule csv_missing_column;  // {found} its name
extern const Rule csv_column_name;     // {found} a name that is empty or repeated, {number} of the column

extern const Rule json_syntax;         // {found}
extern const Rule json_duplicate_key;  // {found}
extern const Rule json_too_deep;       // {limit}

}  // namespace rules

std::span<const Rule* const> syntax_rules();

}  // namespace mektep
