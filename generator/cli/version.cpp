// mektep version.
#include <ostream>

#include "cli/commands.h"

namespace mektep::cli {

#ifndef MEKTEP_VERSION
#define MEKTEP_VERSION "0"
#endif

std::string_view version() {
  return MEKTEP_VERSION;
}

int run_version(const Context& context) {
  context.out() << "mektep " << version() << '\n';
  return exit_clear;
}

}  // namespace mektep::cli
