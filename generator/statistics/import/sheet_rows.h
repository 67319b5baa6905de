// A sheet of a workbook as rows of a table. Private to import/.
#pragma once
#include <algorithm>

#include "statistics/import/rows.h"
#include "syntax/xlsx/xlsx.h"

namespace mektep {

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

}  // namespace mektep
