// Replaces what contradicts a fact of the school by the fact itself, in one step (PROH-3).
#pragma once
#include <cstdint>
#include <string>

#include "editor/actions/outcome.h"
#include "editor/actions/services.h"

namespace mektep::editor {

// Where a finding of the newest report stands.
struct RepairFact {
  std::string file;
  std::uint32_t line = 0, column = 0;

  Outcome<void> check(Services& services, const Actor& actor) const;
  // The entry that was changed. Refused (Kind::conflict) when the report is of an older text.
  Outcome<std::string> execute(Services& services, const Actor& actor) const;
};

}  // namespace mektep::editor
