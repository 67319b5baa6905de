// The commands of `mektep-editor`. Each returns an exit code: 0 done, 1 found something wrong, 2 could not
// run.
#pragma once
#include <iosfwd>
#include <string>
#include <string_view>

#include "editor/cli/options.h"

namespace mektep::editor {

int run_serve(const CommandOptions& options, std::ostream& out, std::ostream& err);
int run_user(const CommandOptions& options, std::ostream& out, std::ostream& err);
int run_init(const CommandOptions& options, std::ostream& out, std::ostream& err);
int run_fsck(const CommandOptions& options, std::ostream& out, std::ostream& err);
int run_gc(const CommandOptions& options, std::ostream& out, std::ostream& err);

// Says why a command could not run. The exit code: 2.
int fail(std::ostream& err, std::string_view why);

// The folder that holds schema/, themes/ and editor/: `named`, else ../share/mektep beside the program, else
// (in builds for development) the sources. Empty: nowhere.
std::string find_data(const std::string& named);
// The programs that look into uploads and work on whole sites, beside this one.
std::string media_worker();
std::string site_worker();
// Scripts and styles bundled from client/: in builds for development in the build folder, else empty.
std::string bundles_folder();

}  // namespace mektep::editor
