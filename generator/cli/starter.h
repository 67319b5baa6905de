// The starter repository of a new school: template files with {{placeholders}}, filled in and committed to
// git.
#pragma once
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"

namespace mektep::cli {

using StarterFiles = std::vector<std::pair<std::string, std::string>>;  // path and bytes, sorted by path

// All files below `folder`, each {{key}} in a text file or path replaced by its value. A key inside double
// quotes is escaped for YAML. Empty when the folder is missing or empty.
StarterFiles read_starter(const std::string& folder,
                          const std::map<std::string, std::string, std::less<>>& values);

// Makes `folder` a git repository with the branch main and commits everything in it. The author is the one of
// git's configuration, or Mektep. The error is git's own words.
std::expected<void, std::string> commit_all(const std::string& folder, const std::string& message,
                                            std::int64_t now);

}  // namespace mektep::cli
