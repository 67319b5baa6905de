// Whose an entry is. Contributors write their own: what nobody else has ever written to.
#pragma once
#include <cstdint>
#include <string>

#include "editor/accounts/actor.h"
#include "editor/actions/services.h"

namespace mektep::editor {

// The account of `actor`, a contributor, when the entry is new or all of its history is theirs; 0 = the
// school's. Only texts (news, pages, events, albums) can be somebody's own.
std::int64_t owner_of(Services& services, const Actor& actor, const std::string& entry);

}  // namespace mektep::editor
