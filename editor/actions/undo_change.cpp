#include "editor/actions/undo_change.h"

#include "editor/actions/delete_entry.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"

namespace mektep::editor {
namespace {

constexpr Message consent_stays{.ky = "Макулдуктун өзгөрүүсүн кайтарууга болбойт: жаңы макулдук жазыңыз.",
                                .ru = "Изменение согласия отменить нельзя: внесите новое согласие.",
                                .en = "A change of a consent cannot be undone: enter a new consent."};
constexpr Message undone_already{.ky = "Бул өзгөрүү мурда эле кайтарылган.",
                                 .ru = "Это изменение уже отменено.",
                                 .en = "This change has been undone already."};
constexpr Message changed_again{
    .ky = "Ошол эле жер кийин кайра өзгөртүлгөн. Тарыхтан керектүү версияны тандап, ошону кайтарыңыз.",
    .ru = "То же место потом изменили снова. Выберите в истории нужную версию и верните её.",
    .en =
        "The same place was changed again later. Choose the version that you want in the history and bring "
        "it back."};

using Files = std::vector<Edit>;

Outcome<Files> files_at(Repository& repository, const std::string& entry, const std::string& revision) {
  if (revision.empty()) return Files{};
  return read_entry(repository, entry, revision);
}

bool same(const Files& one, const Files& other) {
  return std::ranges::equal(one, other, [](const Edit& left, const Edit& right) {
    return left.path == right.path && left.bytes == right.bytes;
  });
}

// The entry is back: it does not lie in the trash any more.
Outcome<void> leave_trash(Services& services, const std::string& entry) {
  const auto trash = services.trash.list();
  if (!trash) return std::unexpected(refusal_of(trash.error()));
  for (const Trashed& each : *trash) {
    if (each.entry != entry) continue;
    if (auto removed = services.trash.remove(each.id); !removed)
      return std::unexpected(refusal_of(removed.error()));
  }
  return {};
}

}  // namespace

Outcome<void> UndoChange::check(Services& services, const Actor& actor) const {
  if (auto refusal =
          demand(services, actor, entry == "site" || entry == "theme" ? Ability::configure : Ability::write,
                 "entry.undo", entry))
    return std::unexpected(std::move(*refusal));
  if (entry.starts_with("consents/")) return std::unexpected(refuse(Refusal::Kind::invalid, consent_stays));
  return {};
}

Outcome<Written> UndoChange::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return std::unexpected(std::move(checked.error()));
  Repository& repository = services.repository;
  auto wanted = files_at(repository, entry, before);
  if (!wanted) return std::unexpected(std::move(wanted.error()));
  const auto made = files_at(repository, entry, after);
  if (!made) return std::unexpected(made.error());
  if (wanted->empty() && made->empty()) return std::unexpected(not_there());
  const auto now = read_entry(repository, entry, repository.head());
  if (!now) return std::unexpected(now.error());
  if (same(*now, *wanted)) return std::unexpected(refuse(Refusal::Kind::conflict, undone_already));
  if (wanted->empty()) {  // what began goes to the trash
    auto deleted = DeleteEntry{entry, after}.execute(services, actor);
    if (deleted && deleted->conflict) return std::unexpected(refuse(Refusal::Kind::conflict, changed_again));
    return deleted;
  }
  const bool was_removed = made->empty();
  for (const Edit& file : *made) {
    if (std::ranges::find(*wanted, file.path, &Edit::path) == wanted->end())
      wanted->push_back({file.path, std::nullopt});
  }
  // Saved on the base of the change itself: the merge with the head keeps everything else.
  auto written = write_entry(
      services, actor, {.entry = entry, .base = after, .edits = std::move(*wanted), .deed = Deed::undo});
  if (!written) return written;
  if (written->conflict) return std::unexpected(refuse(Refusal::Kind::conflict, changed_again));
  if (was_removed) {
    if (auto left = leave_trash(services, entry); !left) return std::unexpected(std::move(left.error()));
  }
  note(services, actor, "entry.undo", entry, {{"change", after}, {"revision", written->revision}});
  return written;
}

}  // namespace mektep::editor
