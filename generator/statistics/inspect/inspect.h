// Inspection of the journal against its regulation (JRN-…): private, for the deputy director. It reads the
// same files as the import, keeps nothing, and its findings name rows and columns, never pupils.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "statistics/import/import.h"

namespace mektep {

// What is looked at, in the order of the check-list (JRN-40).
enum class Check : std::uint8_t {
  entered_on_time,     // JRN-30
  topics_homework,     // JRN-29
  enough_marks,        // JRN-37
  plan_is_curriculum,  // JRN-32
  unmarked_grades,     // JRN-34
  language,            // JRN-33
  marks_agree,         // JRN-8
  inspections,         // JRN-39
  class_data,          // JRN-25
  movement,            // JRN-17
};
inline constexpr std::size_t check_count = 10;
Label name_of(Check check);
std::string_view clause_of(Check check);

struct CheckResult {
  Check check = Check::entered_on_time;
  std::size_t looked_at = 0;  // rows; 0 = no file said anything about it
  std::size_t faults = 0;
};

struct Inspection {
  std::vector<CheckResult> checks;  // all of them, in order
  Findings findings;                // sorted; those of reading the files among them
};

// `options` as for the import: year and period say the term that is inspected.
Inspection inspect_files(std::span<const InputFile> files, const ImportOptions& options);

std::string inspection_as_csv(const Inspection& inspection, Language language);
// A sheet to print, with a block for signature and seal (JRN-23, JRN-41, JRN-42).
std::string inspection_as_html(const Inspection& inspection, const std::string& title, Date today,
                               Language language);
std::string checklist_as_text(const Inspection& inspection, Language language);

}  // namespace mektep
