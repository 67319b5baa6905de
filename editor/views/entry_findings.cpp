#include "editor/views/entry_findings.h"

#include "base/text.h"
#include "editor/repository/entry_id.h"
#include "editor/views/dashboard.h"

namespace mektep::editor {

Value findings_of_entry(Services& services, std::string_view entry, Language language) {
  constexpr std::size_t most = 20;
  ValueList list;
  const auto answer = services.reports.newest();
  if (!answer.report) return list;
  for (const Finding& finding : answer.report->findings) {
    if (list.size() == most) break;
    if (finding.severity == Severity::notes || entry_of(finding.place.file) != entry) continue;
    list.push_back(make_record({{"message", upper_first(finding.message(language))},
                                {"hint", finding.hint(language)},
                                {"clauses", std::string(finding.clause_list())},
                                {"field", finding.field},
                                {"blocks", finding.blocks()},
                                {"href", mending_place(finding)}}));
  }
  return list;
}

Findings findings_between_files(Services& services, std::string_view file) {
  Findings found;
  const auto answer = services.reports.newest();
  if (!answer.report) return found;
  for (const Finding& finding : answer.report->findings) {
    if (finding.place.file == file && finding.severity != Severity::notes &&
        !finding.rule->id.starts_with("schema-"))
      found.push_back(finding);
  }
  return found;
}

}  // namespace mektep::editor
