#include "editor/forms/library.h"

namespace mektep::editor {

std::expected<std::unique_ptr<FormLibrary>, Findings> FormLibrary::load(const std::string& data_folder) {
  const auto folder = open_data_folder(data_folder + "/schema");
  if (!folder) return std::unexpected(Findings{folder.error()});
  auto library = std::make_unique<FormLibrary>();
  Findings findings;
  library->schemas_ = load_schema_folder(**folder, findings);
  if (any_blocks(findings)) return std::unexpected(std::move(findings));
  return library;
}

std::shared_ptr<const Directory> FormLibrary::directory(const Snapshot& snapshot, Language language) const {
  Kept& kept = kept_[static_cast<std::size_t>(language)];
  {
    const std::scoped_lock lock(mutex_);
    if (kept.directory != nullptr && !kept.revision.empty() && kept.revision == snapshot.revision())
      return kept.directory;
  }
  auto fresh = std::make_shared<const Directory>(read_directory(snapshot, schemas_.catalogue, language));
  const std::scoped_lock lock(mutex_);
  kept = {snapshot.revision(), fresh};
  return fresh;
}

}  // namespace mektep::editor
