#include "editor/actions/save_entry.h"

#include "editor/actions/demand.h"
#include "editor/actions/failures.h"

namespace mektep::editor {
namespace {

constexpr Message nothing_typed{.ky = "Сактай турган эч нерсе жок: долбоор бош.",
                                .ru = "Сохранять нечего: черновик пуст.",
                                .en = "There is nothing to save: the draft is empty."};
constexpr Message undecided{.ky = "Ар бир жер боюнча чечим тандаңыз.",
                            .ru = "Выберите решение для каждого места.",
                            .en = "Decide about every place."};

// Settings and the theme are not entries like others.
Ability needed(std::string_view entry) {
  return entry == "site" || entry == "theme" ? Ability::configure : Ability::write;
}

std::vector<Edit> edits_of(const Draft& draft) {
  std::vector<Edit> edits;
  for (const DraftFile& file : draft.files) edits.push_back({file.path, file.bytes});
  return edits;
}

Outcome<Draft> draft_of(Services& services, const Actor& actor, const std::string& entry) {
  auto draft = services.drafts.find(actor.account, entry);
  if (!draft) return std::unexpected(refusal_of(draft.error()));
  if (!*draft || (*draft)->files.empty())
    return std::unexpected(refuse(Refusal::Kind::invalid, nothing_typed));
  return std::move(**draft);
}

// Commits, and lets the draft go once that has happened.
Outcome<Written> commit(Services& services, const Actor& actor, EntryWrite write, std::int64_t version) {
  const std::string entry = write.entry;
  auto written = write_entry(services, actor, std::move(write));
  if (!written || written->conflict) return written;
  if (auto settled = services.drafts.settle(actor.account, entry, version); !settled)
    return std::unexpected(refusal_of(settled.error()));
  note(services, actor, "entry.save", entry, {{"revision", written->revision}});
  return written;
}

}  // namespace

Outcome<void> SaveEntry::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, needed(entry), "entry.save", entry))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<Written> SaveEntry::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return std::unexpected(std::move(checked.error()));
  if (!files.empty()) {
    // The text goes into the draft first: whatever happens next, it is kept.
    std::vector<DraftFile> typed;
    for (const Edit& file : files) typed.push_back({file.path, file.bytes});
    const auto old = services.drafts.find(actor.account, entry);
    if (!old) return std::unexpected(refusal_of(old.error()));
    const std::int64_t version = *old ? (*old)->version : 0;
    if (auto kept = services.drafts.save({actor.account, entry, base, version, std::move(typed)}); !kept)
      return std::unexpected(refusal_of(kept.error()));
  }
  auto draft = draft_of(services, actor, entry);
  if (!draft) return std::unexpected(std::move(draft.error()));
  return commit(services, actor,
                {.entry = entry, .base = draft->base, .edits = edits_of(*draft), .summary = summary},
                draft->version);
}

Outcome<std::optional<EntryConflict>> find_conflict(Services& services, const Actor& actor,
                                                    const std::string& entry) {
  auto draft = services.drafts.find(actor.account, entry);
  if (!draft) return std::unexpected(refusal_of(draft.error()));
  if (!*draft) return std::optional<EntryConflict>();
  std::vector<Edit> edits = edits_of(**draft);
  EntryConflict conflict{services.repository.head(), {}};
  auto files = merge_edits(services.repository, edits, (*draft)->base, conflict.head);
  if (!files) return std::unexpected(std::move(files.error()));
  if (files->empty()) return std::optional<EntryConflict>();
  conflict.files = std::move(*files);
  return conflict;
}

Outcome<void> ResolveConflict::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, needed(entry), "entry.resolve", entry))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<Written> ResolveConflict::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return std::unexpected(std::move(checked.error()));
  auto draft = draft_of(services, actor, entry);
  if (!draft) return std::unexpected(std::move(draft.error()));
  std::vector<Edit> edits = edits_of(*draft);
  auto conflicts = merge_edits(services.repository, edits, draft->base, head);
  if (!conflicts) return std::unexpected(std::move(conflicts.error()));
  for (const FileConflict& conflict : *conflicts) {
    const auto decided =
        std::ranges::find(decisions, conflict.path, &std::pair<std::string, std::vector<Resolution>>::first);
    auto text =
        decided == decisions.end() ? std::optional<std::string>() : resolve(conflict.merge, decided->second);
    if (!text) return std::unexpected(refuse(Refusal::Kind::invalid, undecided));
    const auto edit = std::ranges::find(edits, conflict.path, &Edit::path);
    const bool took_mine = decided->second[0].take == Resolution::Take::mine;
    const bool removed = took_mine ? conflict.mine_removed : conflict.theirs_removed;
    edit->bytes = removed ? std::nullopt : std::move(text);
  }
  return commit(services, actor, {.entry = entry, .base = head, .edits = std::move(edits)}, draft->version);
}

}  // namespace mektep::editor
