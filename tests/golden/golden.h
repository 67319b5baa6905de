// Golden files: what a test found before and finds again, as a text in the repository. MEKTEP_UPDATE_GOLDEN=1
// rewrites them all; then `git diff` is the review.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace mektep::golden {

inline const std::string root = MEKTEP_ROOT;
inline const std::string folder = root + "/tests/golden";

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline bool updating() {
  const char* wanted = std::getenv("MEKTEP_UPDATE_GOLDEN");
  return wanted && std::string_view(wanted) == "1";
}

// What stands in the golden file; when updating, after writing `now` to it.
inline std::string expected(const std::filesystem::path& file, const std::string& now) {
  if (updating() && read_file(file) != now) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << now;
  }
  return read_file(file);
}

}  // namespace mektep::golden
