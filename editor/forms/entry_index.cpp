#include "editor/forms/entry_index.h"

#include <algorithm>
#include <array>

#include "schema/compiled.h"

namespace mektep::editor {
namespace {

constexpr std::size_t most_known = 25'000;  // files: a large school may wait for approval as a whole

// Collections whose entries are always the same.
bool is_fixed(std::string_view collection) {
  return collection == "school" || collection == "site";
}

}  // namespace

std::vector<std::string_view> entry_collections() {
  return {"school", "news", "events", "pages", "albums", "people", "documents", "consents", "site"};
}

EntryIndex::EntryIndex(const SchemaFolder& schemas) : schemas_(schemas) {
  for (const std::string_view collection : entry_collections()) {
    if (!is_fixed(collection))
      shelves_.try_emplace(std::string(collection), schemas, fmt::format("{}/", collection));
  }
}

EntrySummary EntryIndex::summarise(const Snapshot& snapshot, const SourceFile& file,
                                   std::string_view entry) const {
  if (file.blob.empty()) return summarise_file(snapshot, schemas_, file, entry);
  const std::string key = fmt::format("{} {}", file.path, file.blob);
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
  }
  EntrySummary summary = summarise_file(snapshot, schemas_, file, entry);
  const std::scoped_lock lock(mutex_);
  if (known_.size() >= most_known) known_.clear();
  known_[key] = summary;
  return summary;
}

EntryList EntryIndex::fixed_list(const Snapshot& snapshot, std::string_view collection) const {
  static constexpr std::array sections{
      "school/organisation",  "school/director", "school/governance", "school/education", "school/licences",
      "school/accreditation", "school/staff",    "school/facilities", "school/admission", "school/finance"};
  static constexpr std::array of_the_site{"site", "redirects"};
  EntryList list;
  const std::span<const char* const> entries =
      collection == "school" ? std::span<const char* const>(sections) : of_the_site;
  for (const std::string entry : entries) {
    const std::string path = entry + ".yaml";
    const Schema* schema = schemas_.schemas.find(path);
    if (schema == nullptr) continue;
    const SourceFile* file = snapshot.find(path);
    list.push_back(std::make_shared<const EntrySummary>(
        file != nullptr ? summarise(snapshot, *file, entry)
                        : EntrySummary{.id = entry, .title = schema->shown_label()}));
  }
  return list;
}

std::shared_ptr<const EntryList> EntryIndex::list(const Snapshot& snapshot, std::string_view collection,
                                                  Language language) const {
  if (const auto shelf = shelves_.find(collection); shelf != shelves_.end())
    return shelf->second.list(snapshot, language == Language::ky ? Locale::ky : Locale::ru);
  return std::make_shared<const EntryList>(is_fixed(collection) ? fixed_list(snapshot, collection)
                                                                : EntryList());
}

std::optional<EntrySummary> EntryIndex::find(const Snapshot& snapshot, std::string_view entry) const {
  std::optional<EntrySummary> found;
  for (const SourceFile* file : summarised_files(snapshot, entry)) {
    EntrySummary summary = summarise(snapshot, *file, entry);
    if (found) {
      add_second_language(*found, summary);
    } else {
      found = std::move(summary);
    }
  }
  return found;
}

}  // namespace mektep::editor
