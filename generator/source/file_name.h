// File names that travel safely between Linux, Windows, macOS, git and a web server.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"

namespace mektep {

inline constexpr std::size_t longest_name = 200;  // bytes of one part of a path
inline constexpr std::size_t longest_path = 400;  // bytes of a whole path

// What is wrong with the '/'-separated path of a file; nullopt = nothing. The place of the finding is the
// path, made printable.
std::optional<Finding> check_path(std::string_view path);

// Files that serve git and its forges, not the site: .gitignore, .gitattributes, .gitkeep, .github/…; left
// out silently.
bool serves_git(std::string_view path);

// Two paths with the same key are one file to Windows or macOS: NFC and lower case.
std::string twin_key(std::string_view path);

}  // namespace mektep
