// Rules about values that do not fit the schema, and about the schema itself.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
// Parameters of all of them: label (of the field, with those above it), expected.
extern const Rule schema_missing_key;
extern const Rule schema_unknown_key;  // {key}, {advice}
extern const Rule schema_wrong_type;
extern const Rule schema_not_in_list;
extern const Rule schema_wrong_form;
extern const Rule schema_wrong_length;
extern const Rule schema_out_of_range;
extern const Rule schema_wrong_count;
extern const Rule schema_repeated_item;
extern const Rule schema_missing_item;
extern const Rule schema_needs_one_of;
extern const Rule schema_wrong_key_name;  // {key}
extern const Rule schema_not_allowed;
extern const Rule schema_faulty;  // {problem}: a fault of schema/ and not of the school
}  // namespace rules

std::span<const Rule* const> schema_rules();

}  // namespace mektep
