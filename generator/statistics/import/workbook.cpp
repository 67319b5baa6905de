// Workbooks: a sheet in the layout of Kundoluk, or one of our profiles on a sheet.
#include "base/text.h"
#include "statistics/import/kundoluk.h"
#include "statistics/import/reader.h"
#include "statistics/rules.h"
#include "syntax/xlsx/xlsx.h"

namespace mektep {
namespace {

// A sheet as rows of cells as wide as its first one. A formula is "=": its result is not taken for a value.
class SheetRows final : public RowSource {
 public:
  SheetRows(const XlsxSheet& sheet, std::string file, std::string name)
      : RowSource(std::move(file), std::move(name)), rows_(sheet.rows) {
    if (!rows_.empty()) width_ = rows_[0].cells.back().column + 1;
  }
  bool next(std::vector<std::string_view>& cells, std::uint32_t& row, Findings&) override {
    if (at_ == rows_.size()) return false;
    const XlsxRow& from = rows_[at_++];
    row = from.number;
    cells.assign(std::max(width_, from.cells.back().column + 1), {});
    for (const XlsxCell& cell : from.cells)
      cells[cell.column] = cell.formula ? "=" : std::string_view(cell.text);
    return true;
  }

 private:
  const std::vector<XlsxRow>& rows_;
  std::size_t at_ = 0;
  std::uint32_t width_ = 0;
};

}  // namespace

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
