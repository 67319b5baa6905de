#include "checks/file_gate.h"

#include "checks/name_rules.h"
#include "checks/said/checks.h"

namespace mektep {

FileGate look_into_files(const Snapshot& snapshot, const ContentModel& model, const ConsentRegister& consents,
                         const Media& media, const PrivateNames& private_names, unsigned jobs) {
  FileGate gate;
  const auto check = make_name_check_of_files(model, consents, private_names);
  for_all_said_in_files({snapshot, model, consents, media, jobs}, gate.findings,
                        [&](const Said& said, Findings& findings) { check->look(said, findings); });
  for (Finding& finding : gate.findings) {
    if (!finding.blocks()) continue;
    finding.severity = Severity::warns;
    gate.withheld.insert(finding.place.file);
  }
  for (const std::string& file : gate.withheld)
    gate.findings.emplace_back(rules::file_withheld, Place{file, {}});
  return gate;
}

}  // namespace mektep
