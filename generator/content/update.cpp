#include "content/update.h"

#include "content/classify.h"
#include "content/entry_text.h"

namespace mektep {

namespace {

bool is_same(const Snapshot& before, const SourceFile& old_file, const Snapshot& now,
             const SourceFile& new_file) {
  if (old_file.size != new_file.size) return false;
  if (!old_file.blob.empty() || !new_file.blob.empty()) return old_file.blob == new_file.blob;
  if (old_file.modified_ns != new_file.modified_ns) return false;
  if (old_file.modified_ns != 0) return true;
  const auto old_bytes = before.read(old_file);
  const auto new_bytes = now.read(new_file);
  return old_bytes && new_bytes && *old_bytes == *new_bytes;
}

bool has_same_address(const std::optional<Translation>& before, const std::optional<Translation>& now) {
  if (!before || !now) return !before && !now;
  return before->slug == now->slug && before->menu_title == now->menu_title &&
         before->aliases == now->aliases;
}

bool has_same_title(const std::optional<Translation>& before, const std::optional<Translation>& now) {
  return !before || !now || before->title == now->title;
}

}  // namespace

std::vector<std::string> changed_files(const Snapshot& before, const Snapshot& now) {
  std::vector<std::string> changed;
  const auto old_files = before.files(), new_files = now.files();
  auto old_file = old_files.begin();
  auto new_file = new_files.begin();
  while (old_file != old_files.end() || new_file != new_files.end()) {
    const int order = old_file == old_files.end()   ? 1
                      : new_file == new_files.end() ? -1
                                                    : old_file->path.compare(new_file->path);
    if (order < 0) {
      changed.push_back((old_file++)->path);
    } else if (order > 0) {
      changed.push_back((new_file++)->path);
    } else {
      if (!is_same(before, *old_file, now, *new_file)) changed.push_back(new_file->path);
      ++old_file, ++new_file;
    }
  }
  return changed;
}

std::optional<std::vector<std::string>> entries_of_texts(const std::vector<std::string>& changed) {
  std::set<std::string> entries;
  for (const std::string& path : changed) {
    Classified what = classify(path);
    if (what.role != FileRole::entry_text) return std::nullopt;
    entries.insert(std::move(what.id));
  }
  return std::vector(entries.begin(), entries.end());
}

std::expected<std::optional<Entry>, Finding> read_entry(const std::string& path, const Snapshot& now,
                                                        const SchemaSet& schemas, const ContentModel& model) {
  std::optional<Entry> entry;
  for (const Locale locale : all_locales) {
    const std::string name = fmt::format("{}/index.{}.md", path, code(locale));
    const SourceFile* file = now.find(name);
    if (!file) continue;
    auto bytes = now.read(*file);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    Findings ignored;
    const Classified what = classify(name);
    if (!entry) entry.emplace().path = path;
    add_text(*entry, locale,
             parse_entry_text(*bytes, name, what.collection, locale, schemas.find(schema_of(what)), ignored));
  }
  if (entry) limit_to_consents(*entry, model);
  return entry;
}

void replace_entry(ContentModel& model, const std::string& path, std::optional<Entry> entry) {
  const auto at = std::ranges::lower_bound(model.entries, path, {}, &Entry::path);
  const bool known = at != model.entries.end() && at->path == path;
  if (known && entry) {
    *at = std::move(*entry);
  } else if (known) {
    model.entries.erase(at);
  } else if (entry) {
    model.entries.insert(at, std::move(*entry));
  }
}

bool differs_in_words_only(const Entry& before, const Entry& now) {
  const auto place = [](const Entry& entry) {
    return std::tie(entry.collection, entry.date, entry.start, entry.end, entry.until, entry.shown_until,
                    entry.announcement, entry.draft, entry.order, entry.tags, entry.consents, entry.image,
                    entry.location, entry.named_from, entry.named_until);
  };
  if (place(before) != place(now)) return false;
  for (const Locale locale : all_locales) {
    const auto &old_text = before.translations[index(locale)], &new_text = now.translations[index(locale)];
    if (!has_same_address(old_text, new_text)) return false;
    // Menus, redirects and share cards hold titles of pages.
    if (!has_same_title(old_text, new_text)) return false;
  }
  return true;
}

void replace_words(Entry& entry, Entry now) {
  now.path = std::move(entry.path);
  entry = std::move(now);
}

}  // namespace mektep
