// Full names of people that no register knows, by how names are made: patronymics, surnames, уулу and кызы,
// initials. What they find is a question, not a verdict.
#pragma once
#include <cstdint>
#include <vector>

#include "names/personal.h"
#include "names/words.h"

namespace mektep {

// What to do with names of streets, schools and prizes: «… атындагы», «имени …».
enum class NamedThings : std::uint8_t { left_out, found };

// Appends to `found`, in the order of the text. Writers and heroes are left out, as is everything that
// overlaps what `found` holds already.
void find_unknown_names(const TextWords& words, std::vector<PersonalFind>& found,
                        NamedThings things = NamedThings::left_out);

}  // namespace mektep
