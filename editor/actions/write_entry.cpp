#include "editor/actions/write_entry.h"

#include "editor/actions/failures.h"
#include "editor/actions/secret_scan.h"
#include "editor/repository/entry_id.h"
#include "syntax/front_matter.h"
#include "syntax/yaml/yaml.h"

namespace mektep::editor {
namespace {

constexpr std::string_view deed_line = "Mektep-Deed: ";

constexpr std::array<std::pair<Deed, std::string_view>, 7> deeds{{{Deed::create, "create"},
                                                                  {Deed::save, "save"},
                                                                  {Deed::remove, "remove"},
                                                                  {Deed::restore, "restore"},
                                                                  {Deed::rename, "rename"},
                                                                  {Deed::bring_back, "bring-back"},
                                                                  {Deed::undo, "undo"}}};

std::string_view verb(Deed deed) {
  switch (deed) {
    case Deed::create:
      return "Create";
    case Deed::remove:
      return "Delete";
    case Deed::restore:
      return "Restore";
    case Deed::rename:
      return "Rename";
    case Deed::bring_back:
      return "Bring back an older version of";
    case Deed::undo:
      return "Undo a change of";
    default:
      return "Save";
  }
}

std::string message_of(const EntryWrite& write) {
  const std::string first =
      write.summary.empty() ? fmt::format("{} {}", verb(write.deed), write.entry) : write.summary;
  return fmt::format("{}\n\n{}{}\n", first, deed_line, code(write.deed));
}

constexpr Message unreadable{
    .ky =
        "Сакталган жок: текстте окулбаган жер бар. Текст долбоордо калды; төмөндөгүнү оңдоп, кайра сактаңыз.",
    .ru =
        "Не сохранено: в тексте есть место, которое нельзя прочитать. Текст остался в черновике; исправьте "
        "указанное и сохраните снова.",
    .en =
        "Not saved: a part of the text cannot be read. The text is kept in the draft; mend what is shown and "
        "save again."};

using Bytes = std::optional<std::string>;

FileConflict whole_file(const std::string& path, const Bytes& base, const Bytes& mine, const Bytes& theirs) {
  MergeConflict conflict{
      MergeConflict::Kind::file, {}, base.value_or(""), mine.value_or(""), theirs.value_or("")};
  return {path, {{{{}, std::move(conflict)}}}, !mine, !theirs};
}

}  // namespace

std::string_view code(Deed deed) {
  const auto found = std::ranges::find(deeds, deed, &std::pair<Deed, std::string_view>::first);
  return found == deeds.end() ? "other" : found->second;
}

Deed deed_of(std::string_view message) {
  const std::size_t at = message.rfind(deed_line);
  if (at == std::string_view::npos) return Deed::other;
  std::string_view name = message.substr(at + deed_line.size());
  name = name.substr(0, name.find('\n'));
  const auto found = std::ranges::find(deeds, name, &std::pair<Deed, std::string_view>::second);
  return found == deeds.end() ? Deed::other : found->first;
}

Outcome<void> check_edits_of(const EntryWrite& write) {
  Findings findings;
  for (const Edit& edit : write.edits) {
    if (entry_of(edit.path) != write.entry) {
      RepositoryError error{Fault::bad_path, edit.path + " is not of " + write.entry, {edit.path}};
      return std::unexpected(refusal_of(error));
    }
    if (!edit.bytes) continue;
    const bool markdown = edit.path.ends_with(".md");
    if (markdown) parse_front_matter(*edit.bytes, edit.path, findings);
    // Security line 23.
    constexpr YamlOptions limits{.max_depth = 32, .max_bytes = 256u << 10};
    if (edit.path.ends_with(".yaml")) parse_yaml(*edit.bytes, edit.path, findings, limits);
    if (markdown || edit.path.ends_with(".yaml") || edit.path.ends_with(".csv"))
      append(findings, find_secrets(*edit.bytes, edit.path));
  }
  std::erase_if(findings, [](const Finding& finding) { return !finding.blocks(); });
  if (findings.empty()) return {};
  sort_findings(findings);
  return std::unexpected(Refusal{Refusal::Kind::invalid, label_of(unreadable), std::move(findings), {}});
}

Outcome<std::vector<FileConflict>> merge_edits(Repository& repository, std::vector<Edit>& edits,
                                               const std::string& base, const std::string& head) {
  std::vector<FileConflict> conflicts;
  for (Edit& edit : edits) {
    auto was = repository.read(edit.path, base);
    if (!was) return std::unexpected(refusal_of(was.error()));
    auto theirs = repository.read(edit.path, head);
    if (!theirs) return std::unexpected(refusal_of(theirs.error()));
    if (*theirs == *was || *theirs == edit.bytes) continue;
    if (edit.bytes == *was) {
      edit.bytes = std::move(*theirs);
      continue;
    }
    if (!edit.bytes || !*theirs || !*was) {
      conflicts.push_back(whole_file(edit.path, *was, edit.bytes, *theirs));
      continue;
    }
    Merge merge = merge_file(edit.path, **was, *edit.bytes, **theirs);
    if (merge.clean()) {
      edit.bytes = merge.text();
    } else {
      conflicts.push_back({edit.path, std::move(merge)});
    }
  }
  return conflicts;
}

Outcome<Written> write_entry(Services& services, const Actor& actor, EntryWrite write) {
  if (auto checked = check_edits_of(write); !checked) return std::unexpected(std::move(checked.error()));
  Repository& repository = services.repository;
  bool merged = false;
  constexpr int most_attempts = 10;  // others may save between the merge and the commit
  for (int i = 0; i < most_attempts; ++i) {
    auto revision = repository.commit({.base = write.base,
                                       .edits = write.edits,
                                       .author = {actor.name, actor.email},
                                       .message = message_of(write)});
    if (revision) return Written{std::move(*revision), merged, std::nullopt};
    if (revision.error().fault != Fault::changed_meanwhile)
      return std::unexpected(refusal_of(revision.error()));
    const std::string head = repository.head();
    auto conflicts = merge_edits(repository, write.edits, write.base, head);
    if (!conflicts) return std::unexpected(std::move(conflicts.error()));
    if (!conflicts->empty()) return Written{{}, false, EntryConflict{head, std::move(*conflicts)}};
    write.base = head;
    merged = true;
  }
  return std::unexpected(refusal_of(RepositoryError{Fault::locked, write.entry, {}}));
}

Outcome<std::vector<Edit>> read_entry(Repository& repository, const std::string& entry,
                                      const std::string& revision) {
  const auto snapshot = repository.snapshot(revision);
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  std::vector<Edit> files;
  for (const SourceFile* file : files_of_entry(**snapshot, entry)) {
    auto bytes = (*snapshot)->read(*file);
    if (!bytes) {
      const RepositoryError error{Fault::damaged, bytes.error().message(Language::en), {file->path}};
      return std::unexpected(refusal_of(error));
    }
    files.push_back({file->path, std::move(*bytes)});
  }
  return files;
}

std::string title_of(Repository& repository, const std::string& entry, const std::string& revision) {
  for (const std::string_view name : {"index.ky.md", "index.ru.md"}) {
    const auto bytes = repository.read(fmt::format("{}/{}", entry, name), revision);
    if (!bytes || !*bytes) continue;
    Findings ignored;
    const FrontMatter front = parse_front_matter(**bytes, {}, ignored);
    if (const std::string_view title = front.data.text_of("title"); !title.empty()) return std::string(title);
  }
  for (const std::string& path : {entry + ".yaml", entry + "/document.yaml"}) {
    const auto bytes = repository.read(path, revision);
    if (!bytes || !*bytes) continue;
    Findings ignored;
    const Node data = parse_yaml(**bytes, {}, ignored);
    if (const Node* title = data.given("title"))
      return std::string(title->is_scalar() ? std::string_view(title->text) : title->text_of("ky"));
    if (const Node* surname = data.at("name/surname/ky")) {
      const Node* given = data.at("name/given/ky");
      return surname->text + (given ? " " + given->text : "");
    }
  }
  return entry;
}

}  // namespace mektep::editor
