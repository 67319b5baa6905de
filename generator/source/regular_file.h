// Reads one file of the file system, never through a symbolic link.
#pragma once
#include <cstdint>
#include <expected>
#include <string>

namespace mektep {

inline constexpr int AT_CURRENT_FOLDER = -100;  // AT_FDCWD, without its header

// The bytes of `path` below the open folder `folder`; `size_hint` saves system calls when it is right. The
// error is a value of errno. Safe in every thread.
std::expected<std::string, int> read_regular_file(int folder, const std::string& path,
                                                  std::uint64_t size_hint);

}  // namespace mektep
