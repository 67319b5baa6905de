#include "cli/starter.h"

#include <filesystem>
#include <fstream>

namespace mektep::cli {
namespace {

namespace fs = std::filesystem;

// For a double-quoted YAML scalar.
std::string escape_yaml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out;
}

std::string fill(std::string_view text, const std::map<std::string, std::string, std::less<>>& values) {
  std::string out;
  std::size_t at = 0;
  for (;;) {
    const std::size_t open = text.find("{{", at);
    const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open);
    if (close == std::string_view::npos) return out += text.substr(at);
    const auto value = values.find(text.substr(open + 2, close - open - 2));
    if (value == values.end()) {
      out += text.substr(at, close + 2 - at);
    } else {
      out += text.substr(at, open - at);
      const bool quoted = open > 0 && text[open - 1] == '"';
      out += quoted ? escape_yaml(value->second) : value->second;
    }
    at = close + 2;
  }
}

}  // namespace

StarterFiles read_starter(const std::string& folder,
                          const std::map<std::string, std::string, std::less<>>& values) {
  StarterFiles files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!it->is_regular_file()) continue;
    std::ifstream stream(it->path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const std::string path = it->path().lexically_relative(folder).generic_string();
    files.emplace_back(fill(path, values),
                       bytes.find('\0') == std::string::npos ? fill(bytes, values) : bytes);
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace mektep::cli
