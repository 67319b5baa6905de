#include "source/file_name.h"

#include "base/text.h"
#include "source/rules.h"

namespace mektep {
namespace {

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// What Windows refuses anywhere in a name.
constexpr bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || std::string_view("\\:*?\"<>|").contains(c);
}

// Zero width, direction marks, C1 controls, separators of lines, BOM.
bool is_hidden(char32_t c) {
  return (c >= 0x80 && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

bool is_device(std::string_view name) {
  const std::string stem = ascii_lower(trim(name.substr(0, name.find('.'))));
  if (stem == "con" || stem == "prn" || stem == "aux" || stem == "nul" || stem == "conin$" ||
      stem == "conout$") {
    return true;
  }
  if (!stem.starts_with("com") && !stem.starts_with("lpt")) return false;
  const std::string_view port = std::string_view(stem).substr(3);
  return (port.size() == 1 && port[0] >= '1' && port[0] <= '9') || port == "¹" || port == "²" || port == "³";
}

// What Windows, macOS or git itself would take for the folder .git or for .gitmodules.
bool is_git_name(std::string_view name) {
  const std::string plain = ascii_lower(name);
  return plain == ".git" || plain == ".gitmodules" || plain.starts_with("git~") ||
         plain.starts_with("gitmod~");
}

// The rule that one part of a path breaks, with the parameters of its message.
std::optional<Finding> check_name(std::string_view name, const Place& place) {
  if (name.empty() || name == "." || name == "..") return Finding(rules::source_name_dots, place);
  if (name.size() > longest_name) return Finding(rules::source_name_too_long, place, {}, excerpt(name));
  bool ascii = true;
  for (const char& c : name) {
    if (is_forbidden(c)) {
      return Finding(rules::source_name_character, place, {}, excerpt(name),
                     {{"character", excerpt(std::string_view(&c, 1))}});
    }
    ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  }
  if (!ascii) {
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t start = at;
      if (is_hidden(next_code_point(name, at))) {
        return Finding(rules::source_name_character, place, {}, excerpt(name),
                       {{"character", excerpt(name.substr(start, at - start))}});
      }
    }
    if (!is_nfc(name)) return Finding(rules::source_name_not_nfc, place, {}, excerpt(name));
  }
  if (name.back() == '.' || name.back() == ' ')
    return Finding(rules::source_name_ending, place, {}, excerpt(name));
  if (is_device(name)) {
    return Finding(rules::source_name_device, place, {}, excerpt(name), {{"name", std::string(name)}});
  }
  if (is_git_name(name)) return Finding(rules::source_git_inside, place, {}, excerpt(name));
  return std::nullopt;
}

}  // namespace

std::optional<Finding> check_path(std::string_view path) {
  if (find_invalid_utf8(path)) {
    return Finding(rules::source_name_not_utf8, {excerpt(path, longest_path), {}}, {}, excerpt(path));
  }
  // The place is made only for a fault: this runs for every file of every build.
  const Place nowhere;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (auto fault = check_name(path.substr(at, end - at), nowhere)) {
      fault->place.file = excerpt(path, longest_path);
      return fault;
    }
    if (end == path.size()) break;
    at = end + 1;
  }
  if (path.size() > longest_path) {
    return Finding(rules::source_name_too_long, {excerpt(path, longest_path), {}}, {}, excerpt(path));
  }
  return std::nullopt;
}

bool serves_git(std::string_view path) {
  if (path.starts_with(".github/") || path == ".gitlab-ci.yml") return true;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name == ".gitignore" || name == ".gitattributes" || name == ".gitkeep";
}

std::string twin_key(std::string_view path) {
  return lower(to_nfc(path));
}

}  // namespace mektep
