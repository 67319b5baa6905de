#include "editor/actions/ownership.h"

#include <algorithm>

#include "editor/actions/writing.h"
#include "editor/permissions/permissions.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {

std::int64_t owner_of(Services& services, const Actor& actor, const std::string& entry) {
  constexpr std::size_t most_commits = 200;
  // Who may write everything need not own it.
  if (may(actor.role, Ability::write) || !may(actor.role, Ability::write_own) || !is_writing(entry)) return 0;
  const auto commits = services.repository.history(history_path(entry), most_commits);
  if (!commits || commits->size() == most_commits) return 0;
  const bool own =
      std::ranges::all_of(*commits, [&](const Commit& commit) { return commit.author.email == actor.email; });
  return own ? actor.account : 0;
}

}  // namespace mektep::editor
