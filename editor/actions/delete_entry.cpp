#include "editor/actions/delete_entry.h"

#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

constexpr Message needed_by_site{.ky = "Сайттын жөндөөлөрүн өчүрүүгө болбойт.",
                                 .ru = "Настройки сайта удалить нельзя.",
                                 .en = "The settings of the site cannot be deleted."};
constexpr Message taken{
    .ky = "Ушул эле аталыштагы жазуу кайра түзүлгөн. Адегенде аны кайра атаңыз же өчүрүңүз.",
    .ru = "Запись с таким адресом уже создана снова. Сначала переименуйте или удалите её.",
    .en = "There is an entry of that address again. Rename or delete that one first."};

std::string base_or_head(Services& services, const std::string& base) {
  return base.empty() ? services.repository.head() : base;
}

}  // namespace

Outcome<void> DeleteEntry::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::write, "entry.delete", entry))
    return std::unexpected(std::move(*refusal));
  if (entry == "site") {
    return std::unexpected(refuse(Refusal::Kind::invalid, needed_by_site));
  }
  return {};
}

Outcome<Written> DeleteEntry::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return std::unexpected(std::move(checked.error()));
  const std::string shown = base_or_head(services, base);
  auto files = read_entry(services.repository, entry, shown);
  if (!files) return std::unexpected(std::move(files.error()));
  if (files->empty()) return std::unexpected(not_there());
  for (Edit& file : *files) file.bytes.reset();
  const std::string title = title_of(services.repository, entry, shown);
  auto written = write_entry(
      services, actor, {.entry = entry, .base = shown, .edits = std::move(*files), .deed = Deed::remove});
  if (!written || written->conflict) return written;
  if (auto kept = services.trash.add(entry, shown, title, actor); !kept)
    return std::unexpected(refusal_of(kept.error()));
  note(services, actor, "entry.delete", entry, {{"revision", written->revision}});
  return written;
}

Outcome<void> RestoreEntry::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::write, "entry.restore"))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<std::string> RestoreEntry::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return std::unexpected(std::move(checked.error()));
  const auto trashed = services.trash.find(id);
  if (!trashed) return std::unexpected(refusal_of(trashed.error()));
  if (!*trashed) return std::unexpected(not_there());
  const std::string& entry = (*trashed)->entry;
  const std::string head = services.repository.head();
  const auto there = read_entry(services.repository, entry, head);
  if (!there) return std::unexpected(there.error());
  if (!there->empty()) {
    return std::unexpected(refuse(Refusal::Kind::conflict, taken));
  }
  auto files = read_entry(services.repository, entry, (*trashed)->revision);
  if (!files) return std::unexpected(std::move(files.error()));
  const auto written = write_entry(
      services, actor, {.entry = entry, .base = head, .edits = std::move(*files), .deed = Deed::restore});
  if (!written) return std::unexpected(written.error());
  if (auto removed = services.trash.remove(id); !removed) return std::unexpected(refusal_of(removed.error()));
  note(services, actor, "entry.restore", entry, {{"revision", written->revision}});
  return entry;
}

Outcome<void> BringBackVersion::check(Services& services, const Actor& actor) const {
  if (auto refusal =
          demand(services, actor, entry == "site" || entry == "theme" ? Ability::configure : Ability::write,
                 "entry.bring-back", entry))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<Written> BringBackVersion::execute(Services& services, const Actor& actor) const {
  if (auto checked = check(services, actor); !checked) return std::unexpected(std::move(checked.error()));
  const std::string shown = base_or_head(services, base);
  auto edits = read_entry(services.repository, entry, revision);
  if (!edits) return std::unexpected(std::move(edits.error()));
  if (edits->empty()) return std::unexpected(not_there());
  const auto now = read_entry(services.repository, entry, shown);
  if (!now) return std::unexpected(now.error());
  for (const Edit& file : *now) {
    if (std::ranges::find(*edits, file.path, &Edit::path) == edits->end())
      edits->push_back({file.path, std::nullopt});
  }
  auto written = write_entry(
      services, actor, {.entry = entry, .base = shown, .edits = std::move(*edits), .deed = Deed::bring_back});
  if (written && !written->conflict)
    note(services, actor, "entry.bring-back", entry, {{"from", revision}, {"revision", written->revision}});
  return written;
}

}  // namespace mektep::editor
