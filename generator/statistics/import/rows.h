// Rows of a table on their way in: from CSV text or from a sheet of a workbook, one at a time.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace mektep {

// `cells` stay valid until the next call.
class RowSource {
 public:
  RowSource(std::string file, std::string sheet) : file_(std::move(file)), sheet_(std::move(sheet)) {}
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;
  virtual ~RowSource() = default;

  // False at the end. Blank rows are passed over. `row` counts from 1 as the reader's spreadsheet does.
  virtual bool next(std::vector<std::string_view>& cells, std::uint32_t& row, Findings& findings) = 0;

  const std::string& file() const { return file_; }
  // Name of the sheet for findings; empty for CSV.
  const std::string& sheet() const { return sheet_; }

 private:
  std::string file_, sheet_;
};

// `text` is UTF-8 and outlives it. The separator `;`, `,` or tab is told from the first line; a line `sep=;`
// before it is obeyed.
class CsvRows final : public RowSource {
 public:
  CsvRows(std::string_view text, std::string file);
  bool next(std::vector<std::string_view>& cells, std::uint32_t& row, Findings& findings) override;
  char separator() const { return separator_; }

 private:
  bool quoted_cell(std::vector<std::string_view>& cells, std::uint32_t row, Findings& findings);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  char separator_ = ',';
  std::deque<std::string> unquoted_;  // cells of the current row that held ""
};

// Where a finding about a cell points: row and column, and in a workbook «sheet!C14». It never holds what
// stands in the cell.
Place place_of(const RowSource& source, std::uint32_t row, std::size_t column);
std::string cell_name(const RowSource& source, std::uint32_t row, std::size_t column);

}  // namespace mektep
