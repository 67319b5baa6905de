#include "editor/views/navigation.h"

namespace mektep::editor {

std::span<const Section> all_sections() {
  static constexpr std::array sections{
      Section{"dashboard", "/"},
      Section{"entries", "/entries/school"},
      Section{"media", "/media"},
      Section{"journal", "/journal", Ability::journal},
      Section{"consents", "/consents"},
      Section{"review", "/review"},
      Section{"publish", "/publish"},
      Section{"messages", "/messages", Ability::answer},
      Section{"drafts", "/drafts", Ability::write_own},
      Section{"trash", "/trash"},
      Section{"users", "/users", Ability::accounts},
      Section{"log", "/log", Ability::see_log},
  };
  return sections;
}

}  // namespace mektep::editor
