#include <zip.h>
#include "base/owned.h"
#include "base/text.h"
#include "editor/media/work.h"

namespace mektep::editor {
namespace {

constexpr std::size_t most_entries = 1000;
constexpr std::size_t most_unpacked = 100u << 20;
constexpr std::size_t most_ratio = 100;
constexpr std::size_t free_ratio_bytes = 1u << 20;  // small parts may pack well

using Archive = Owned<zip_t, zip_discard>;
using ArchiveFile = Owned<zip_file_t, zip_fclose>;

bool leaves_folder(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
      name.find(':') != std::string_view::npos)
    return true;
  for (const std::string_view part : split(name, '/')) {
    if (part == "..") return true;
  }
  return false;
}

bool is_active(std::string_view name) {
  const std::string folded = lower(name);
  for (const char* ending : {".bin", ".zip", ".docx", ".xlsx", ".odt", ".docm", ".xlsm", ".pptx", ".jar",
                             ".rar", ".7z", ".exe", ".js", ".vbs"}) {
    // The settings of printers are the one harmless kind of .bin.
    if (folded.ends_with(ending) && folded.find("printersettings") == std::string::npos) return true;
  }
  return folded.starts_with("basic/") || folded.starts_with("scripts/");
}

// Reads an entry to its end; what the directory says of its size is not believed.
std::expected<std::string, UploadFault> unpack(zip_t* zip, zip_uint64_t index, std::size_t limit) {
  const ArchiveFile file(zip_fopen_index(zip, index, 0));
  if (!file) return std::unexpected(UploadFault::damaged);
  std::string out, piece(64u << 10, '\0');
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
    if (count < 0) return std::unexpected(UploadFault::damaged);
    if (count == 0) return out;
    if (out.size() + static_cast<std::size_t>(count) > limit) return std::unexpected(UploadFault::archive);
    out.append(piece, 0, static_cast<std::size_t>(count));
  }
}

}  // namespace

std::expected<void, UploadFault> look_through_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  const Archive zip(source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
  if (!zip && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (!zip) return std::unexpected(UploadFault::damaged);
  const zip_int64_t entries = zip_get_num_entries(zip.get(), 0);
  if (entries < 0 || static_cast<std::size_t>(entries) > most_entries)
    return std::unexpected(UploadFault::archive);
  std::size_t unpacked = 0;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(entries); ++i) {
    zip_stat_t stat;
    if (zip_stat_index(zip.get(), i, 0, &stat) != 0 || stat.name == nullptr)
      return std::unexpected(UploadFault::damaged);
    const std::string_view name(stat.name);
    if (leaves_folder(name)) return std::unexpected(UploadFault::archive);
    if (is_active(name)) return std::unexpected(UploadFault::active);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
      return std::unexpected(UploadFault::damaged);
    const auto part = unpack(zip.get(), i, most_unpacked - unpacked);
    if (!part) return std::unexpected(part.error());
    unpacked += part->size();
    if (part->size() > free_ratio_bytes && part->size() / most_ratio > stat.comp_size)
      return std::unexpected(UploadFault::archive);
    if (part->starts_with("PK\x03\x04")) return std::unexpected(UploadFault::active);
    const bool xml = name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".rdf");
    if (xml &&
        (part->find("<!DOCTYPE") != std::string::npos || part->find("<!ENTITY") != std::string::npos)) {
      return std::unexpected(UploadFault::active);
    }
  }
  return {};
}

}  // namespace mektep::editor
