#include <cerrno>
#include <filesystem>
#include <fstream>

#include "base/system_error.h"
#include "statistics/import/decode.h"
#include "statistics/rules.h"

namespace mektep {

std::expected<std::string, Finding> read_import_file(const std::string& path) {
  const auto unreadable = [&](int code) {
    return std::unexpected(
        Finding(rules::statistics_unreadable, Place{path, {}}, "", "", {{"reason", system_error(code)}}));
  };
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return unreadable(error ? error.value() : EISDIR);
  const auto size = std::filesystem::file_size(path, error);
  if (error) return unreadable(error.value());
  if (size > max_import_bytes) return std::unexpected(Finding(rules::statistics_too_big, Place{path, {}}));
  std::ifstream stream(path, std::ios::binary);
  std::string bytes;
  bytes.resize_and_overwrite(size, [&](char* data, std::size_t) {
    stream.read(data, static_cast<std::streamsize>(size));
    return static_cast<std::size_t>(stream.gcount());
  });
  if (!stream) return unreadable(EIO);
  return bytes;
}

}  // namespace mektep
