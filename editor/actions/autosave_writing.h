// Keeps what somebody types as a draft of theirs, a second after the last key. Nothing is checked: a half
// written text is what a draft is for.
#pragma once
#include "editor/actions/writing.h"

namespace mektep::editor {

struct AutosaveWriting {
  std::string entry;
  std::string base;          // the revision that the screen was made from
  std::int64_t version = 0;  // of the draft that it saw last
  WritingValues values;

  // The new version.
  Outcome<std::int64_t> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
