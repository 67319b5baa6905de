#include "source/lfs.h"

#include <charconv>

namespace mektep {
namespace {

constexpr std::string_view version_line = "version https://git-lfs.github.com/spec/v1\n";
constexpr std::size_t longest_pointer = 1024;  // of the specification

// The next line without its line feed; nullopt when no line feed follows.
std::optional<std::string_view> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

// Keys stand in alphabetical order behind the version: ext-…, oid, size.
std::optional<LfsPointer> parse_lfs_pointer(std::string_view bytes) {
  if (bytes.size() >= longest_pointer || !bytes.starts_with(version_line)) return std::nullopt;
  bytes.remove_prefix(version_line.size());
  auto line = take_line(bytes);
  while (line && line->starts_with("ext-")) line = take_line(bytes);
  constexpr std::string_view oid_key = "oid sha256:";
  if (!line || !line->starts_with(oid_key) || !is_sha256(line->substr(oid_key.size()))) return std::nullopt;
  LfsPointer pointer{.oid = std::string(line->substr(oid_key.size()))};
  line = take_line(bytes);
  constexpr std::string_view size_key = "size ";
  if (!line || !line->starts_with(size_key) || !bytes.empty()) return std::nullopt;
  const std::string_view digits = line->substr(size_key.size());
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), pointer.size);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return pointer;
}

std::string lfs_path(const std::string& lfs_folder, std::string_view oid) {
  return fmt::format("{}/{}/{}/{}", lfs_folder, oid.substr(0, 2), oid.substr(2, 2), oid);
}

}  // namespace mektep
