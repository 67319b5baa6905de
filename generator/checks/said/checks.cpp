#include "checks/said/checks.h"

namespace mektep {

void check_said(const CheckInput& input, Findings& findings) {
  std::vector<std::unique_ptr<SaidCheck>> checks;
  for (const auto make : {make_name_check, make_agreement_check, make_policy_check})
    if (auto check = make(input)) checks.push_back(std::move(check));
  for_all_said(input, findings, [&](const Said& said, Findings& found) {
    for (const auto& check : checks) check->look(said, found);
  });
  for (const auto& check : checks) check->finish(findings);
}

}  // namespace mektep
