// Git LFS pointers (version https://git-lfs.github.com/spec/v1): a small text file that stands for a big one.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mektep {

struct LfsPointer {
  std::string oid;  // SHA-256, 64 lower-case hexadecimal digits
  std::uint64_t size = 0;
};
std::optional<LfsPointer> parse_lfs_pointer(std::string_view bytes);  // nullopt: an ordinary file

// Where git-lfs keeps the object `oid` below its folder of objects.
std::string lfs_path(const std::string& lfs_folder, std::string_view oid);

}  // namespace mektep
