// What a role may do. One table; actions ask it, screens ask it to leave out what would be refused.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "editor/accounts/actor.h"

namespace mektep::editor {

enum class Ability : std::uint8_t {
  read,       // content, history, findings, the dashboard
  write_own,  // one's own drafts; uploads for them
  write,      // saving any entry, with its pictures and documents; the trash
  comment,    // in a review
  approve,    // what others wrote
  publish,    // approved content: now, scheduled, rolled back
  answer,     // messages from visitors
  configure,  // settings of the site
  accounts,   // inviting, roles, disabling, resetting
  see_log,    // the audit log and the statistics of use
  journal,    // class journals: inspecting; with `write` storing their counts
  purge,      // removing a person's data for good
};
inline constexpr std::array all_abilities{Ability::read,    Ability::write_own, Ability::write,
                                          Ability::comment, Ability::approve,   Ability::publish,
                                          Ability::answer,  Ability::configure, Ability::accounts,
                                          Ability::see_log, Ability::journal,   Ability::purge};
std::string_view code(Ability ability);  // "write_own"

bool may(Role role, Ability ability);
// Changing an entry or draft that belongs to the account `owner` (0 = to the school).
bool may_write(const Actor& actor, std::int64_t owner);
// Administrators and directors need a second factor (security line 4).
bool needs_second_factor(Role role);

}  // namespace mektep::editor
