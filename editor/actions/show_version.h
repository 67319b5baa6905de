// How an older version of an entry looks: the site of today with the files of then.
#pragma once
#include <array>
#include <string>

#include "editor/accounts/actor.h"
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct SeenVersion {
  std::string link;                  // at the origin of the preview
  std::array<std::string, 2> pages;  // by locale: "/news/2026/first-bell/"; empty where there was none
};

struct ShowVersion {
  std::string entry, revision;

  // Refuses (Kind::not_found) what has no page of its own, such as a section of facts.
  Outcome<SeenVersion> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
