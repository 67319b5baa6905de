#include "editor/drafts/presence.h"

#include <algorithm>

namespace mektep::editor {

std::vector<Present> Presence::touch(const std::string& entry, const Actor& actor, bool has_typed) {
  const std::scoped_lock lock(mutex_);
  const std::int64_t now = machine_.now();
  Visit& visit = visits_[entry][actor.account];
  if (now - visit.seen > presence_seconds) visit.present.since = now;
  visit.seen = now;
  visit.present = {actor.account, actor.name, visit.present.since, has_typed};
  return list(entry, actor.account);
}

void Presence::leave(const std::string& entry, std::int64_t account) {
  const std::scoped_lock lock(mutex_);
  if (const auto found = visits_.find(entry); found != visits_.end()) found->second.erase(account);
}

std::vector<Present> Presence::others(const std::string& entry, std::int64_t account) {
  const std::scoped_lock lock(mutex_);
  return list(entry, account);
}

std::vector<Present> Presence::list(const std::string& entry, std::int64_t account) {
  const std::int64_t now = machine_.now();
  // Whoever has gone is forgotten, everywhere: closed browsers do not say good-bye.
  for (auto& [each, visitors] : visits_)
    std::erase_if(visitors, [&](const auto& visit) { return now - visit.second.seen > presence_seconds; });
  std::erase_if(visits_, [](const auto& each) { return each.second.empty(); });
  std::vector<Present> others;
  const auto found = visits_.find(entry);
  if (found == visits_.end()) return others;
  for (const auto& [id, visit] : found->second) {
    if (id != account) others.push_back(visit.present);
  }
  std::ranges::sort(others, {}, [](const Present& each) { return std::pair(each.since, each.account); });
  return others;
}

}  // namespace mektep::editor
