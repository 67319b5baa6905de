// The person behind a request: what permissions, actions and the audit log know of an account.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"

namespace mektep::editor {

enum class Role : std::uint8_t {
  administrator,  // everything, accounts included
  editor,         // edits, publishes what is approved
  reviewer,       // the director: approves, otherwise reads
  contributor,    // own drafts only
  auditor,        // reads everything, changes nothing
};
inline constexpr std::array all_roles{Role::administrator, Role::editor, Role::reviewer, Role::contributor,
                                      Role::auditor};
std::string_view code(Role role);  // "administrator"
std::optional<Role> parse_role(std::string_view code);
const Message& name_of(Role role);

struct Actor {
  std::int64_t account = 0;
  std::string name;   // shown to colleagues and written into commits
  std::string email;  // written into commits
  Role role = Role::auditor;
  Language language = Language::ky;  // of the interface
  std::string address;               // of the browser, for the log
};

}  // namespace mektep::editor
