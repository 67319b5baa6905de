#include "editor/media/library.h"

#include "content/classify.h"
#include "content/parse.h"
#include "editor/repository/entry_id.h"
#include "source/lfs.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

constexpr std::uint64_t longest_pointer = 200;

bool is_kept(FileType type) {
  switch (type) {
    case FileType::jpeg:
    case FileType::png:
    case FileType::webp:
    case FileType::gif:
    case FileType::pdf:
    case FileType::docx:
    case FileType::xlsx:
    case FileType::odt:
      return true;
    default:
      return false;
  }
}

std::optional<MediaItem> read_item(const Snapshot& snapshot, const SourceFile& file) {
  if (classify(file.path).role != FileRole::asset) return std::nullopt;
  MediaItem item{.path = file.path,
                 .entry = entry_of(file.path),
                 .type = file_type_of_name(file.path),
                 .size = file.size};
  if (!is_kept(item.type)) return std::nullopt;
  item.is_picture = item.type == FileType::jpeg || item.type == FileType::png ||
                    item.type == FileType::webp || item.type == FileType::gif;
  item.sidecar = file.path + ".yaml";
  if (file.size <= longest_pointer) {
    const auto bytes = snapshot.read(file);
    if (const auto pointer = bytes ? parse_lfs_pointer(*bytes) : std::nullopt) {
      item.oid = pointer->oid;
      item.size = pointer->size;
    }
  }
  if (item.is_picture) {
    const mektep::Asset asset = read_sidecar(snapshot, item);
    item.alt = asset.alt;
    item.decorative = asset.decorative;
    item.people = asset.people;
  }
  return item;
}

std::string_view folder_of_path(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);
}

}  // namespace

mektep::Asset read_sidecar(const Snapshot& snapshot, const MediaItem& item, Node* data) {
  mektep::Asset asset;
  asset.path = item.path;
  const SourceFile* file = snapshot.find(item.sidecar);
  const auto bytes = file != nullptr ? snapshot.read(*file) : std::expected<std::string, SourceError>("");
  if (!bytes || bytes->empty()) return asset;
  Findings ignored;
  Node values = parse_yaml(*bytes, item.sidecar, ignored);
  if (data != nullptr) *data = values;
  parse_sidecar(std::move(values), asset);
  return asset;
}

std::vector<MediaItem> list_media(const Snapshot& snapshot) {
  std::vector<MediaItem> items;
  for (const SourceFile& file : snapshot.files()) {
    if (auto item = read_item(snapshot, file)) items.push_back(std::move(*item));
  }
  return items;
}

std::optional<MediaItem> find_media(const Snapshot& snapshot, std::string_view path) {
  const SourceFile* file = snapshot.find(path);
  return file != nullptr ? read_item(snapshot, *file) : std::nullopt;
}

std::vector<std::string> uses_of(const Snapshot& snapshot, std::string_view path) {
  const std::string_view folder = folder_of_path(path), name = path.substr(folder.size());
  const std::string from_top = fmt::format("/{}", path);
  std::vector<std::string> users;
  for (const SourceFile& file : snapshot.files()) {
    const bool text = file.path.ends_with(".md") || file.path.ends_with(".yaml");
    if (!text || file.path == fmt::format("{}.yaml", path)) continue;
    const auto bytes = snapshot.read(file);
    if (!bytes) continue;
    const bool beside = folder_of_path(file.path) == folder;
    if (bytes->find(from_top) != std::string::npos || (beside && bytes->find(name) != std::string::npos))
      users.push_back(file.path);
  }
  return users;
}

std::vector<std::string> twins_of(const Snapshot& snapshot, std::string_view oid, std::string_view but) {
  std::vector<std::string> twins;
  if (oid.empty()) return twins;
  for (const SourceFile& file : snapshot.files()) {
    if (file.size > longest_pointer || file.path == but || !is_kept(file_type_of_name(file.path))) continue;
    const auto bytes = snapshot.read(file);
    const auto pointer = bytes ? parse_lfs_pointer(*bytes) : std::nullopt;
    if (pointer && pointer->oid == oid) twins.push_back(file.path);
  }
  return twins;
}

std::string free_path(const Snapshot& snapshot, const std::string& folder, const std::string& name) {
  const std::size_t dot = name.rfind('.');
  for (int number = 1;; ++number) {
    const std::string path =
        number == 1 ? folder + name
                    : fmt::format("{}{}-{}{}", folder, name.substr(0, dot), number, name.substr(dot));
    if (snapshot.find(path) == nullptr) return path;
  }
}

}  // namespace mektep::editor
