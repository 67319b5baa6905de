// The layout of Kundoluk: a sheet a subject (and group), two rows of heading — pupils, months over days,
// «СР», «1 ЧТ» — and a row a pupil with cells such as 5, 5·2, 2·Н, Н, Б. Private to import/.
#pragma once
#include <map>
#include <set>
#include <string>

#include "statistics/import/reader.h"
#include "syntax/xlsx/xlsx.h"

namespace mektep {

// A class in the name of a workbook: «9-А.xlsx», «9А 1-чейрек.xlsx».
std::optional<ClassName> class_in_file_name(std::string_view path);

// Where a sheet of that layout has what.
struct KundolukHeading {
  std::size_t row = 0;  // index of the first of its rows
  std::uint32_t pupils = 0;
  std::map<std::uint32_t, Period> terms;
  std::map<std::uint32_t, int> days;  // column → month, 0 = not said
  std::size_t first_pupil() const { return row + (days.empty() ? 1 : 2); }
};
std::optional<KundolukHeading> find_kundoluk_heading(const XlsxSheet& sheet);
// The cell that names a pupil; nullptr for rows of sums and repeated headings.
const XlsxCell* pupil_in(const XlsxRow& row, const KundolukHeading& heading);
// The parts of a day's cell, «5·2» → 5, 2.
std::vector<std::string> signs_in(const std::string& cell);

class KundolukBook {
 public:
  KundolukBook(const std::string& path, const ImportOptions& options, PupilMarks& pupils,
               ImportedFile& result, Findings& findings)
      : path_(path), options_(options), pupils_(pupils), result_(result), findings_(findings) {}

  // False when the sheet has another layout; nothing has been read then. `shown` names it in findings.
  bool read(const XlsxSheet& sheet, const std::string& shown);

 private:
  using Heading = KundolukHeading;
  bool accept_heading(const XlsxSheet& sheet, const std::string& shown, const Heading& heading);
  void read_pupil(const XlsxRow& row, const Heading& heading, const std::string& shown, std::size_t subject);
  void read_days(const XlsxRow& row, const Heading& heading, const std::string& shown, Counts& attendance);
  void fault(const Rule& rule, const std::string& shown, std::uint32_t row, std::uint32_t column,
             std::vector<Param> params = {});

  const std::string& path_;
  const ImportOptions& options_;
  PupilMarks& pupils_;
  ImportedFile& result_;
  Findings& findings_;
  std::set<std::string> sheets_;  // subject and group
  std::optional<ClassName> class_;
  std::size_t faults_ = 0;
};

}  // namespace mektep
