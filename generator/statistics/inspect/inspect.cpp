#include "statistics/inspect/inspect.h"

#include "base/localise.h"
#include "base/text.h"
#include "statistics/import/decode.h"
#include "statistics/inspect/tally.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

constexpr std::array<std::string_view, check_count> clauses{"JRN-30", "JRN-29", "JRN-37", "JRN-32", "JRN-34",
                                                            "JRN-33", "JRN-8",  "JRN-39", "JRN-25", "JRN-17"};

void read_dates(TableReader& reader, std::string_view column, InspectionTally& tally) {
  while (reader.next()) {
    const auto day = reader.date(column);
    if (!day) continue;
    if (column == "date") {
      ++tally.inspections[{day->year, day->month}];
      continue;
    }
    const auto class_ = reader.class_of();
    if (!class_) continue;
    tally.looked(Check::class_data);
    tally.classes.insert(*class_);
    if (may_contain(*tally.options.year, *tally.options.period, *day)) tally.checked.insert(*class_);
  }
}

void inspect_table(RowSource& rows, InspectionTally& tally) {
  TableReader reader(rows, tally.options, tally.findings);
  ImportedFile described;
  const Profile* profile = reader.read_header(described);
  if (!profile) return;
  if (profile->id == "lessons") {
    inspect_lessons(reader, tally);
  } else if (profile->id == "hours") {
    inspect_hours(reader, tally);
  } else if (profile->id == "inspections") {
    tally.inspections_file = rows.file();
    read_dates(reader, "date", tally);
  } else if (profile->id == "class-checks") {
    tally.checks_file = rows.file();
    read_dates(reader, "checked", tally);
  } else if (profile->id == "movement") {
    const std::size_t before = tally.findings.size();
    import_counts(reader, TableKind::movement, described);
    tally.of(Check::movement).looked_at += described.rows + tally.findings.size() - before;
    tally.of(Check::movement).faults += tally.findings.size() - before;
  } else if (profile->id == "marks") {
    PupilMarks pupils;
    const std::size_t before = tally.findings.size();
    import_marks(reader, pupils, described);
    tally.of(Check::unmarked_grades).looked_at += described.rows;
    for (std::size_t i = before; i < tally.findings.size(); ++i)
      tally.of(Check::unmarked_grades).faults +=
          tally.findings[i].rule == &rules::statistics_unmarked_grade ? 1 : 0;
  }
}

// Two inspections in each month of lessons of the term (JRN-39).
void count_inspections(InspectionTally& tally) {
  if (tally.inspections_file.empty()) return;
  constexpr std::array<std::pair<int, int>, 4> months{{{9, 10}, {11, 12}, {1, 3}, {4, 5}}};
  const auto [from, until] = quarters_of(*tally.options.period);
  for (auto quarter = static_cast<std::size_t>(from); quarter <= static_cast<std::size_t>(until); ++quarter)
    for (int month = months[quarter].first; month <= months[quarter].second; ++month) {
      const int year = tally.options.year->first + (month >= 8 ? 0 : 1);
      const int found = tally.inspections[{year, month}];
      tally.looked(Check::inspections);
      if (found < 2)
        tally.fault(Check::inspections, Finding(rules::journal_inspections, Place{tally.inspections_file, {}},
                                                "", fmt::format("{}", found),
                                                {{"month", Label{std::string(month_name(month, Locale::ky)),
                                                                 std::string(month_name(month, Locale::ru)),
                                                                 fmt::format("month {}", month)}}}));
    }
}

void count_class_checks(InspectionTally& tally) {
  if (tally.checks_file.empty()) return;
  for (const ClassName& class_ : tally.classes) {
    tally.looked(Check::class_data);
    if (!tally.checked.contains(class_))
      tally.fault(Check::class_data,
                  Finding(rules::journal_class_check, Place{tally.checks_file, {}}, "", class_.text()));
  }
}

}  // namespace

std::string_view clause_of(Check check) {
  return clauses[static_cast<std::size_t>(check)];
}

Label name_of(Check check) {
  switch (check) {
    case Check::entered_on_time:
      return {"сабак өткөн күнү жазылган", "заполнено в день урока", "entered on the day of the lesson"};
    case Check::topics_homework:
      return {"тема жана үй тапшырма жазылган", "темы и домашние задания заполнены",
              "topics and homework filled in"};
    case Check::enough_marks:
      return {"чейректе 3–4 баа (жумасына 2 саат)", "3–4 отметки за четверть (при 2 часах в неделю)",
              "3–4 marks a quarter (at 2 hours a week)"};
    case Check::plan_is_curriculum:
      return {"календардык план окуу планына барабар", "часы КТП равны часам учебного плана",
              "hours of the plan equal the curriculum"};
    case Check::unmarked_grades:
      return {"баа коюлбай турган класстарда баа жок", "нет отметок в безотметочных классах",
              "no marks in grades without marks"};
    case Check::language:
      return {"сабак окутулган тилде толтурулган", "заполнено на языке обучения",
              "written in the language of teaching"};
    case Check::marks_agree:
      return {"чейректик баа күндөлүк бааларга туура келет", "четвертные отметки соответствуют текущим",
              "marks of the term agree with the current ones"};
    case Check::inspections:
      return {"журнал айына 2 жолу текшерилген", "журнал проверен 2 раза в месяц",
              "the journal inspected twice a month"};
    case Check::class_data:
      return {"класстын маалыматы чейректе бир тастыкталган", "данные класса сверены за четверть",
              "data of the class checked in the quarter"};
    default:
      return {"окуучулардын кыймылы дал келет", "движение учеников сходится",
              "the movement of pupils adds up"};
  }
}

Inspection inspect_files(std::span<const InputFile> files, const ImportOptions& options) {
  Inspection inspection;
  if (!options.year || !options.period) {
    inspection.findings.emplace_back(rules::statistics_no_term, Place{});
    return inspection;
  }
  InspectionTally tally{options, inspection.findings};
  for (const InputFile& file : files) {
    if (file.bytes.starts_with("PK\x03\x04")) {
      inspect_workbook(file.path, file.bytes, tally);
      continue;
    }
    std::string converted;
    const auto text = decode_table(file.bytes, converted, file.path, inspection.findings);
    if (!text) continue;
    CsvRows rows(*text, file.path);
    inspect_table(rows, tally);
  }
  count_inspections(tally);
  count_class_checks(tally);
  for (std::size_t i = 0; i < check_count; ++i) {
    tally.checks[i].check = static_cast<Check>(i);
    inspection.checks.push_back(tally.checks[i]);
  }
  sort_findings(inspection.findings);
  return inspection;
}

}  // namespace mektep
