#include "editor/permissions/permissions.h"

#include <catch2/catch.hpp>
#include <string>

using namespace mektep::editor;

TEST_CASE("every_role_has_exactly_these_abilities") {  // security line 37
  const auto abilities = [](Role role) {
    std::string text;
    for (const Ability ability : all_abilities)
      if (may(role, ability)) text += std::string(text.empty() ? "" : " ") + std::string(code(ability));
    return text;
  };
  CHECK(abilities(Role::administrator) ==
        "read write_own write comment approve publish answer configure accounts see_log journal purge");
  CHECK(abilities(Role::editor) == "read write_own write comment publish answer");
  CHECK(abilities(Role::reviewer) == "read comment approve see_log journal");
  CHECK(abilities(Role::contributor) == "read write_own comment");
  CHECK(abilities(Role::auditor) == "read see_log");
}

TEST_CASE("contributors_write_what_is_their_own") {  // security line 37
  for (const Role role : all_roles) {
    const Actor actor{.account = 5, .role = role};
    const bool writes = role == Role::administrator || role == Role::editor;
    CHECK(may_write(actor, 0) == writes);
    CHECK(may_write(actor, 6) == writes);
    CHECK(may_write(actor, 5) == (writes || role == Role::contributor));
  }
}

TEST_CASE("administrators_and_directors_need_a_second_factor") {  // security line 4
  for (const Role role : all_roles)
    CHECK(needs_second_factor(role) == (role == Role::administrator || role == Role::reviewer));
}
