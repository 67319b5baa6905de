#include "editor/actions/save_entry_form.h"

#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/write_entry.h"

namespace mektep::editor {
namespace {

constexpr Message not_patchable{
    .ky = "Бул файлда ката бар, форма аны оңдой албайт. Файлды текст катары ачып оңдоңуз.",
    .ru = "В этом файле есть ошибка, форма её исправить не может. Откройте файл как текст.",
    .en = "This file has a fault that a form cannot mend. Open it as text."};

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
  if (!text) return std::unexpected(refusal_of(text.error()));
  return std::move(*text).value_or("");
}

Outcome<SavedEntryForm> save_entry_form(Services& services, const Actor& actor, const SaveEntryForm& input) {
  if (auto refusal = demand(services, actor, ability_to_save(input.entry), "entry.save", input.entry)) {
    return std::unexpected(std::move(*refusal));
  }
  const auto file = entry_file(services.forms.schemas(), input.entry, input.locale);
  if (!file) return std::unexpected(not_there());
  const auto before = read_entry_text(services, *file, input.base);
  if (!before) return std::unexpected(before.error());

  Findings findings;
  const Node now = read_values(*file, *before, findings);
  if (any_blocks(findings)) return std::unexpected(refuse(Refusal::Kind::invalid, not_patchable));
  const auto mine = write_values(*file, *before, read_posted(*file->schema, now, Posted(input.fields)));
  if (!mine) return std::unexpected(refuse(Refusal::Kind::invalid, not_patchable));
  if (*mine == *before && !before->empty()) return SavedEntryForm{services.repository.head(), false, false};

  EntryWrite write{.entry = input.entry,
                   .base = input.base,
                   .edits = {{file->path, *mine}},
                   .deed = before->empty() ? Deed::create : Deed::save};
  auto written = write_entry(services, actor, write);
  if (written && written->conflict) {
    const EntryConflict& conflict = *written->conflict;
    if (!input.overrule) return std::unexpected(both_changed(conflict.files.front().merge));
    write.base = conflict.head;
    write.edits.front().bytes = conflict.files.front().merge.text();
    written = write_entry(services, actor, write);
  }
  if (!written) return std::unexpected(std::move(written.error()));
  if (written->conflict) return std::unexpected(both_changed(written->conflict->files.front().merge));
  note(services, actor, "entry.save", input.entry, {{"revision", written->revision}});
  return SavedEntryForm{written->revision, true, written->merged};
}

}  // namespace mektep::editor
