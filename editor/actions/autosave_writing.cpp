#include "editor/actions/autosave_writing.h"

#include "editor/actions/demand.h"

namespace mektep::editor {

Outcome<std::int64_t> AutosaveWriting::execute(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::write_own, "draft.save", entry))
    return std::unexpected(std::move(*refusal));
  if (!is_writing(entry)) return std::unexpected(Refusal{.kind = Refusal::Kind::not_found});
  const auto writing = writing_at(services, entry, base);
  if (!writing) return std::unexpected(writing.error());
  auto edits = put_values(services, *writing, values);
  if (!edits) return std::unexpected(edits.error());
  DraftSave save{actor.account, entry, writing->base, version, {}};
  for (Edit& edit : *edits) save.files.push_back({std::move(edit.path), std::move(edit.bytes)});
  const auto saved = services.drafts.save(save);
  if (!saved) return std::unexpected(Refusal{.detail = saved.error().detail});
  return saved->version;
}

}  // namespace mektep::editor
