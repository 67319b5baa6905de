// Workbooks of Excel and LibreOffice (.xlsx) as rows of texts. Everything in them is taken for hostile:
// archives that swell, XML with a DTD, more cells than a school can fill are refused with a finding.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace mektep {

struct XlsxCell {
  std::uint32_t column = 0;  // from 0
  std::string text;          // numbers as they are written; the last result of a formula
  bool formula = false;
};
struct XlsxRow {
  std::uint32_t number = 0;     // from 1
  std::vector<XlsxCell> cells;  // those that are not empty, by column
  const XlsxCell* find(std::uint32_t column) const;
};
struct XlsxSheet {
  std::string name;
  std::vector<XlsxRow> rows;  // those with a cell, by number
};

struct XlsxLimits {
  std::size_t part_bytes = 48u << 20;  // of one file in the archive, unpacked
  std::size_t total_bytes = 96u << 20;
  std::size_t entries = 2000;
  std::size_t cells = 1'000'000;
  std::size_t sheets = 200;
};

// The sheets in the order of the workbook; of a merged range only the first cell has the text. nullopt after
// a finding. `file` is for findings; a finding never holds a text of the workbook.
std::optional<std::vector<XlsxSheet>> read_xlsx(std::string_view bytes, const std::string& file,
                                                Findings& findings, const XlsxLimits& limits = {});

}  // namespace mektep
