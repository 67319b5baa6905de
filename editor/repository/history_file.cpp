#include "editor/repository/history_file.h"

#include <charconv>
#include <filesystem>
#include <fstream>

#include "base/digest.h"

namespace mektep::editor {
namespace {

constexpr std::string_view first_line = "mektep-history 1\n";
constexpr std::size_t id_length = 40;

std::string checksum(std::string_view bytes) {
  return fmt::format("{:016x}", digest(bytes).low);
}

// Takes the next record off `text`; nullopt: there is no whole one.
std::optional<std::string_view> take(std::string_view& text) {
  constexpr std::size_t sum = 16;
  if (text.size() < sum + 2) return std::nullopt;
  std::size_t length = 0;
  const char* end = text.data() + text.size();
  const auto number = std::from_chars(text.data() + sum + 1, end, length);
  const auto begin = static_cast<std::size_t>(number.ptr - text.data()) + 1;
  if (number.ec != std::errc() || begin > text.size() || text.size() - begin < length + 1)
    return std::nullopt;
  const std::string_view bytes = text.substr(begin, length);
  const bool framed = text[sum] == ' ' && text[begin - 1] == ' ' && text[begin + length] == '\n';
  if (!framed || checksum(bytes) != text.substr(0, sum)) return std::nullopt;
  text.remove_prefix(begin + length + 1);
  return bytes;
}

// nullopt: a number that there is not.
std::optional<std::vector<HistoryFile::Change>> changes_of(std::string_view text, std::uint32_t paths) {
  std::vector<HistoryFile::Change> changes;
  while (!text.empty()) {
    HistoryFile::Change change;
    text.remove_prefix(1);  // the space
    if (text.starts_with('-')) {
      change.counts = false;
      text.remove_prefix(1);
    }
    const auto number = std::from_chars(text.data(), text.data() + text.size(), change.path);
    if (number.ec != std::errc() || change.path >= paths) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(number.ptr - text.data()));
    changes.push_back(change);
  }
  return changes;
}

}  // namespace

void HistoryFile::read(const Reader& reader) {
  std::ifstream file(path_, std::ios::binary);
  if (!file) return;
  const std::string all(std::istreambuf_iterator<char>(file), {});
  if (!all.starts_with(first_line)) return clear();
  std::string_view rest = all;
  rest.remove_prefix(first_line.size());
  std::uint32_t paths = 0;
  std::string_view whole = rest;
  while (const auto bytes = take(rest)) {
    constexpr std::string_view path = "path ", commit = "commit ";
    if (bytes->starts_with(path)) {
      reader.path(std::string(bytes->substr(path.size())));
      ++paths;
    } else if (bytes->starts_with(commit) && bytes->size() >= commit.size() + id_length) {
      const auto changes = changes_of(bytes->substr(commit.size() + id_length), paths);
      if (!changes) break;
      reader.commit(std::string(bytes->substr(commit.size(), id_length)), *changes);
    } else {
      break;
    }
    whole = rest;
  }
  if (whole.empty()) return;
  std::error_code error;
  std::filesystem::resize_file(path_, all.size() - whole.size(), error);
  if (error) clear();
}

void HistoryFile::add(std::string_view bytes) {
  if (path_.empty()) return;
  added_ += fmt::format("{} {} {}\n", checksum(bytes), bytes.size(), bytes);
}

void HistoryFile::add_path(std::string_view path) {
  add(fmt::format("path {}", path));
}

void HistoryFile::add_commit(std::string_view id, const std::vector<Change>& changes) {
  std::string bytes = fmt::format("commit {}", id);
  for (const Change& change : changes) bytes += fmt::format(" {}{}", change.counts ? "" : "-", change.path);
  add(bytes);
}

void HistoryFile::flush() {
  if (added_.empty()) return;
  std::error_code error;
  const bool fresh = !std::filesystem::exists(path_, error);
  std::ofstream file(path_, std::ios::binary | std::ios::app);
  if (fresh) file << first_line;
  file << added_ << std::flush;
  added_.clear();
  // A part of a record in the middle would hide all that comes after it.
  if (!file) clear();
}

void HistoryFile::clear() {
  added_.clear();
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

}  // namespace mektep::editor
