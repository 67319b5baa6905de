// Follows the sources of an item through the school's records. Inner part of disclosure.h.
#pragma once
#include "facts/disclosure/disclosure.h"

namespace mektep {

struct Walked {
  std::vector<Disclosed> values, absences;
  std::vector<Gap> gaps;
  std::vector<std::string> files;          // that the way led through, without repetitions
  std::vector<const Document*> documents;  // the same
};

void walk_source(const DisclosureInput& input, const SourcePath& path, std::size_t source, Walked& walked);

}  // namespace mektep
