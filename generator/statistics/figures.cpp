#include "statistics/figures.h"

#include <fmt/format.h>

#include <algorithm>

namespace mektep {
namespace {

Figure share(std::int64_t part, std::int64_t whole, const Reason& reason, std::int64_t factor = 100) {
  if (reason.gap != Lack::none) return {std::nullopt, reason};
  if (whole == 0) return {std::nullopt, {Lack::nobody}};
  return {Rational(part * factor, whole), {}};
}

}  // namespace

Label Reason::text() const {
  switch (gap) {
    case Lack::none:
      return {};
    case Lack::no_data:
      return {"маалымат киргизилген эмес", "данные не внесены", "no data were imported"};
    case Lack::missing_marks:
      return {fmt::format("бардык баалар коюлган эмес: {} жетишпейт", count),
              fmt::format("выставлены не все отметки: не хватает {}", count),
              fmt::format("not all marks are given: {} missing", count)};
    case Lack::missing_class:
      return {fmt::format("бардык класстар киргизилген эмес: {} жетишпейт", count),
              fmt::format("внесены не все классы: не хватает {}", count),
              fmt::format("not all classes were imported: {} missing", count)};
    case Lack::missing_quarter:
      return {"бардык чейректер киргизилген эмес", "внесены не все четверти",
              "not all quarters were imported"};
    case Lack::nobody:
      return {"эсептөөгө окуучу жок", "некого учитывать", "nobody to count"};
    default:
      return {"бул класста баа коюлбайт", "в этом классе отметки не ставятся",
              "no marks are given in this grade"};
  }
}

Figure change(const Figure& now, const Figure& before) {
  if (!now.value) return {std::nullopt, now.reason};
  if (!before.value) return {std::nullopt, before.reason};
  return {*now.value - *before.value, {}};
}

MarkFigures mark_figures(const Group& group, const Marking& marking) {
  if (group.counts.empty()) {
    const Figure none{std::nullopt, group.reason.gap == Lack::none ? Reason{Lack::no_data} : group.reason};
    return {none, none, none, none};
  }
  using enum MarkColumn;
  const std::array<std::int64_t, 5> of_step{at(group.counts, n1), at(group.counts, n2), at(group.counts, n3),
                                            at(group.counts, n4), at(group.counts, n5)};
  std::int64_t marks = 0, points = 0, weighted = 0;
  for (std::size_t i = 0; i < of_step.size(); ++i) {
    marks += of_step[i];
    points += of_step[i] * static_cast<std::int64_t>(i + 1);
    weighted += of_step[i] * marking.weights[i];
  }
  std::int64_t whole = marks;
  if (marking.denominator == Denominator::pupils) {
    const std::int64_t none = at(group.counts, MarkColumn::not_attested);
    whole += none;
    weighted += none * marking.weight_not_attested;
  }
  const std::int64_t good = of_step[3] + of_step[4];
  return {share(good + of_step[2], whole, group.reason), share(good, whole, group.reason),
          share(weighted, whole, group.reason, 1), share(points, marks, group.reason, 1)};
}

PupilFigures pupil_figures(const Group& group) {
  if (group.counts.empty()) {
    const Figure none{std::nullopt, group.reason.gap == Lack::none ? Reason{Lack::no_data} : group.reason};
    return {none, none};
  }
  using enum PupilColumn;
  const std::int64_t all = at(group.counts, pupils);
  const std::int64_t behind = at(group.counts, failing) + at(group.counts, PupilColumn::not_attested);
  return {share(all - behind, all, group.reason),
          share(at(group.counts, excellent) + at(group.counts, good), all, group.reason)};
}

AttendanceFigures attendance_figures(const Group& group) {
  if (group.counts.empty()) {
    const Figure none{std::nullopt, group.reason.gap == Lack::none ? Reason{Lack::no_data} : group.reason};
    return {none, none};
  }
  using enum AttendanceColumn;
  const Counts& c = group.counts;
  const std::int64_t lessons_due = at(c, lessons), days_due = at(c, days);
  const std::int64_t missed = at(c, ill) + at(c, excused) + at(c, unexcused) + at(c, unstated);
  const std::int64_t days_missed =
      at(c, days_ill) + at(c, days_excused) + at(c, days_unexcused) + at(c, days_unstated);
  return {share(lessons_due - missed, lessons_due, group.reason),
          share(days_due - days_missed, days_due, group.reason)};
}

MovementFigures movement_figures(const Group& group) {
  if (group.counts.empty()) return {};
  using enum MovementColumn;
  const Counts& c = group.counts;
  MovementFigures figures{at(c, start), at(c, arrived), at(c, departed), at(c, end)};
  if (group.scope.kind == Scope::Kind::school) return figures;
  // A move between two classes of a grade or level is none of the grade or level.
  const std::int64_t within =
      group.scope.kind == Scope::Kind::school_class ? 0 : std::min(at(c, moved_in), at(c, moved_out));
  figures.arrived += at(c, moved_in) - within;
  figures.departed += at(c, moved_out) - within;
  return figures;
}

}  // namespace mektep
