#include "editor/forms/entry_index.h"

#include <algorithm>
#include <array>

#include "base/localise.h"
#include "content/classify.h"
#include "content/read.h"
#include "editor/forms/entry_form.h"
#include "schema/compiled.h"

namespace mektep::editor {
namespace {

constexpr std::size_t most_known = 50'000;

void set_title(Label& title, const Bilingual& text) {
  title.ky = text.best(Locale::ky);
  title.ru = title.en = text.best(Locale::ru);
}

Bilingual person_name(const Node& data) {
  Bilingual name;
  for (const Locale locale : all_locales) {
    for (const char* part : {"name/surname", "name/given", "name/patronymic"}) {
      const std::string text = read_bilingual(data.at(part)).best(locale);
      if (!text.empty()) name.in(locale).append(name.in(locale).empty() ? "" : " ").append(text);
    }
  }
  return name;
}

Bilingual consent_name(const Node& data, std::string_view id) {
  std::string about(data.text_of("person", data.text_of("subject")));
  const Node* number = data.at("evidence/number");
  if (number != nullptr && number->is_scalar())
    about += fmt::format("{}№ {}", about.empty() ? "" : ", ", number->text);
  const std::string name = about.empty() ? std::string(id) : fmt::format("{} · {}", id, about);
  return {{name, name}};
}

std::string_view last_part(std::string_view id) {
  return id.substr(id.rfind('/') + 1);
}

}  // namespace

std::vector<std::string_view> entry_collections() {
  return {"school", "news", "events", "pages", "albums", "people", "documents", "consents", "site"};
}

EntrySummary EntryIndex::summarise(const Snapshot& snapshot, const SourceFile& file,
                                   std::string_view entry) const {
  const std::string key = fmt::format("{} {}", file.path, file.blob);
  if (!file.blob.empty()) {
    const std::scoped_lock lock(mutex_);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
  }
  EntrySummary summary;
  summary.id = entry;
  const Classified what = classify(file.path);
  const EntryFile form{std::string(entry), file.path, schemas_.schemas.find(schema_of(what)),
                       what.role == FileRole::entry_text};
  Findings findings;
  Node data;
  if (const auto bytes = snapshot.read(file)) data = read_values(form, *bytes, findings);
  if (form.schema != nullptr) validate(*form.schema, data, file.path, findings);
  summary.faults = static_cast<std::size_t>(std::ranges::count_if(findings, &Finding::blocks));
  switch (what.role) {
    case FileRole::person:
      set_title(summary.title, person_name(data));
      break;
    case FileRole::consent:
      set_title(summary.title, consent_name(data, what.id));
      break;
    case FileRole::entry_text:
      set_title(summary.title, {{std::string(data.text_of("title")), std::string(data.text_of("title"))}});
      summary.date = data.text_of("date", data.text_of("start"));
      summary.draft = data.text_of("draft") == "true";
      break;
    default:
      set_title(summary.title, read_bilingual(data.given("title")));
      summary.date = data.text_of("date");
      if (form.schema != nullptr && what.role != FileRole::document)
        summary.title = form.schema->shown_label();
  }
  if (summary.title.ky.empty())
    summary.title = {std::string(last_part(entry)), std::string(last_part(entry)),
                     std::string(last_part(entry))};
  const std::scoped_lock lock(mutex_);
  if (known_.size() >= most_known) known_.clear();
  known_[key] = summary;
  return summary;
}

std::vector<EntrySummary> EntryIndex::list(const Snapshot& snapshot, std::string_view collection,
                                           Language language) const {
  std::vector<EntrySummary> entries;
  const Locale locale = language == Language::ky ? Locale::ky : Locale::ru;
  auto add = [&](std::string_view path, const std::string& entry, const Schema* schema) {
    if (const SourceFile* file = snapshot.find(path)) {
      entries.push_back(summarise(snapshot, *file, entry));
    } else {
      entries.push_back({.id = entry, .title = schema->shown_label()});
    }
  };
  if (collection == "site") {
    for (const char* name : {"site", "redirects"}) {
      add(fmt::format("{}.yaml", name), name, schemas_.schemas.find(fmt::format("{}.yaml", name)));
    }
    return entries;
  }
  if (collection == "school") {
    static constexpr std::array sections{"organisation",  "director", "governance", "education", "licences",
                                         "accreditation", "staff",    "facilities", "admission", "finance"};
    for (const char* section : sections) {
      const std::string path = fmt::format("school/{}.yaml", section);
      if (const Schema* schema = schemas_.schemas.find(path))
        add(path, fmt::format("school/{}", section), schema);
    }
    return entries;
  }
  for (const SourceFile& file : snapshot.under(fmt::format("{}/", collection))) {
    const Classified what = classify(file.path);
    const bool record = what.role == FileRole::person || what.role == FileRole::consent;
    if (record) {
      entries.push_back(summarise(snapshot, file, fmt::format("{}/{}", collection, what.id)));
    } else if (what.role == FileRole::document) {
      entries.push_back(summarise(snapshot, file, fmt::format("documents/{}", what.id)));
    } else if (what.role == FileRole::entry_text) {
      EntrySummary summary = summarise(snapshot, file, what.id);
      if (entries.empty() || entries.back().id != what.id) {
        entries.push_back(std::move(summary));
      } else {  // the second language
        entries.back().title.ru = entries.back().title.en = summary.title.ru;
        entries.back().faults += summary.faults;
      }
    }
  }
  std::ranges::stable_sort(entries, [&](const EntrySummary& a, const EntrySummary& b) {
    if (a.date != b.date) return a.date > b.date;
    return collate(a.title.in(locale), b.title.in(locale), locale) < 0;
  });
  return entries;
}

std::optional<EntrySummary> EntryIndex::find(const Snapshot& snapshot, std::string_view entry) const {
  std::optional<EntrySummary> found;
  for (const char* rest : {"/index.ky.md", "/index.ru.md", ".yaml", "/document.yaml"}) {
    const SourceFile* file = snapshot.find(fmt::format("{}{}", entry, rest));
    if (file == nullptr) continue;
    EntrySummary summary = summarise(snapshot, *file, entry);
    if (!found) {
      found = std::move(summary);
    } else {  // the second language
      found->title.ru = found->title.en = summary.title.ru;
    }
  }
  return found;
}

}  // namespace mektep::editor
