#include "editor/actions/save_draft.h"

#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/repository/entry_id.h"
#include "source/file_name.h"

namespace mektep::editor {

Outcome<void> SaveDraft::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand_write(services, actor, actor.account, "draft.save", entry))
    return std::unexpected(std::move(*refusal));
  for (const DraftFile& file : files) {
    if (check_path(file.path) || entry_of(file.path) != entry)
      return std::unexpected(refusal_of(RepositoryError{Fault::bad_path, file.path, {file.path}}));
  }
  return {};
}

Outcome<DraftSaved> SaveDraft::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return std::unexpected(std::move(checked.error()));
  auto saved = services.drafts.save({actor.account, entry, base, version, files});
  if (!saved) return std::unexpected(refusal_of(saved.error()));
  services.presence.touch(entry, actor, true);
  return *saved;
}

Outcome<void> DiscardDraft::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand_write(services, actor, actor.account, "draft.discard", entry))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<void> DiscardDraft::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return checked;
  if (auto done = services.drafts.discard(actor.account, entry); !done)
    return std::unexpected(refusal_of(done.error()));
  note(services, actor, "draft.discard", entry);
  return {};
}

Outcome<void> TakeDraftCopy::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand_write(services, actor, actor.account, "draft.take-copy", entry))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<void> TakeDraftCopy::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return checked;
  const auto copies = services.drafts.copies(actor.account, entry);
  if (!copies) return std::unexpected(refusal_of(copies.error()));
  for (const Draft& copy : *copies) {
    if (copy.version != version || copy.saved != saved) continue;
    // As if an old tab had saved it: what stands there now is kept.
    const auto done = services.drafts.save({actor.account, entry, copy.base, -1, copy.files});
    if (!done) return std::unexpected(refusal_of(done.error()));
    return {};
  }
  return std::unexpected(not_there());
}

}  // namespace mektep::editor
