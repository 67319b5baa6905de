// CSV (RFC 4180; `,` or `;` recognised from the first line; byte-order mark accepted).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace mektep {

struct CsvCell {
  std::string text;
  Mark mark;
};
struct CsvTable {
  char separator = ',';
  std::vector<CsvCell> header;
  std::vector<std::vector<CsvCell>> rows;  // each as wide as the header
};
// Adds a finding for every fault (ragged row, unterminated quote, invalid UTF-8…) and returns the sound rows.
CsvTable parse_csv(std::string_view text, const std::string& file, Findings& findings);
// The number of the column with this name; a finding when there is none.
std::optional<std::size_t> find_column(const CsvTable& table, std::string_view name, const std::string& file,
                                       Findings& findings);

}  // namespace mektep
