// Begins a new entry: its place follows from its title, and it exists as a draft of whoever began it until it
// is saved.
#pragma once
#include "editor/actions/writing.h"

namespace mektep::editor {

struct StartWriting {
  std::string collection;  // "news"
  std::string title_ky, title_ru;

  // The id of the entry. invalid: no title, or no such collection.
  Outcome<std::string> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
