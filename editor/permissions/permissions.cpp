#include "editor/permissions/permissions.h"

#include <initializer_list>

namespace mektep::editor {
namespace {

constexpr std::uint32_t set_of(std::initializer_list<Ability> abilities) {
  std::uint32_t set = 0;
  for (const Ability ability : abilities) set |= 1u << static_cast<unsigned>(ability);
  return set;
}

using enum Ability;

// In the order of Role. The reviewer approves and otherwise reads; the auditor sees all and changes nothing.
constexpr std::array<std::uint32_t, all_roles.size()> table{
    set_of({read, write_own, write, comment, approve, publish, answer, configure, accounts, see_log, journal,
            purge}),
    set_of({read, write_own, write, comment, publish, answer}),
    set_of({read, comment, approve, see_log, journal}),
    set_of({read, write_own, comment}),
    set_of({read, see_log}),
};

}  // namespace

std::string_view code(Ability ability) {
  static constexpr std::array<std::string_view, all_abilities.size()> names{
      "read",   "write_own", "write",    "comment", "approve", "publish",
      "answer", "configure", "accounts", "see_log", "journal", "purge"};
  return names[static_cast<std::size_t>(ability)];
}

bool may(Role role, Ability ability) {
  return (table[static_cast<std::size_t>(role)] >> static_cast<unsigned>(ability) & 1u) != 0;
}

bool may_write(const Actor& actor, std::int64_t owner) {
  return may(actor.role, write) || (owner == actor.account && may(actor.role, write_own));
}

bool needs_second_factor(Role role) {
  return role == Role::administrator || role == Role::reviewer;
}

}  // namespace mektep::editor
