// Workbooks: a sheet in the layout of Kundoluk, or one of our profiles on a sheet.
#include "base/text.h"
#include "statistics/import/kundoluk.h"
#include "statistics/import/reader.h"
#include "statistics/import/sheet_rows.h"
#include "statistics/rules.h"

namespace mektep {
std::optional<ClassName> class_in_file_name(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  path = path.substr(0, path.rfind('.'));
  if (const auto whole = parse_class_name(path)) return whole;
  std::string word;
  std::optional<ClassName> found;
  const auto take = [&] {
    const auto name = parse_class_name(word);
    if (name && !name->letter.empty() && !found) found = name;
    word.clear();
  };
  for (const char c : path) {
    if (c == ' ' || c == '_' || c == ',' || c == '(' || c == ')' || c == '.')
      take();
    else
      word += c;
  }
  take();
  return found;
}

void import_workbook(const std::string& path, std::string_view bytes, const ImportOptions& options,
                     PupilMarks& pupils, ImportedFile& result, Findings& findings) {
  const auto sheets = read_xlsx(bytes, path, findings);
  if (!sheets) return;
  KundolukBook book(path, options, pupils, result, findings);
  for (std::size_t i = 0; i < sheets->size(); ++i) {
    const XlsxSheet& sheet = (*sheets)[i];
    if (sheet.rows.empty()) continue;
    // A name of a sheet is shown only when it is that of a subject.
    const Subject* subject = options.subjects->recognise(sheet.name);
    const std::string shown = subject ? subject->name.in(Locale::ky) + std::string(group_suffix(sheet.name))
                                      : fmt::format("№{}", i + 1);
    if (book.read(sheet, shown)) continue;
    SheetRows rows(sheet, path, shown);
    import_table(rows, options, pupils, result, findings);
  }
}

}  // namespace mektep
