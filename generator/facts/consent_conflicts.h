// Consents that do not agree with each other. What contradicts counts as no consent.
#pragma once
#include <cstdint>
#include <vector>

#include "content/model.h"

namespace mektep {

struct ConsentConflict {
  enum class Kind : std::uint8_t {
    overlap,        // says again what another one says for the same time: either would do
    contradiction,  // the same paper says two things, or a later withdrawal says no
    entered_again,  // its paper was withdrawn: an old file has come back
  };
  Kind kind = Kind::overlap;
  const Consent* consent = nullptr;  // the one to mend; of an overlap the later one
  const Consent* other = nullptr;
};

// In the order of the ids. Points into the model.
std::vector<ConsentConflict> find_consent_conflicts(const ContentModel& model);

}  // namespace mektep
