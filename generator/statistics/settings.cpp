#include "statistics/settings.h"

#include "base/text.h"
#include "statistics/count_table.h"
#include "statistics/marking.h"
#include "statistics/rules.h"

namespace mektep {
namespace {

constexpr std::array<std::string_view, 5> known{"denominator", "programmes", "levels", "subjects",
                                                "disclosure"};

void wrong(const Node& at, std::string_view field, std::string_view text, Findings& findings) {
  findings.emplace_back(rules::statistics_settings, Place{std::string(settings_path), at.mark},
                        std::string(field), excerpt(text));
}

Bilingual read_reason(const Node& node) {
  Bilingual reason;
  for (const Locale locale : all_locales) reason.in(locale) = std::string(trim(node.text_of(code(locale))));
  return reason;
}

privacy::Policy read_disclosure(const Node& node, Findings& findings) {
  privacy::Policy policy;
  if (!node.is_map()) {
    wrong(node, "disclosure", node.text, findings);
    return policy;
  }
  for (const Node::Member& member : node.members) {
    std::int64_t* const number = member.key == "threshold"    ? &policy.threshold
                                 : member.key == "min_group"  ? &policy.min_group
                                 : member.key == "open_group" ? &policy.open_group
                                 : member.key == "coded_step" ? &policy.coded_step
                                                              : nullptr;
    const std::string field = "disclosure." + member.key;
    if (member.key == "reason") {
      policy.reason = read_reason(member.value);
    } else if (!number) {
      wrong(member.value, field, member.key, findings);
    } else if (const auto value = read_count(member.value.text); value && *value <= 1000) {
      *number = *value;
    } else {
      wrong(member.value, field, member.value.text, findings);
    }
  }
  append(findings, privacy::policy_findings(policy, {std::string(settings_path), node.mark}));
  return policy;
}

}  // namespace

privacy::Policy read_settings(const Node& settings, Findings& findings) {
  if (!settings.is_map()) {
    if (!settings.text.empty() || !settings.items.empty()) wrong(settings, "", settings.text, findings);
    return {};
  }
  for (const Node::Member& member : settings.members)
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      wrong(member.value, member.key, member.key, findings);
  if (const Node* denominator = settings.given("denominator");
      denominator && !parse_denominator(denominator->text))
    wrong(*denominator, "denominator", denominator->text, findings);
  const Node* disclosure = settings.given("disclosure");
  return disclosure ? read_disclosure(*disclosure, findings) : privacy::Policy{};
}

}  // namespace mektep
