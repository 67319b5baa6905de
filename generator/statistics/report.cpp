#include "statistics/report.h"

#include <fmt/format.h>

#include "statistics/import/columns.h"

namespace mektep {
namespace {

struct Value {
  std::string measure;
  Unit unit;
  Figure figure;
};

Figure number(std::int64_t value) {
  return {Rational(value), {}};
}

std::vector<Value> values_of(TableKind kind, const Group& group, const Marking& marking) {
  std::vector<Value> values;
  switch (kind) {
    case TableKind::marks: {
      const MarkFigures figures = mark_figures(group, marking);
      values = {{"success", Unit::per_cent, figures.success},
                {"quality", Unit::per_cent, figures.quality},
                {"sou", Unit::per_cent, figures.level},
                {"average", Unit::mark, figures.average}};
      break;
    }
    case TableKind::pupils: {
      const PupilFigures figures = pupil_figures(group);
      values = {{"success", Unit::per_cent, figures.success}, {"quality", Unit::per_cent, figures.quality}};
      break;
    }
    case TableKind::attendance: {
      const AttendanceFigures figures = attendance_figures(group);
      values = {{"attendance", Unit::per_cent, figures.lessons},
                {"attendance_days", Unit::per_cent, figures.days}};
      break;
    }
    case TableKind::movement: {
      if (group.counts.empty()) return {{"end", Unit::number, {std::nullopt, group.reason}}};
      const MovementFigures figures = movement_figures(group);
      return {{"start", Unit::number, number(figures.start)},
              {"arrived", Unit::number, number(figures.arrived)},
              {"departed", Unit::number, number(figures.departed)},
              {"end", Unit::number, number(figures.end)}};
    }
    default:
      break;
  }
  const TableSpec& spec = spec_of(kind);
  for (std::size_t i = 0; i < group.counts.size(); ++i)
    values.push_back({std::string(spec.counts[i]), Unit::number, number(group.counts[i])});
  return values;
}

using Index = std::map<std::pair<Scope, std::string>, std::vector<Value>>;

// `denominator`: marks that were divided by something else cannot be compared.
Index index_of(const SchoolCounts& counts, Term term, TableKind kind, const MarkingPolicies& policies,
               Denominator denominator) {
  Index index;
  const Marking marking = policies.in(term);
  if (kind == TableKind::marks && marking.denominator != denominator) return index;
  for (const Group& group : groups_of(counts, term, kind, marking))
    index.emplace_hint(index.end(), std::pair(group.scope, group.subject), values_of(kind, group, marking));
  return index;
}

const std::vector<Value>* values_before(const Index& index, const Group& group) {
  const auto found = index.find({group.scope, group.subject});
  return found == index.end() ? nullptr : &found->second;
}

// `at`: where the value stands among those of its group, then as now.
Figure change_since(const Value& now, const std::vector<Value>* before, std::size_t at) {
  const bool known = before && at < before->size() && (*before)[at].measure == now.measure;
  return known ? change(now.figure, (*before)[at].figure) : Figure{std::nullopt, {Lack::no_data}};
}

}  // namespace

std::vector<Line> report_lines(const SchoolCounts& counts, Term term, const MarkingPolicies& policies) {
  std::vector<Line> lines;
  const Marking marking = policies.in(term);
  for (const TableKind kind : all_tables) {
    const Index previous = index_of(counts, term.previous(), kind, policies, marking.denominator),
                year_before =
                    index_of(counts, term.of_the_year_before(), kind, policies, marking.denominator);
    for (const Group& group : groups_of(counts, term, kind, marking)) {
      if (group.counts.empty() && group.scope.kind == Scope::Kind::school &&
          group.reason.gap == Lack::no_data)
        continue;  // nothing of this kind was imported
      std::vector<Value> values = values_of(kind, group, marking);
      const auto* const then = values_before(previous, group);
      const auto* const last_year = values_before(year_before, group);
      for (std::size_t i = 0; i < values.size(); ++i) {
        Value& value = values[i];
        Line line{kind, group.scope, group.subject, value.measure, value.unit, value.figure, {}, {}};
        line.since_previous = change_since(value, then, i);
        line.since_year_before = change_since(value, last_year, i);
        lines.push_back(std::move(line));
      }
    }
  }
  return lines;
}

Label measure_name(std::string_view measure) {
  if (measure == "success") return {"жетишүү, %", "успеваемость, %", "progress, %"};
  if (measure == "quality") return {"билим сапаты, %", "качество, %", "quality, %"};
  if (measure == "sou") return {"СОУ, %", "СОУ, %", "level of learning, %"};
  if (measure == "average") return {"орточо баа", "средний балл", "average mark"};
  if (measure == "attendance") return {"катышуу, %", "посещаемость, %", "attendance, %"};
  if (measure == "attendance_days")
    return {"катышуу (күн), %", "посещаемость (дни), %", "attendance (days), %"};
  return column_name(measure);
}

std::string decimal(const Figure& figure, Unit unit, bool change) {
  if (!figure.value) return {};
  const bool whole = unit == Unit::number;
  const std::int64_t value = figure.value->rounded(whole ? 0 : 2);
  const std::int64_t size = value < 0 ? -value : value;
  const std::string_view sign = value < 0 ? "-" : change ? "+" : "";
  return whole ? fmt::format("{}{}", sign, size) : fmt::format("{}{}.{:02}", sign, size / 100, size % 100);
}

}  // namespace mektep
