#include "cli/all_rules.h"

#if __has_include("source/rules.h")
#include "source/rules.h"
#endif
#if __has_include("syntax/rules.h")
#include "syntax/rules.h"
#endif
#if __has_include("schema/rules.h")
#include "schema/rules.h"
#endif
#if __has_include("content/rules.h")
#include "content/rules.h"
#endif
#if __has_include("theme/rules.h")
#include "theme/rules.h"
#endif
#if __has_include("outputs/rules.h")
#include "outputs/rules.h"
#endif
#if __has_include("checks/rules.h")
#include "checks/rules.h"
#endif
#if __has_include("build/rules.h")
#include "build/rules.h"
#endif
#if __has_include("facts/disclosure_rules.h")
#include "facts/disclosure_rules.h"
#endif
#include "publish/output_folder_rules.h"

namespace mektep::cli {

// A house-keeping test fails when a module's rules.h is not among the includes above.
std::vector<const Rule*> all_rules() {
  std::vector<const Rule*> rules;
  const auto add = [&](std::span<const Rule* const> some) {
    rules.insert(rules.end(), some.begin(), some.end());
  };
#if __has_include("source/rules.h")
  add(source_rules());
#endif
#if __has_include("syntax/rules.h")
  add(syntax_rules());
#endif
#if __has_include("schema/rules.h")
  add(schema_rules());
#endif
#if __has_include("content/rules.h")
  add(content_rules());
#endif
#if __has_include("theme/rules.h")
  add(theme_rules());
#endif
#if __has_include("outputs/rules.h")
  add(outputs_rules());
#endif
#if __has_include("checks/rules.h")
  add(checks_rules());
#endif
#if __has_include("build/rules.h")
  add(build_rules());
#endif
#if __has_include("facts/disclosure_rules.h")
  add(disclosure_rules());
#endif
  add(output_folder_rules());
  std::sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  return rules;
}

const Rule* find_rule(std::string_view id) {
  for (const Rule* rule : all_rules())
    if (rule->id == id) return rule;
  return nullptr;
}

}  // namespace mektep::cli
