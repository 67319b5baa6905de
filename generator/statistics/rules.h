// Rules about importing journals and about the counts in statistics/. None of their messages holds the text
// of a cell that could be a name.
#pragma once
#include <span>

#include "base/finding.h"

namespace mektep {
namespace rules {
extern const Rule statistics_empty_file;
extern const Rule statistics_unreadable;
extern const Rule statistics_too_big;
extern const Rule statistics_encoding;
extern const Rule statistics_windows_1251;
extern const Rule statistics_not_a_table;
extern const Rule statistics_open_quote;
extern const Rule statistics_separator;
extern const Rule statistics_no_header;
extern const Rule statistics_missing_column;
extern const Rule statistics_doubled_column;
extern const Rule statistics_ragged_row;
extern const Rule statistics_empty_cell;
extern const Rule statistics_not_a_class;
extern const Rule statistics_unknown_class;
extern const Rule statistics_subject_misspelt;
extern const Rule statistics_unknown_subject;
extern const Rule statistics_not_a_mark;
extern const Rule statistics_unmarked_grade;
extern const Rule statistics_not_a_count;
extern const Rule statistics_formula;
extern const Rule statistics_total;
extern const Rule statistics_row_twice;
extern const Rule statistics_two_files;
extern const Rule statistics_pupil_twice;
extern const Rule statistics_other_term;
extern const Rule statistics_not_a_term;
extern const Rule statistics_no_term;
extern const Rule statistics_not_a_date;
extern const Rule statistics_not_a_sex;
extern const Rule statistics_not_a_language;
extern const Rule statistics_not_a_programme;
extern const Rule statistics_marks_missing;
extern const Rule statistics_small_class;
extern const Rule statistics_only_inspected;
extern const Rule statistics_no_class;
extern const Rule statistics_sheet_twice;
extern const Rule statistics_no_final_marks;
extern const Rule statistics_levels_partial;
extern const Rule journal_late_entry;
extern const Rule journal_not_entered;
extern const Rule journal_no_topic;
extern const Rule journal_no_homework;
extern const Rule journal_too_few_marks;
extern const Rule journal_few_marks;
extern const Rule journal_plan_hours;
extern const Rule journal_marks_forbidden;
extern const Rule journal_language;
extern const Rule journal_mark_contradicts;
extern const Rule journal_inspections;
extern const Rule journal_class_check;
extern const Rule statistics_mapping;
extern const Rule statistics_stored;
extern const Rule statistics_settings;
extern const Rule statistics_denominator_kept;
extern const Rule statistics_learners_differ;
extern const Rule statistics_moves;
extern const Rule statistics_movement_gap;
extern const Rule statistics_write_failed;
}  // namespace rules

std::span<const Rule* const> statistics_rules();

}  // namespace mektep
