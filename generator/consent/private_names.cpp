#include "consent/private_names.h"

#include <fstream>

#include "base/text.h"
#include "source/rules.h"
#include "syntax/csv.h"
#include "syntax/rules.h"

namespace mektep {

std::expected<PrivateNames, Finding> read_private_names(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return std::unexpected(
        Finding(rules::source_unreadable, Place{path, {}}, "", "", {{"path", path}, {"reason", "–"}}));
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  Findings findings;
  const CsvTable table = parse_csv(bytes, path, findings);
  if (!findings.empty()) return std::unexpected(std::move(findings.front()));
  static constexpr std::string_view columns[] = {"pseudonym", "surname", "given", "patronymic"};
  std::size_t at[std::size(columns)];
  for (std::size_t i = 0; i < std::size(columns); ++i) {
    const auto column = std::ranges::find(table.header, columns[i], &CsvCell::text);
    at[i] = static_cast<std::size_t>(column - table.header.begin());
    const bool optional = columns[i] == "patronymic";
    if (at[i] == table.header.size() && !optional) {
      return std::unexpected(
          Finding(rules::csv_missing_column, Place{path, {1, 1}}, "", std::string(columns[i])));
    }
  }
  PrivateNames names;
  for (const auto& row : table.rows) {
    const auto cell = [&](std::size_t column) {
      return at[column] < row.size() ? std::string(trim(row[at[column]].text)) : std::string();
    };
    PrivateName name{cell(0), cell(1), cell(2), cell(3)};
    if (!name.pseudonym.empty() && !name.surname.empty()) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace mektep
