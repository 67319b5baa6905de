#include "editor/actions/save_writing.h"

#include "editor/actions/autosave_writing.h"
#include "editor/actions/demand.h"

namespace mektep::editor {

namespace {

constexpr int attempts = 3;  // at merging with what others save at this very moment

Refusal of_repository(const RepositoryError& error) {
  const Message& message = explain(error.fault);
  return {.kind = error.fault == Fault::changed_meanwhile ? Refusal::Kind::conflict : Refusal::Kind::failed,
          .message = {std::string(message.ky), std::string(message.ru), std::string(message.en)},
          .detail = error.detail};
}

// What has to be written so that the files of `now` become those of `wanted`, merged with what changed since
// `base`.
std::vector<Edit> merged(const Writing& base, const Writing& now, const std::vector<Edit>& wanted,
                         SavedWriting& saved) {
  std::vector<Edit> edits;
  for (const Edit& edit : wanted) {
    const std::size_t which = edit.path == text_file(base.entry, Locale::ky) ? 0 : 1;
    const auto& before = base.saved[which];
    const auto& theirs = now.saved[which];
    if (edit.bytes == theirs) continue;
    if (theirs == before) {
      edits.push_back(edit);
      continue;
    }
    if (edit.bytes == before) continue;
    const Merge merge =
        merge_file(edit.path, before.value_or(""), edit.bytes.value_or(""), theirs.value_or(""));
    for (const MergeConflict* conflict : merge.conflicts())
      saved.conflicts.push_back({edit.path, conflict->mine, conflict->theirs});
    saved.merged = true;
    edits.push_back({edit.path, merge.text()});
  }
  return edits;
}

}  // namespace

Outcome<SavedWriting> SaveWriting::execute(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::write, "entry.save", entry))
    return std::unexpected(std::move(*refusal));
  if (!is_writing(entry)) return std::unexpected(Refusal{.kind = Refusal::Kind::not_found});
  // First of all the text itself is safe, whatever comes of the rest.
  const auto draft = AutosaveWriting{entry, base, version, values}.execute(services, actor);
  if (!draft) return std::unexpected(draft.error());
  const auto start = writing_at(services, entry, base);
  if (!start) return std::unexpected(start.error());
  const auto wanted = put_values(services, *start, values);
  if (!wanted) return std::unexpected(wanted.error());
  for (int attempt = 0; attempt < attempts; ++attempt) {
    const auto now = writing_at(services, entry, {});
    if (!now) return std::unexpected(now.error());
    SavedWriting saved;
    auto edits = merged(*start, *now, *wanted, saved);
    if (!saved.conflicts.empty()) return saved;
    saved.changed = !edits.empty();
    saved.revision = now->base;
    if (saved.changed) {
      const auto commit = services.repository.commit({.base = now->base,
                                                      .edits = std::move(edits),
                                                      .author = {actor.name, actor.email},
                                                      .message = entry});
      if (!commit && commit.error().fault == Fault::changed_meanwhile) continue;
      if (!commit) return std::unexpected(of_repository(commit.error()));
      saved.revision = *commit;
      note(services, actor, "entry.save", entry, {{"revision", *commit}});
    }
    if (const auto settled = services.drafts.settle(actor.account, entry, *draft); !settled)
      return std::unexpected(Refusal{.detail = settled.error().detail});
    return saved;
  }
  return std::unexpected(of_repository({.fault = Fault::changed_meanwhile, .detail = "busy"}));
}

}  // namespace mektep::editor
