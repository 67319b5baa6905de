#include "statistics/import/kundoluk.h"

#include "base/localise.h"
#include "base/text.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

bool is_pupils(std::string_view text) {
  const std::string word = fold_header(text);
  for (const std::string_view known :
       {"ученики", "ученик", "окуучулар", "окуучу", "фио", "атыжону", "аттарыжону", "окуучунунатыжону",
        "окуучунунаты", "фиоученика", "учащиеся"})
    if (word == known) return true;
  return false;
}

bool is_footer(std::string_view text) {
  const std::string word = fold_header(text);
  for (const std::string_view known : {"итого", "всего", "жыйынтык", "бардыгы", "среднийбалл", "ср",
                                       "орточобаа", "успеваемость", "качество", "жетишуу", "билимсапаты"})
    if (word == known) return true;
  return false;
}

// 1…12 of «Сентябрь», «сентябрь 2025»; 0 for anything else.
int month_of(std::string_view text) {
  const std::string word = lower(trim(text));
  for (int month = 1; month <= 12; ++month)
    for (const Locale locale : all_locales)
      if (word.starts_with(lower(month_name(month, locale)))) return month;
  return 0;
}

// Whether a heading is a day: 2, 02, 02.09, 2.0, a date, a date as Excel's number. Its month, if it says one.
std::optional<int> day_heading(std::string_view text) {
  text = trim(text);
  if (const auto count = read_count(text); count && *count >= 1 && *count <= 31) return 0;
  if (const auto date = read_date(text)) return date->month;
  if (text.size() == 5 && text[2] == '.') {
    const auto day = read_count(text.substr(0, 2)), month = read_count(text.substr(3));
    if (day && month && *day >= 1 && *day <= 31 && *month >= 1 && *month <= 12)
      return static_cast<int>(*month);
  }
  return std::nullopt;
}

std::optional<Period> term_heading(std::string_view text) {
  const bool number =
      std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  return number ? std::nullopt : parse_period(text);
}

// One part of a day's cell. False when it is neither a mark nor one of the signs of attendance.
bool count_sign(std::string_view sign, const Scale& scale, Counts& attendance) {
  using enum AttendanceColumn;
  const auto count = [&](AttendanceColumn column) { ++attendance[static_cast<std::size_t>(column)]; };
  const ReadMark mark = read_mark(sign, scale);
  if (mark.word != MarkWord::unknown) return true;
  const std::string word = fold_header(sign);
  if (word == "н" || word == "h" || word == "нб" || word == "ж")
    count(unstated);
  else if (word == "б" || word == "о")
    count(ill);
  else if (word == "у" || word == "уп" || word == "с")
    count(excused);
  else if (word == "нп" || word == "п")
    count(unexcused);
  else if (word == "оп" || word == "к")
    count(late);
  else
    return false;
  return true;
}

