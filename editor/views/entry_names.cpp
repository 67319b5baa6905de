#include "editor/views/entry_names.h"

#include "base/text.h"
#include "syntax/front_matter.h"

namespace mektep::editor {
namespace {

constexpr std::string_view statistics = "statistics/";  // a year of counts, which no form shows

constexpr Message school_in_numbers{.ky = "Мектеп сандарда, {year}-окуу жылы",
                                    .ru = "Школа в цифрах, {year} учебный год",
                                    .en = "The school in numbers, {year}"};

}  // namespace

EntryNames::EntryNames(const Services& services, Language language, const std::string& revision)
    : index_(services.forms.index()), language_(language) {
  if (auto snapshot = services.repository.snapshot(revision)) snapshot_ = std::move(*snapshot);
}

std::string EntryNames::of(std::string_view entry) const {
  if (entry.starts_with(statistics))
    return replace_all(school_in_numbers.in(language_), "{year}", entry.substr(statistics.size()));
  const auto found = snapshot_ ? index_.find(*snapshot_, entry) : std::nullopt;
  return found ? found->title.in(language_) : std::string(entry);
}

std::string EntryNames::of(const Draft& draft) const {
  for (const DraftFile& file : draft.files) {
    if (!file.bytes || !file.path.ends_with(".md")) continue;
    Findings ignored;
    const FrontMatter front = parse_front_matter(*file.bytes, {}, ignored);
    if (const std::string_view title = front.data.text_of("title"); !title.empty()) return std::string(title);
  }
  return of(draft.entry);
}

}  // namespace mektep::editor
