#include "editor/forms/entry_summary.h"

#include <algorithm>

#include "content/classify.h"
#include "content/read.h"
#include "editor/forms/entry_form.h"
#include "schema/compiled.h"

namespace mektep::editor {
namespace {

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

EntrySummary summarise_file(const Snapshot& snapshot, const SchemaFolder& schemas, const SourceFile& file,
                            std::string_view entry) {
  EntrySummary summary;
  summary.id = entry;
  const Classified what = classify(file.path);
  const EntryFile form{std::string(entry), file.path, schemas.schemas.find(schema_of(what)),
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
      summary.shown_until = data.text_of("shown_until");
      summary.draft = data.text_of("draft") == "true";
      break;
    default:
      set_title(summary.title, read_bilingual(data.given("title")));
      summary.date = data.text_of("date");
      if (form.schema != nullptr && what.role != FileRole::document)
        summary.title = form.schema->shown_label();
  }
  if (summary.title.ky.empty()) {
    const std::string name(last_part(entry));
    summary.title = {name, name, name};
  }
  return summary;
}

void add_second_language(EntrySummary& summary, const EntrySummary& second) {
  summary.title.ru = summary.title.en = second.title.ru;
  summary.faults += second.faults;
}

std::vector<const SourceFile*> summarised_files(const Snapshot& snapshot, std::string_view entry) {
  std::vector<const SourceFile*> files;
  for (const char* rest : {"/index.ky.md", "/index.ru.md", ".yaml", "/document.yaml"}) {
    if (const SourceFile* file = snapshot.find(fmt::format("{}{}", entry, rest))) files.push_back(file);
  }
  return files;
}

std::string entry_of_file(std::string_view path) {
  Classified what = classify(path);
  switch (what.role) {
    case FileRole::person:
      return "people/" + what.id;
    case FileRole::consent:
      return "consents/" + what.id;
    case FileRole::document:
      return "documents/" + what.id;
    case FileRole::entry_text:
      return std::move(what.id);
    default:
      return {};
  }
}

}  // namespace mektep::editor
