#include "statistics/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "statistics/import/columns.h"

namespace mektep {
namespace {

struct Value {
  std::string_view measure;
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
    values.push_back({spec.counts[i], Unit::number, number(group.counts[i])});
  return values;
}

// Another term, to compare with: its groups, of which values are made when they are asked for.
class OtherTerm {
 public:
  // `denominator`: marks that were divided by something else cannot be compared.
  OtherTerm(const SchoolCounts& counts, Term term, TableKind kind, const MarkingPolicies& policies,
            Denominator denominator)
      : kind_(kind), marking_(policies.in(term)) {
    if (kind == TableKind::marks && marking_.denominator != denominator) return;
    groups_ = groups_of(counts, term, kind, marking_);
  }

  std::vector<Value> values_of_same(const Group& group) const {
    const auto key = [](const Group& one) { return std::tie(one.scope, one.subject); };
    const auto found = std::ranges::lower_bound(groups_, key(group), {}, key);
    const bool same = found != groups_.end() && key(*found) == key(group);
    return same ? values_of(kind_, *found, marking_) : std::vector<Value>{};
  }

 private:
  TableKind kind_;
  Marking marking_;
  std::vector<Group> groups_;
};

// `at`: where the value stands among those of its group, then as now.
Figure change_since(const Value& now, const std::vector<Value>& before, std::size_t at) {
  const bool known = at < before.size() && before[at].measure == now.measure;
  return known ? change(now.figure, before[at].figure) : Figure{std::nullopt, {Lack::no_data}};
}

}  // namespace

void for_report_lines(const SchoolCounts& counts, Term term, const MarkingPolicies& policies,
                      const std::function<void(Line&&)>& take) {
  const Marking marking = policies.in(term);
  for (const TableKind kind : all_tables) {
    const OtherTerm previous(counts, term.previous(), kind, policies, marking.denominator),
        year_before(counts, term.of_the_year_before(), kind, policies, marking.denominator);
    for (const Group& group : groups_of(counts, term, kind, marking)) {
      if (group.counts.empty() && group.scope.kind == Scope::Kind::school &&
          group.reason.gap == Lack::no_data)
        continue;  // nothing of this kind was imported
      const auto now = values_of(kind, group, marking), then = previous.values_of_same(group),
                 last_year = year_before.values_of_same(group);
      for (std::size_t i = 0; i < now.size(); ++i) {
        const Value& value = now[i];
        take({kind, group.scope, group.subject, value.measure, value.unit, value.figure,
              change_since(value, then, i), change_since(value, last_year, i)});
      }
    }
  }
}

std::vector<Line> report_lines(const SchoolCounts& counts, Term term, const MarkingPolicies& policies) {
  std::vector<Line> lines;
  for_report_lines(counts, term, policies, [&](Line&& line) { lines.push_back(std::move(line)); });
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
