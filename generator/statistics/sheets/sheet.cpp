#include "statistics/sheets/sheet.h"

#include "base/text.h"

namespace mektep {
namespace {

std::string cell_of(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").contains(text[0])) text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return '"' + replace_all(text, "\"", "\"\"") + '"';
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + cell_of(cells[i]);
  out += "\r\n";
}

}  // namespace

std::string sheet_as_csv(const Sheet& sheet) {
  std::string out;
  append_row(out, sheet.heads);
  for (const std::vector<std::string>& row : sheet.rows) append_row(out, row);
  return out;
}

}  // namespace mektep
