#include "facts/consent_conflicts.h"

#include <map>

namespace mektep {

namespace {

using Kind = ConsentConflict::Kind;

bool same_paper(const Consent& a, const Consent& b) {
  return !a.paper.empty() && a.paper == b.paper && a.signed_on == b.signed_on;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& one) { return std::ranges::find(b, one) != b.end(); });
}

bool say_the_same(const Consent& a, const Consent& b) {
  auto sorted = [](std::vector<std::string> list) {
    std::ranges::sort(list);
    return list;
  };
  return a.from == b.from && a.until == b.until && sorted(a.scopes) == sorted(b.scopes) &&
         sorted(a.covers) == sorted(b.covers);
}

// Whether there is a day on which both are in force.
bool meet(const Consent& a, const Consent& b) {
  constexpr Date always{9999, 12, 31};
  const auto end = [&](const Consent& one) {
    const Date until = one.until.value_or(always);
    return one.withdrawn ? std::min(until, Date::from_days(one.withdrawn->days() - 1)) : until;
  };
  return a.from && b.from && std::max(*a.from, *b.from) <= std::min(end(a), end(b));
}

// What is wrong with `one` because of `other`.
std::optional<Kind> conflict(const Consent& one, const Consent& other) {
  const bool paper = same_paper(one, other);
  if (paper && !one.withdrawn && other.withdrawn) return Kind::entered_again;
  if (!one.same_subject(other)) return std::nullopt;
  const bool both_stand = !one.withdrawn && !other.withdrawn;
  if (paper && both_stand && !say_the_same(one, other)) return Kind::contradiction;
  if (!share(one.covers, other.covers) || !share(one.scopes, other.scopes)) return std::nullopt;
  // Whoever withdraws one paper has not agreed any longer by another one signed before.
  if (!one.withdrawn && other.withdrawn && (!one.signed_on || *one.signed_on <= *other.withdrawn))
    return Kind::contradiction;
  const bool later = std::pair(one.signed_on, one.id) > std::pair(other.signed_on, other.id);
  if (both_stand && later && meet(one, other)) return Kind::overlap;
  return std::nullopt;
}

}  // namespace

std::vector<ConsentConflict> find_consent_conflicts(const ContentModel& model) {
  // Only those of one subject or one paper can be at odds.
  std::map<std::string, std::vector<const Consent*>> groups;
  for (const Consent& consent : model.consents) {
    if (!consent.person.empty()) groups["person " + consent.person].push_back(&consent);
    if (!consent.pseudonym.empty()) groups["pseudonym " + consent.pseudonym].push_back(&consent);
    if (!consent.paper.empty()) groups["paper " + consent.paper].push_back(&consent);
  }
  std::map<std::pair<const Consent*, const Consent*>, Kind> found;
  for (const auto& [unused, group] : groups) {
    for (const Consent* one : group) {
      for (const Consent* other : group) {
        if (one == other) continue;
        if (const auto kind = conflict(*one, *other)) found.emplace(std::pair(one, other), *kind);
      }
    }
  }
  std::vector<ConsentConflict> conflicts;
  for (const auto& [pair, kind] : found) conflicts.push_back({kind, pair.first, pair.second});
  std::ranges::sort(conflicts, {},
                    [](const ConsentConflict& c) { return std::pair(c.consent->id, c.other->id); });
  return conflicts;
}

}  // namespace mektep
