// What a request of the command line asks of the library.
#pragma once
#include "build/prepared_site.h"
#include "cli/engine.h"

namespace mektep::cli {

BuildOptions build_options(const Request& request);

}  // namespace mektep::cli
