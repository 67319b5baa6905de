// The tables of one term that are to be published, as raw counts tied to each other and to what was published
// of other terms, because the same children stand in all of them. Inside outputs/statistics only.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "outputs/statistics/published.h"

namespace mektep {

// How finely a table is shown, by its name ("marks/algebra"): all columns; the first two, the rest as one,
// and how many fail in the whole school; without the latter; not at all. Tried in this order until it is
// safe.
enum class Detail : std::uint8_t { full, coarse, coarser, none };
using Details = std::map<std::string, Detail>;

struct DraftTerm {
  PublishedTerm term;  // `numbers` is still empty
  std::shared_ptr<privacy::SchoolCounts> raw;
};
DraftTerm draft_term(const SchoolCounts& counts, Term term, const Marking& marking, const Details& details,
                     const privacy::Policy& policy);

// What was published last of another term.
struct OtherTerm {
  Term term;
  const privacy::RawCounts* counts = nullptr;
};
// Ties `raw` to other terms of the year: a quarter begins with as many pupils as the last one ended with, a
// year is the sum of its quarters (JRN-17).
void tie_to_other_terms(privacy::RawCounts& raw, Term term, const std::vector<OtherTerm>& others);

}  // namespace mektep
