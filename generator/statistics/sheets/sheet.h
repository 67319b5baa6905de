// A sheet for the paper archive: one table on A4 with room for signatures and the seal (JRN-23, JRN-42). The
// same sheet is written as PDF, to be signed, and as CSV, to be computed with.
#pragma once
#include <string>
#include <vector>

#include "base/date.h"
#include "base/locale.h"

namespace mektep {

struct Sheet {
  std::string title;               // «9-А. 1-чейректин баалары»
  std::vector<std::string> lines;  // below the title: school, year, what is counted how
  std::vector<std::string> heads;  // of the columns; the first ones may be wide, others are turned
  std::vector<std::vector<std::string>> rows;  // as wide as `heads`
  bool of_class = false;                       // signed by the class teacher, too
  bool operator==(const Sheet&) const = default;
};

// A4, upright, or lying when there are many columns; the letters of ParaType's PT Serif are embedded. The
// same sheet and day give the same bytes. Needs that font on the machine; another takes its place otherwise.
std::string sheet_as_pdf(const Sheet& sheet, Date day, Language language);

// UTF-8, `,`, CRLF; a cell that a spreadsheet would take for a formula is made a text.
std::string sheet_as_csv(const Sheet& sheet);

}  // namespace mektep
