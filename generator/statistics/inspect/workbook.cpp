// Workbooks of Kundoluk: enough marks, marks of the term that agree with the current ones, none where none
// may be.
#include "base/text.h"
#include "statistics/import/kundoluk.h"
#include "statistics/inspect/tally.h"
#include "statistics/rational.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

// Lessons in a term of 8 to 10 weeks at two a week; the regulation asks for 3–4 marks there (JRN-37).
constexpr std::size_t least_lessons = 12, most_lessons = 22;
constexpr int too_few = 3, few = 4;

struct Current {
  int count = 0;
  std::int64_t sum = 0;
};

Current marks_of(const XlsxRow& row, const KundolukHeading& heading) {
  Current current;
  const Scale five = *MarkingPolicies({}, {}).scale("five");
  for (const auto& [column, month] : heading.days) {
    const XlsxCell* const cell = row.find(column);
    if (!cell || cell->formula) continue;
    for (const std::string& sign : signs_in(cell->text))
      if (const ReadMark mark = read_mark(sign, five); mark.word == MarkWord::mark) {
        ++current.count;
        current.sum += mark.step;
      }
  }
  return current;
}

}  // namespace

void inspect_workbook(const std::string& path, std::string_view bytes, InspectionTally& tally) {
  const auto sheets = read_xlsx(bytes, path, tally.findings);
  if (!sheets) return;
  const auto class_ = tally.options.class_ ? tally.options.class_ : class_in_file_name(path);
  if (class_) tally.classes.insert(*class_);
  const Marking marking = tally.options.policies->in({*tally.options.year, *tally.options.period});
  for (std::size_t i = 0; i < sheets->size(); ++i) {
    const XlsxSheet& sheet = (*sheets)[i];
    const auto heading = find_kundoluk_heading(sheet);
    if (!heading) continue;
    const Subject* subject = tally.options.subjects->recognise(sheet.name);
    const std::string shown = subject ? subject->name.in(Locale::ky) + std::string(group_suffix(sheet.name))
                                      : fmt::format("№{}", i + 1);
    const bool twice_a_week = heading->days.size() >= least_lessons && heading->days.size() <= most_lessons;
    for (std::size_t r = heading->first_pupil(); r < sheet.rows.size(); ++r) {
      const XlsxRow& row = sheet.rows[r];
      if (!pupil_in(row, *heading)) continue;
      const auto finding = [&](const Rule& rule, std::uint32_t column, std::vector<Param> params = {}) {
        return Finding(rule, Place{path, {row.number, column + 1}}, fmt::format("{}!{}", shown, row.number),
                       "", std::move(params));
      };
      const Current current = marks_of(row, *heading);
      tally.looked(Check::unmarked_grades);
      if (class_ && !marking.is_marked(class_->grade)) {
        if (current.count > 0)
          tally.fault(Check::unmarked_grades, finding(rules::journal_marks_forbidden, heading->pupils));
        continue;
      }
      if (twice_a_week) {
        tally.looked(Check::enough_marks);
        if (current.count < few)
          tally.fault(
              Check::enough_marks,
              finding(current.count < too_few ? rules::journal_too_few_marks : rules::journal_few_marks,
                      heading->pupils, {{"count", fmt::format("{}", current.count)}}));
      }
      for (const auto& [column, period] : heading->terms) {
        const XlsxCell* const cell = row.find(column);
        if (!cell || cell->formula || current.count == 0) continue;
        const ReadMark mark = read_mark(cell->text, *MarkingPolicies({}, {}).scale("five"));
        if (mark.word != MarkWord::mark) continue;
        tally.looked(Check::marks_agree);
        const Rational gap = Rational(mark.step) - Rational(current.sum, current.count);
        if (gap >= Rational(1) || gap <= Rational(-1))
          tally.fault(Check::marks_agree, finding(rules::journal_mark_contradicts, column));
      }
    }
  }
}

}  // namespace mektep
