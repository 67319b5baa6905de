// module: syntax
// CSV: no crash; every row is as wide as the header.
#include <cstdint>
#include <cstdlib>

#include "syntax/csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  mektep::Findings findings;
  const mektep::CsvTable table =
      mektep::parse_csv(std::string_view(reinterpret_cast<const char*>(data), size), "a.csv", findings);
  for (const auto& row : table.rows) {
    if (row.size() != table.header.size()) std::abort();
  }
  if (table.header.empty() && findings.empty()) std::abort();
  return 0;
}
