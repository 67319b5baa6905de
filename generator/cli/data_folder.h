// Finds the folder that holds schema/ and themes/.
#pragma once
#include <expected>
#include <string>

#include "cli/commands.h"

namespace mektep::cli {

// --data, else MEKTEP_DATA, else ../share/mektep beside the program, else (in builds for development) the
// sources. The error is the message for the user.
std::expected<std::string, std::string> find_data_folder(const Context& context);

}  // namespace mektep::cli
