// module: syntax
// Workbooks: no crash, no swelling; rows and columns in order.
#include <cstdint>
#include <cstdlib>

#include "syntax/xlsx/xlsx.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mektep::Findings findings;
  const auto sheets =
      mektep::read_xlsx(std::string_view(reinterpret_cast<const char*>(data), size), "a.xlsx", findings);
  if (!sheets && findings.empty()) std::abort();
  if (!sheets) return 0;
  for (const auto& sheet : *sheets)
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
      if (i > 0 && sheet.rows[i].number <= sheet.rows[i - 1].number) std::abort();
      const auto& cells = sheet.rows[i].cells;
      for (std::size_t c = 1; c < cells.size(); ++c)
        if (cells[c].column <= cells[c - 1].column) std::abort();
    }
  return 0;
}
