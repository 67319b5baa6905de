#include "statistics/desk.h"

#include "syntax/yaml/yaml.h"

namespace mektep {
namespace {

std::set<std::string, std::less<>> programmes_of(const Snapshot& snapshot) {
  std::set<std::string, std::less<>> ids{"primary", "basic", "secondary"};
  const SourceFile* const file = snapshot.find("school/education.yaml");
  const auto bytes = file ? snapshot.read(*file) : std::expected<std::string, Finding>(std::string());
  if (!bytes) return ids;
  Findings theirs;  // `mektep check` tells them
  const Node education = parse_yaml(*bytes, "school/education.yaml", theirs);
  if (const Node* programmes = education.given("programmes"))
    for (const Node& programme : programmes->items) ids.emplace(programme.text_of("id"));
  return ids;
}

}  // namespace

JournalDesk::JournalDesk(const Snapshot& snapshot, const std::string& folder, Findings& findings)
    : statistics_(read_school_statistics(snapshot, folder, findings)), programmes_(programmes_of(snapshot)) {}

ImportOptions JournalDesk::options(const JournalFiles& files, Findings& findings) const {
  ImportOptions options;
  options.subjects = &statistics_.subjects;
  options.policies = &statistics_.policies;
  options.programmes = programmes_;
  options.year = files.year;
  options.period = files.period;
  options.class_ = files.class_;
  if (!files.mapping.empty())
    options.mapping = read_mapping(parse_yaml(files.mapping, files.mapping_name, findings),
                                   files.mapping_name, statistics_.policies, findings);
  if (!files.profile.empty()) options.mapping.profile = files.profile;
  for (const auto& [term, tables] : statistics_.stored.counts.terms)
    if (const auto contingent = tables.find(TableKind::contingent); contingent != tables.end())
      for (const auto& [key, counts] : contingent->second.rows)
        options.known_classes.emplace(term.year, key.class_);
  return options;
}

ImportPreview JournalDesk::preview(JournalFiles files, const StoreOptions& store) const {
  ImportPreview preview;
  const ImportOptions own = options(files, preview.findings);
  if (any_blocks(preview.findings)) return preview;
  preview.files = import_files(std::move(files.files), own, preview.findings);
  return again(std::move(preview), store);
}

ImportPreview JournalDesk::again(ImportPreview preview, const StoreOptions& store) const {
  preview.change = {};
  if (preview.can_store())
    preview.change = plan_store(statistics_.stored, preview.files, store, preview.findings);
  if (!preview.can_store()) preview.change = {};
  sort_findings(preview.findings);
  return preview;
}

Inspection JournalDesk::inspect(JournalFiles files) const {
  Findings findings;
  const ImportOptions own = options(files, findings);
  Inspection inspection = inspect_files(files.files, own);
  append(inspection.findings, std::move(findings));
  sort_findings(inspection.findings);
  return inspection;
}

GuessedTable JournalDesk::guess(JournalFiles files, Findings& findings) const {
  const ImportOptions own = options(files, findings);
  return files.files.empty() ? GuessedTable{} : guess_columns(files.files.front(), own, findings);
}

std::vector<PupilMark> JournalDesk::marks(JournalFiles files, Findings& findings) const {
  std::vector<PupilMark> marks;
  ImportOptions own = options(files, findings);
  own.on_mark = [&](PupilMark mark) { marks.push_back(std::move(mark)); };
  import_files(std::move(files.files), own, findings);
  return marks;
}

}  // namespace mektep
