// Texts that name an employee whose consent has run out, or who has left: they go off the site on the day by
// themselves, in every build (ICT-21, ICT-22).
#pragma once
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "content/model.h"

namespace mektep {

struct WithheldText {
  std::string entry;   // "news/2026/first-bell"
  std::string person;  // id
  Place place;         // of the name
};

// Ends the publication of these texts on the day before `today` (Entry::named_until). Employees who never
// consented are none of it: their names in a text are a mistake that blocks. Costs nothing while no consent
// has run out.
std::vector<WithheldText> withhold_named_texts(ContentModel& model, Date today, unsigned jobs);

}  // namespace mektep
