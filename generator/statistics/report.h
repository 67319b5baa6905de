// The figures of one term as a list, one value a line: what `mektep statistics show` prints. Exact and
// internal: nothing is hidden in it, so it is never published.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "statistics/figures.h"

namespace mektep {

enum class Unit : std::uint8_t { number, per_cent, mark };  // 0 or 2 decimals

struct Line {
  TableKind table = TableKind::marks;
  Scope scope;
  std::string subject;       // id; empty = all
  std::string_view measure;  // "quality", "n5", "start"; of static life
  Unit unit = Unit::number;
  Figure now;
  Figure since_previous, since_year_before;  // changes; no value when there is nothing to compare with
};

// In the order of tables, scopes (school, levels, grades, classes), subjects and measures.
std::vector<Line> report_lines(const SchoolCounts& counts, Term term, const MarkingPolicies& policies);
// The same one by one: a large school has a hundred thousand.
void for_report_lines(const SchoolCounts& counts, Term term, const MarkingPolicies& policies,
                      const std::function<void(Line&&)>& take);

Label measure_name(std::string_view measure);
// «86.36», «25»; empty when there is no value. With a sign when it is a change.
std::string decimal(const Figure& figure, Unit unit, bool change = false);

std::string report_as_csv(const SchoolCounts& counts, Term term, const MarkingPolicies& policies);
std::string report_as_json(const SchoolCounts& counts, Term term, const MarkingPolicies& policies);
// Tables for the terminal; the names of subjects from their ids by way of `name`.
std::string report_as_text(const SchoolCounts& counts, Term term, const MarkingPolicies& policies,
                           Language language, const std::function<std::string(const std::string&)>& name);

}  // namespace mektep
