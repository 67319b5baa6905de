#include "editor/actions/compare_versions.h"

#include <set>

#include "editor/actions/write_entry.h"
#include "source/lfs.h"

namespace mektep::editor {
namespace {

using Files = std::map<std::string, std::string>;

Outcome<Files> files_at(Repository& repository, const std::string& entry, const std::string& revision) {
  Files files;
  if (revision.empty()) return files;
  auto read = read_entry(repository, entry, revision);
  if (!read) return std::unexpected(std::move(read.error()));
  for (Edit& file : *read) files.emplace(std::move(file.path), std::move(*file.bytes));
  return files;
}

std::optional<std::string> find(const Files& files, const std::string& path) {
  const auto found = files.find(path);
  return found == files.end() ? std::optional<std::string>() : found->second;
}

}  // namespace

Outcome<std::vector<FileDiff>> compare_versions(Repository& repository, const std::string& entry,
                                                const std::string& from, const std::string& to,
                                                DiffView view) {
  const auto before = files_at(repository, entry, from);
  if (!before) return std::unexpected(before.error());
  const auto after = files_at(repository, entry, to);
  if (!after) return std::unexpected(after.error());
  std::set<std::string> paths;
  for (const Files* files : {&*before, &*after}) {
    for (const auto& [path, bytes] : *files) paths.insert(path);
  }
  std::vector<FileDiff> all;
  for (const std::string& path : paths) {
    const auto old_bytes = find(*before, path), new_bytes = find(*after, path);
    if (old_bytes == new_bytes) continue;
    FileDiff diff = compare_files(path, old_bytes, new_bytes, view);
    // The text of a pointer says nothing to people: a picture is another one now.
    if (parse_lfs_pointer(old_bytes.value_or("")) || parse_lfs_pointer(new_bytes.value_or(""))) {
      diff.binary = true;
      diff.rows.clear();
    }
    all.push_back(std::move(diff));
  }
  return all;
}

}  // namespace mektep::editor
