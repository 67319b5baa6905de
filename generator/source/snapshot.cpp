#include "source/snapshot.h"

#include "base/digest.h"
#include "base/text.h"
#include "source/file_name.h"
#include "source/lfs.h"
#include "source/regular_file.h"
#include "source/rules.h"

namespace mektep {
namespace {

constexpr std::uint64_t largest_pointer = 1024;

// Paths and folders that are not their own twin key, by that key: without them there can be no twins.
using Spellings = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;

bool is_own_key(std::string_view path) {
  return std::ranges::all_of(
      path, [](char c) { return static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z'); });
}

// Calls `each` with the folders of `path`, outermost first, without the slash, then with the path itself, as
// long as it says true.
template <class Each>
void for_each_prefix(std::string_view path, Each each) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    if (!each(path.substr(0, slash))) return;
  }
  each(path);
}

class Twins {
 public:
  explicit Twins(std::span<const SourceFile> files) : files_(files) {
    for (const SourceFile& file : files) {
      if (is_own_key(file.path)) continue;
      for_each_prefix(file.path, [&](std::string_view prefix) {
        std::string key = twin_key(prefix);
        spellings_[std::move(key)].emplace(prefix);
        return true;
      });
    }
  }

  // The better spelling of the file or of a folder above it; empty when it has no twin. Best is the one in
  // small letters, else the first.
  std::string other(const std::string& path) const {
    if (spellings_.empty()) return {};
    std::string found;
    for_each_prefix(path, [&](std::string_view prefix) {
      const auto spellings = is_own_key(prefix) ? spellings_.find(prefix) : spellings_.find(twin_key(prefix));
      // What lies in a folder of which no twin is known has none either.
      if (spellings == spellings_.end()) return false;
      const std::string& key = spellings->first;
      const std::string& best = exists(key) ? key : *spellings->second.begin();
      if (best != prefix) found = best;
      return found.empty();
    });
    return found;
  }

 private:
  bool exists(std::string_view path) const {
    const std::string folder = std::string(path) + "/";
    const auto file = std::ranges::lower_bound(files_, path, {}, &SourceFile::path);
    if (file != files_.end() && file->path == path) return true;
    const auto below = std::ranges::lower_bound(files_, folder, {}, &SourceFile::path);
    return below != files_.end() && below->path.starts_with(folder);
  }

  std::span<const SourceFile> files_;
  Spellings spellings_;
};

// The file that stands where `path` needs a folder; empty when there is none. Only hand-made lists have such.
// Nothing is in the way of the first `known` letters.
std::string file_in_the_way(std::span<const SourceFile> files, std::string_view path, std::size_t known) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  std::string found;
  for_each_prefix(path.substr(0, slash), [&](std::string_view folder) {
    if (folder.size() < known) return true;
    const auto file = std::ranges::lower_bound(files, folder, {}, &SourceFile::path);
    if (file != files.end() && file->path == folder) found = file->path;
    return true;
  });
  return found;
}

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);
}

}  // namespace

void Snapshot::adopt(std::vector<SourceFile> files, Findings findings, std::string revision) {
  std::erase_if(files, [&](const SourceFile& file) {
    if (serves_git(file.path)) return true;
    auto fault = check_path(file.path);
    if (!fault) return false;
    findings.push_back(std::move(*fault));
    return true;
  });
  if (!std::ranges::is_sorted(files, {}, &SourceFile::path))
    std::ranges::stable_sort(files, {}, &SourceFile::path);

  const Twins twins(files);
  std::vector<bool> refused(files.size());
  std::string_view last_folder;
  std::string in_the_way;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string& path = files[i].path;
    std::string other = twins.other(path);
    if (other.empty() && i > 0 && files[i - 1].path == path) other = path;
    if (const std::string_view folder = folder_of(path); folder != last_folder) {
      const auto common = std::ranges::mismatch(folder, last_folder).in1 - folder.begin();
      in_the_way = file_in_the_way(files, path, in_the_way.empty() ? static_cast<std::size_t>(common) : 0);
      last_folder = folder;
    }
    if (other.empty()) other = in_the_way;
    if (other.empty()) continue;
    refused[i] = true;
    findings.emplace_back(rules::source_name_twin, Place{path, {}}, std::string(), excerpt(path),
                          std::vector<Param>{{"other", std::move(other)}});
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (refused[i]) continue;
    if (kept != i) files[kept] = std::move(files[i]);
    ++kept;
  }
  files.resize(kept);

  sort_findings(findings);
  files_ = std::move(files);
  findings_ = std::move(findings);
  revision_ = std::move(revision);
}

const SourceFile* Snapshot::find(std::string_view path) const {
  const auto found = std::ranges::lower_bound(files_, path, {}, &SourceFile::path);
  return found != files_.end() && found->path == path ? &*found : nullptr;
}

std::span<const SourceFile> Snapshot::under(std::string_view folder) const {
  const auto first = std::ranges::lower_bound(files_, folder, {}, &SourceFile::path);
  const auto last = std::partition_point(
      first, files_.end(), [&](const SourceFile& file) { return file.path.starts_with(folder); });
  return {first, last};
}

std::expected<std::string, SourceError> Snapshot::read_asset(const SourceFile& file) const {
  auto stored = read(file);
  if (!stored) return stored;
  std::string bytes = std::move(*stored);
  const auto pointer = bytes.size() <= largest_pointer ? parse_lfs_pointer(bytes) : std::nullopt;
  if (!pointer) return bytes;
  auto refusal = [&](const Rule& rule) {
    return std::unexpected(Finding(rule, {file.path, {}}, {}, {}, {{"oid", pointer->oid}}));
  };
  const auto where = lfs_object(pointer->oid);
  if (!where) return refusal(rules::source_lfs_missing);
  auto object = read_regular_file(AT_CURRENT_FOLDER, *where, pointer->size);
  if (!object) return refusal(rules::source_lfs_missing);
  const bool whole = object->size() == pointer->size && sha256_hex(*object) == pointer->oid;
  if (!whole) return refusal(rules::source_lfs_damaged);
  return std::move(*object);
}

std::optional<std::string> Snapshot::lfs_object(std::string_view) const {
  return std::nullopt;
}

}  // namespace mektep
