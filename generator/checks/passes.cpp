#include "checks/passes.h"

#include "base/parallel.h"

namespace mektep {

std::span<const CheckPass> check_passes() {
  static constexpr CheckPass all[] = {{"links", check_links},         {"pictures", check_pictures},
                                      {"headings", check_headings},   {"languages", check_languages},
                                      {"consents", check_consents},   {"texts", check_texts},
                                      {"navigation", check_navigation}, {"disclosure", check_disclosure},
                                      {"letters", check_letters}};
  return all;
}

void run_checks(const CheckInput& input, unsigned jobs, Findings& findings) {
  const auto passes = check_passes();
  std::vector<Findings> found(passes.size());
  parallel_for(passes.size(), jobs, [&](std::size_t i) { passes[i].run(input, found[i]); }, 1);
  for (Findings& some : found) append(findings, std::move(some));
}

}  // namespace mektep
