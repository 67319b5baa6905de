// Texts that name an employee whose consent has run out, or who has left: they go off the site on the day by
// themselves, in every build (ICT-21, ICT-22).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "content/model.h"
#include "facts/consent.h"
#include "names/name_finder.h"

namespace mektep {

struct WithheldText {
  std::string entry;   // "news/2026/first-bell"
  std::string person;  // id
  Place place;         // of the name
};

// Who may no longer be named. Refers to the model, of which people and consents must stay as they were. Safe
// in several threads.
class NamedTexts {
 public:
  NamedTexts(const ContentModel& model, Date today);

  // Ends the publication of an entry that names such a person on the day before today (Entry::named_until).
  // Employees who never consented are none of it: their names in a text are a mistake that blocks. Costs
  // nothing while no consent has run out.
  std::optional<WithheldText> withhold(Entry& entry) const;
  // All entries of the model, in its order.
  std::vector<WithheldText> withhold_all(ContentModel& model, unsigned jobs) const;

 private:
  std::optional<WithheldText> find(const Entry& entry) const;

  const ContentModel& model_;
  const Date today_;
  ConsentRegister register_;
  NameFinder finder_;
  std::vector<bool> ended_;  // by person; empty = nobody
};

}  // namespace mektep
