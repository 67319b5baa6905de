#include "editor/repository/entry_id.h"

#include "base/digest.h"

namespace mektep::editor {

namespace {

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// "asanova" of "asanova.jpg.yaml".
std::string_view stem(std::string_view name) {
  return name.substr(0, name.find('.'));
}

}  // namespace

std::string entry_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return std::string(stem(path));
  const std::string_view folder = path.substr(0, slash);
  if (starts_with(path, "theme/")) return "theme";
  // A year is approved as a whole: a correction without what was published before would tell by difference.
  if (starts_with(path, "statistics/")) {
    const std::size_t year_end = path.find('/', path.find('/') + 1);
    return std::string(year_end == std::string_view::npos ? folder : path.substr(0, year_end));
  }
  for (const std::string_view flat : {"people", "consents", "school"}) {
    if (folder == flat) return std::string(folder) + "/" + std::string(stem(path.substr(slash + 1)));
  }
  return std::string(folder);
}

std::string history_path(const std::string& entry) {
  const bool is_file = entry != "theme" && entry_of(entry + ".yaml") == entry;
  return is_file ? entry + ".yaml" : entry;
}

std::vector<const SourceFile*> files_of_entry(const Snapshot& snapshot, std::string_view entry) {
  // All files of an entry begin with its id.
  const auto files = snapshot.files();
  const auto* file = std::lower_bound(files.data(), files.data() + files.size(), entry,
                                      [](const SourceFile& a, std::string_view b) { return a.path < b; });
  std::vector<const SourceFile*> found;
  for (; file != files.data() + files.size() && starts_with(file->path, entry); ++file) {
    if (entry_of(file->path) == entry) found.push_back(file);
  }
  return found;
}

std::string digest_of_entry(const Snapshot& snapshot, std::string_view entry) {
  std::string listing;
  for (const SourceFile* file : files_of_entry(snapshot, entry)) {
    listing += file->path + '\0' + file->blob + '\n';
  }
  return listing.empty() ? "absent" : sha256_hex(listing);
}

}  // namespace mektep::editor
