#include "statistics/import/reader.h"
#include "statistics/rules.h"
namespace mektep {
void import_kundoluk(const std::string& path, std::string, const ImportOptions&, ImportedFile&,
                     Findings& findings) {
  findings.emplace_back(rules::statistics_not_a_table, Place{path, {}});
}
}  // namespace mektep
