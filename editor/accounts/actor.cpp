#include "editor/accounts/actor.h"

namespace mektep::editor {

std::string_view code(Role role) {
  switch (role) {
    case Role::administrator:
      return "administrator";
    case Role::editor:
      return "editor";
    case Role::reviewer:
      return "reviewer";
    case Role::contributor:
      return "contributor";
    case Role::auditor:
      break;
  }
  return "auditor";
}

std::optional<Role> parse_role(std::string_view text) {
  for (const Role role : all_roles)
    if (code(role) == text) return role;
  return std::nullopt;
}

const Message& name_of(Role role) {
  static constexpr std::array<Message, 5> names{{
      {"Администратор", "Администратор", "Administrator"},
      {"Редактор", "Редактор", "Editor"},
      {"Бекитүүчү", "Утверждающий", "Reviewer"},
      {"Автор", "Автор", "Contributor"},
      {"Текшерүүчү", "Проверяющий", "Auditor"},
  }};
  return names[static_cast<std::size_t>(role)];
}

}  // namespace mektep::editor
