// Findings as JSON and back, for a later run of the program or another process: with rule, place and
// parameters, so that they can be told in every language.
#pragma once
#include <functional>
#include <optional>
#include <string_view>

#include "base/finding.h"
#include "syntax/json.h"

namespace mektep {

using RuleLookup = std::function<const Rule*(std::string_view id)>;  // nullptr: no such rule

void write_findings(JsonWriter& json, const Findings& findings);  // an array
// nullopt: one is of a rule that there is not.
std::optional<Findings> read_findings(const Node& array, const RuleLookup& rule);

}  // namespace mektep
