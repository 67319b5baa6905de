// The school's own table of who is behind a pseudonym: a CSV file that is kept outside of the repository,
// with the columns pseudonym, surname, given and, if there are any, patronymic.
#pragma once
#include <expected>
#include <string>

#include "base/finding.h"
#include "names/private_name.h"

namespace mektep {

// Errors: the first fault of the file, with its place.
std::expected<PrivateNames, Finding> read_private_names(const std::string& file);

}  // namespace mektep
