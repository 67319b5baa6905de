#include "consent/edit_lines.h"

#include "base/text.h"

namespace mektep {

EditLines::EditLines(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::size_t size = end == std::string_view::npos ? bytes.size() : end + 1;
    lines_.emplace_back(bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  if (!lines_.empty() && !lines_.back().ends_with('\n')) lines_.back() += '\n';
}

void EditLines::replace(std::uint32_t line, std::string_view text) {
  if (line == 0 || line > lines_.size()) return;
  lines_[line - 1] = text.empty() ? std::string() : std::string(text) + "\n";
}

void EditLines::insert(std::uint32_t behind, std::string_view text) {
  if (behind == 0 || behind > lines_.size()) return;
  lines_[behind - 1] += std::string(text) + "\n";
}

void EditLines::append(std::string_view text) {
  lines_.push_back(std::string(text) + "\n");
}

void EditLines::remove_item(std::uint32_t line, std::string_view item) {
  if (line == 0 || line > lines_.size()) return;
  std::string& all = lines_[line - 1];
  if (trim(all).starts_with('-')) {
    all.clear();
    return;
  }
  const std::size_t at = all.find(item);
  if (at == std::string::npos) return;
  std::size_t begin = at, end = at + item.size();
  if (begin > 0 && (all[begin - 1] == '"' || all[begin - 1] == '\'')) --begin, ++end;
  if (end < all.size() && all[end] == ',') {
    ++end;
    while (end < all.size() && all[end] == ' ') ++end;
  } else {
    while (begin > 0 && (all[begin - 1] == ' ' || all[begin - 1] == ',')) --begin;
  }
  all.erase(begin, end - begin);
}

void EditLines::remove_picture(std::uint32_t line, std::string_view address) {
  if (line == 0) return;
  for (std::size_t i = line - 1; i < lines_.size() && i < line + 5; ++i) {
    std::string& all = lines_[i];
    const std::size_t at = all.find(address);
    if (at == std::string::npos) continue;
    const std::size_t begin = all.rfind("![", at), end = all.find(')', at);
    if (begin == std::string::npos || end == std::string::npos) continue;
    all.erase(begin, end + 1 - begin);
    if (trim(all).empty()) all = "\n";
    return;
  }
}

std::string EditLines::text() const {
  std::string out;
  for (const std::string& line : lines_) out += line;
  return out;
}

}  // namespace mektep
