#include "checks/passes.h"

namespace mektep {

std::span<const CheckPass> check_passes() {
  static constexpr CheckPass all[] = {
      {"links", check_links},           {"pictures", check_pictures},   {"reused", check_reused_pictures},
      {"headings", check_headings},     {"languages", check_languages}, {"consents", check_consents},
      {"texts", check_texts},           {"run out", check_running_out}, {"navigation", check_navigation},
      {"disclosure", check_disclosure}, {"letters", check_letters},     {"said", check_said}};
  return all;
}

void run_checks(const CheckInput& input, Findings& findings) {
  for (const CheckPass& pass : check_passes()) pass.run(input, findings);
}

}  // namespace mektep