std::string shown_cell(const std::string& sheet, std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (std::uint32_t n = column + 1; n > 0; n = (n - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return fmt::format("{}!{}{}", sheet, letters, row);
}

}  // namespace

const XlsxCell* pupil_in(const XlsxRow& row, const KundolukHeading& heading) {
  const XlsxCell* const name = row.find(heading.pupils);
  return !name || is_footer(name->text) || is_pupils(name->text) ? nullptr : name;
}

std::vector<std::string> signs_in(const std::string& cell) {
  std::vector<std::string> signs;
  const std::string parts = replace_all(replace_all(replace_all(cell, "·", " "), "/", " "), "•", " ");
  for (const std::string_view part : split(parts, ' '))
    if (!trim(part).empty()) signs.emplace_back(trim(part));
  return signs;
}

void KundolukBook::fault(const Rule& rule, const std::string& shown, std::uint32_t row, std::uint32_t column,
                         std::vector<Param> params) {
  if (++faults_ > max_import_faults) return;
  findings_.emplace_back(rule, Place{path_, {row, column + 1}}, shown_cell(shown, row, column), "",
                         std::move(params));
}

std::optional<KundolukHeading> find_kundoluk_heading(const XlsxSheet& sheet) {
  for (std::size_t i = 0; i < sheet.rows.size() && i < 10; ++i) {
    for (const XlsxCell& cell : sheet.rows[i].cells) {
      if (!is_pupils(cell.text)) continue;
      KundolukHeading heading{i, cell.column, {}, {}};
      int month = 0;
      const XlsxRow& first = sheet.rows[i];
      const XlsxRow* second = i + 1 < sheet.rows.size() && sheet.rows[i + 1].number == first.number + 1
                                  ? &sheet.rows[i + 1]
                                  : nullptr;
      const std::uint32_t last =
          std::max(first.cells.back().column, second ? second->cells.back().column : 0);
      for (std::uint32_t column = cell.column + 1; column <= last; ++column) {
        const XlsxCell* const above = first.find(column);
        const XlsxCell* const below = second ? second->find(column) : nullptr;
        if (above && month_of(above->text) != 0) month = month_of(above->text);
        for (const XlsxCell* const text : {above, below})
          if (text)
            if (const auto term = term_heading(text->text)) heading.terms[column] = *term;
        if (heading.terms.contains(column)) continue;
        if (const auto day = below ? day_heading(below->text) : std::nullopt)
          heading.days[column] = *day != 0 ? *day : month;
      }
      if (!heading.terms.empty() || !heading.days.empty()) return heading;
    }
  }
  return std::nullopt;
}

// Class, subject, term and months fit; faults otherwise.
bool KundolukBook::accept_heading(const XlsxSheet& sheet, const std::string& shown, const Heading& heading) {
  const std::uint32_t row = sheet.rows[heading.row].number;
  const std::size_t before = faults_;
  if (!class_) class_ = options_.class_ ? options_.class_ : class_in_file_name(path_);
  if (!class_) {
    fault(rules::statistics_no_class, shown, row, heading.pupils);
    return false;
  }
  result_.class_rows.try_emplace(*class_, row);
  const Subject* subject = options_.subjects->recognise(sheet.name);
  if (!subject) {
    const Subject* near = options_.subjects->suggest(sheet.name);
    if (near)
      fault(rules::statistics_subject_misspelt, shown, row, heading.pupils,
            {{"meant", Label{near->name.in(Locale::ky), near->name.best(Locale::ru), near->id}},
             {"column", column_name("subject")}});
    else
      fault(rules::statistics_unknown_subject, shown, row, heading.pupils,
            {{"column", column_name("subject")}});
  } else if (!sheets_.insert(subject->id + "\n" + fold_header(group_suffix(sheet.name))).second) {
    fault(rules::statistics_sheet_twice, shown, row, heading.pupils);
  }
  if (!options_.year) fault(rules::statistics_no_term, shown, row, heading.pupils);
  bool of_term = heading.terms.empty() ? options_.period.has_value() : !options_.period;
  for (const auto& [column, period] : heading.terms) of_term = of_term || period == *options_.period;
  if (!of_term)
    fault(rules::statistics_other_term, shown, row,
          heading.terms.empty() ? heading.pupils : heading.terms.begin()->first,
          {{"expected_term", name_of(options_.period.value_or(Period::q1))}});
  if (heading.terms.empty() && of_term) fault(rules::statistics_no_final_marks, shown, row, heading.pupils);
  if (options_.year && options_.period)
    for (const auto& [column, month] : heading.days) {
      if (month == 0) continue;
      const auto year = static_cast<std::int16_t>(options_.year->first + (month >= 8 ? 0 : 1));
      const Date early{year, static_cast<std::uint8_t>(month), 1},
          late{year, static_cast<std::uint8_t>(month), 28};
      if (may_contain(*options_.year, *options_.period, early) ||
          may_contain(*options_.year, *options_.period, late))
        continue;
      fault(rules::statistics_other_term, shown, row, column, {{"expected_term", name_of(*options_.period)}});
      break;
    }
  return faults_ == before;
}

bool KundolukBook::read(const XlsxSheet& sheet, const std::string& shown) {
  const auto heading = find_kundoluk_heading(sheet);
  if (!heading) return false;
  if (result_.profile.empty()) result_.profile = "kundoluk";
  if (!accept_heading(sheet, shown, *heading)) return true;
  const std::size_t subject = pupils_.subject_index(options_.subjects->recognise(sheet.name)->id);
  std::map<Term, bool> unmarked;
  for (const auto& [column, period] : heading->terms) {
    if (options_.period && period != *options_.period) continue;
    const Term term{*options_.year, period};
    if (!options_.policies->in(term).is_marked(class_->grade)) {
      findings_.emplace_back(rules::statistics_unmarked_grade,
                             Place{path_, {sheet.rows[heading->row].number, column + 1}}, shown,
                             class_->text());
      return true;
    }
  }
  Counts attendance(spec_of(TableKind::attendance).counts.size());
  for (std::size_t i = heading->first_pupil(); i < sheet.rows.size() && faults_ <= max_import_faults; ++i) {
    const XlsxRow& row = sheet.rows[i];
    const XlsxCell* const name = row.find(heading->pupils);
    if (!name) {
      const bool filled = std::any_of(row.cells.begin(), row.cells.end(), [&](const XlsxCell& cell) {
        return heading->terms.contains(cell.column) || heading->days.contains(cell.column);
      });
      if (filled)
        fault(rules::statistics_empty_cell, shown, row.number, heading->pupils,
              {{"column", column_name("pupil")}});
      continue;
    }
    if (!pupil_in(row, *heading)) continue;
    read_pupil(row, *heading, shown, subject);
    read_days(row, *heading, shown, attendance);
  }
  if (!heading->days.empty() && options_.year && heading->terms.size() == 1) {
    const Term term{*options_.year, heading->terms.begin()->second};
    add(result_.tables[term][TableKind::attendance].rows[{*class_, {}}], attendance);
  }
  return true;
}

void KundolukBook::read_pupil(const XlsxRow& row, const Heading& heading, const std::string& shown,
                              std::size_t subject) {
  const Scale& scale = *options_.policies->scale(options_.mapping.scale);
  ++result_.rows;
  for (const auto& [column, period] : heading.terms) {
    if (options_.period && period != *options_.period) continue;
    const XlsxCell* const cell = row.find(column);
    if (cell && cell->formula) {
      fault(rules::statistics_formula, shown, row.number, column);
      continue;
    }
    const ReadMark mark = cell ? read_mark(cell->text, scale) : ReadMark{MarkWord::missing};
    if (mark.word == MarkWord::unknown) {
      fault(rules::statistics_not_a_mark, shown, row.number, column);
      continue;
    }
    const std::size_t class_index = pupils_.class_index({*options_.year, period}, *class_);
    const std::string_view pupil = trim(row.find(heading.pupils)->text);
    if (!pupils_.add(class_index, pupil, subject, mark))
      fault(rules::statistics_pupil_twice, shown, row.number, heading.pupils);
    else if (options_.on_mark)
      options_.on_mark(
          {{*options_.year, period}, *class_, std::string(pupil), pupils_.subject_at(subject), mark});
  }
}

void KundolukBook::read_days(const XlsxRow& row, const Heading& heading, const std::string& shown,
                             Counts& attendance) {
  const Scale& scale = *options_.policies->scale(options_.mapping.scale);
  for (const auto& [column, month] : heading.days) {
    ++attendance[static_cast<std::size_t>(AttendanceColumn::lessons)];
    const XlsxCell* const cell = row.find(column);
    if (!cell) continue;
    if (cell->formula) {
      fault(rules::statistics_formula, shown, row.number, column);
      continue;
    }
    if (const auto whole = read_count(cell->text); whole && scale.step_of(static_cast<int>(*whole))) continue;
    Counts of_cell(attendance.size());
    bool sound = true;
    for (const std::string& sign : signs_in(cell->text)) sound = sound && count_sign(sign, scale, of_cell);
    if (!sound) {
      fault(rules::statistics_not_a_mark, shown, row.number, column);
      continue;
    }
    std::int64_t missed = 0;  // a lesson is missed once, whatever stands in its cell
    for (const AttendanceColumn sign : {AttendanceColumn::ill, AttendanceColumn::excused,
                                        AttendanceColumn::unexcused, AttendanceColumn::unstated}) {
      std::int64_t& count = of_cell[static_cast<std::size_t>(sign)];
      count = missed == 0 && count > 0 ? 1 : 0;
      missed += count;
    }
    add(attendance, of_cell);
  }
}

}  // namespace mektep
