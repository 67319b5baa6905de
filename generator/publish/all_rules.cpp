#include "publish/all_rules.h"

#include "build/rules.h"
#include "build/theme_check/rules.h"
#include "checks/rules.h"
#include "content/rules.h"
#include "facts/disclosure/rules.h"
#include "media/rules.h"
#include "outputs/rules.h"
#include "publish/output_folder/rules.h"
#include "schema/rules.h"
#include "source/rules.h"
#include "statistics/privacy/rules.h"
#include "statistics/rules.h"
#include "syntax/rules.h"
#include "theme/rules.h"

namespace mektep {

namespace {

// A house-keeping test fails when a module's rules.h is not among the includes above.
std::vector<const Rule*> collect() {
  std::vector<const Rule*> rules;
  const auto add = [&](std::span<const Rule* const> some) {
    rules.insert(rules.end(), some.begin(), some.end());
  };
  add(source_rules());
  add(syntax_rules());
  add(schema_rules());
  add(content_rules());
  add(media_rules());
  add(statistics_rules());
  add(theme_rules());
  add(outputs_rules());
  add(checks_rules());
  add(build_rules());
  add(privacy_rules());
  add(theme_check_rules());
  add(disclosure_rules());
  add(output_folder_rules());
  std::sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
  return rules;
}

}  // namespace

const std::vector<const Rule*>& all_rules() {
  static const std::vector<const Rule*> rules = collect();
  return rules;
}

const Rule* find_rule(std::string_view id) {
  const auto at = std::ranges::lower_bound(all_rules(), id, {}, &Rule::id);
  return at != all_rules().end() && (*at)->id == id ? *at : nullptr;
}

}  // namespace mektep
