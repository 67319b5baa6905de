#include "editor/actions/save_writing.h"

#include "editor/actions/autosave_writing.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/ownership.h"
#include "editor/actions/write_entry.h"

namespace mektep::editor {

Outcome<SavedWriting> SaveWriting::execute(Services& services, const Actor& actor) const {
  if (!is_writing(entry)) return std::unexpected(Refusal{.kind = Refusal::Kind::not_found});
  if (auto refusal = demand_write(services, actor, owner_of(services, actor, entry), "entry.save", entry))
    return std::unexpected(std::move(*refusal));
  // First of all the text itself is safe, whatever comes of the rest.
  const auto draft = AutosaveWriting{entry, base, version, values}.execute(services, actor);
  if (!draft) return std::unexpected(draft.error());
  const auto start = writing_at(services, entry, base);
  if (!start) return std::unexpected(start.error());
  auto edits = put_values(services, *start, values);
  if (!edits) return std::unexpected(std::move(edits.error()));
  std::erase_if(*edits, [&](const Edit& edit) {
    const Locale locale = edit.path == text_file(entry, Locale::ky) ? Locale::ky : Locale::ru;
    return edit.bytes == start->saved[index(locale)];
  });

  SavedWriting saved{.revision = start->base, .changed = !edits->empty()};
  if (saved.changed) {
    auto written =
        write_entry(services, actor, {.entry = entry, .base = start->base, .edits = std::move(*edits)});
    if (!written) return std::unexpected(std::move(written.error()));
    if (written->conflict) {
      for (const FileConflict& file : written->conflict->files) {
        const auto places = file.merge.conflicts();
        for (const MergeConflict* place : places)
          saved.conflicts.push_back({file.path, place->mine, place->theirs});
        if (places.empty()) saved.conflicts.push_back({file.path, {}, {}});  // one side removed the file
      }
      return saved;
    }
    saved.revision = std::move(written->revision);
    saved.merged = written->merged;
    note(services, actor, "entry.save", entry, {{"revision", saved.revision}});
  }
  if (const auto settled = services.drafts.settle(actor.account, entry, *draft); !settled)
    return std::unexpected(refusal_of(settled.error()));
  return saved;
}

}  // namespace mektep::editor
