#include "editor/actions/save_entry_form.h"

#include "editor/actions/demand.h"
#include "editor/drafts/merge.h"

namespace mektep::editor {
namespace {

constexpr int attempts = 3;  // at merging with what others save at this very moment

Refusal of_repository(const RepositoryError& error) {
  const Message& message = explain(error.fault);
  return {.kind = error.fault == Fault::changed_meanwhile ? Refusal::Kind::conflict : Refusal::Kind::failed,
          .message = {std::string(message.ky), std::string(message.ru), std::string(message.en)},
          .detail = error.detail};
}

Refusal not_patchable() {
  return {.kind = Refusal::Kind::invalid,
          .message = {"Бул файлда ката бар, форма аны оңдой албайт. Файлды текст катары ачып оңдоңуз.",
                      "В этом файле есть ошибка, форма её исправить не может. Откройте файл как текст.",
                      "This file has a fault that a form cannot mend. Open it as text."}};
}

Refusal both_changed(const Merge& merge) {
  std::string fields;
  for (const MergeConflict* conflict : merge.conflicts()) {
    fields +=
        fmt::format("{}{}: {}", fields.empty() ? "" : "; ", conflict->field, excerpt(conflict->theirs, 80));
  }
  return {.kind = Refusal::Kind::conflict,
          .message = {"Бул жерди ошол эле учурда башка адам да өзгөрттү. Анын тексти — " + fields,
                      "Это место одновременно изменил другой человек. Его текст — " + fields,
                      "Somebody else changed the same place meanwhile. Their text — " + fields}};
}

}  // namespace

Ability ability_to_save(std::string_view entry) {
  return entry == "site" || entry == "redirects" ? Ability::configure : Ability::write;
}

Outcome<std::string> read_entry_text(Services& services, const EntryFile& file, const std::string& revision) {
  auto text = services.repository.read(file.path, revision);
  if (!text) return std::unexpected(of_repository(text.error()));
  return std::move(*text).value_or("");
}

Outcome<SavedEntryForm> save_entry_form(Services& services, const Actor& actor, const SaveEntryForm& input) {
  if (auto refusal = demand(services, actor, ability_to_save(input.entry), "entry.save", input.entry)) {
    return std::unexpected(std::move(*refusal));
  }
  const auto file = entry_file(services.forms.schemas(), input.entry, input.locale);
  if (!file)
    return std::unexpected(
        Refusal{.kind = Refusal::Kind::not_found, .message = {}, .findings = {}, .detail = {}});
  const auto before = read_entry_text(services, *file, input.base);
  if (!before) return std::unexpected(before.error());

  Findings findings;
  const Node now = read_values(*file, *before, findings);
  if (any_blocks(findings)) return std::unexpected(not_patchable());
  const auto mine = write_values(*file, *before, read_posted(*file->schema, now, Posted(input.fields)));
  if (!mine) return std::unexpected(not_patchable());
  if (*mine == *before && !before->empty()) return SavedEntryForm{services.repository.head(), false, false};

  CommitRequest request{.base = input.base,
                        .edits = {{file->path, *mine}},
                        .author = {actor.name, actor.email},
                        .message = input.entry};
  SavedEntryForm saved{.changed = true};
  for (int attempt = 0; attempt < attempts; ++attempt) {
    auto commit = services.repository.commit(request);
    if (commit) {
      saved.revision = *commit;
      note(services, actor, "entry.save", input.entry, {{"revision", *commit}});
      return saved;
    }
    if (commit.error().fault != Fault::changed_meanwhile)
      return std::unexpected(of_repository(commit.error()));
    request.base = services.repository.head();
    const auto theirs = read_entry_text(services, *file, request.base);
    if (!theirs) return std::unexpected(theirs.error());
    const Merge merge = merge_file(file->path, *before, *mine, *theirs);
    if (!merge.clean() && !input.overrule) return std::unexpected(both_changed(merge));
    request.edits.front().bytes = merge.text();
    saved.merged = true;
  }
  return std::unexpected(
      Refusal{.kind = Refusal::Kind::conflict, .message = {}, .findings = {}, .detail = "busy"});
}

}  // namespace mektep::editor
