#include "consent/private_names.h"

#include <fstream>

#include "base/text.h"
#include "source/rules.h"
#include "syntax/csv.h"

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
  const auto pseudonym = find_column(table, "pseudonym", path, findings),
             surname = find_column(table, "surname", path, findings),
             given = find_column(table, "given", path, findings);
  if (!findings.empty()) return std::unexpected(std::move(findings.front()));
  const auto patronymic = find_column(table, "patronymic", path, findings);  // may be missing
  PrivateNames names;
  for (const auto& row : table.rows) {
    const auto cell = [&](std::optional<std::size_t> column) {
      return column ? std::string(trim(row[*column].text)) : std::string();
    };
    PrivateName name{cell(pseudonym), cell(surname), cell(given), cell(patronymic)};
    if (!name.pseudonym.empty() && !name.surname.empty()) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace mektep
