// Autosave: keeps what somebody typed, without a commit.
#pragma once
#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

struct SaveDraft {
  std::string entry, base;   // base: the revision that the browser showed
  std::int64_t version = 0;  // of the draft that the browser saw last; 0 = none
  std::vector<DraftFile> files;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<DraftSaved> execute(Services& services, const Actor& actor) const;
};

// Its author throws a draft away; for thirty days it can be had back.
struct DiscardDraft {
  std::string entry;

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

// A copy of a draft becomes the draft again; what stands in the draft now becomes a copy.
struct TakeDraftCopy {
  std::string entry;
  std::int64_t version = 0, saved = 0;  // of the copy

  Outcome<void> check(Services& services, const Actor& actor) const;
  Outcome<void> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
