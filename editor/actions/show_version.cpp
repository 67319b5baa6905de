#include "editor/actions/show_version.h"

#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/write_entry.h"

namespace mektep::editor {
namespace {

constexpr Message no_page{.ky = "Бул версиянын өз барагы жок.",
                          .ru = "У этой версии нет своей страницы.",
                          .en = "This version has no page of its own."};

}  // namespace

Outcome<SeenVersion> ShowVersion::execute(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::read, "entry.look", entry))
    return std::unexpected(std::move(*refusal));
  const std::string head = services.repository.head();
  auto then = read_entry(services.repository, entry, revision);
  if (!then) return std::unexpected(std::move(then.error()));
  const auto now = read_entry(services.repository, entry, head);
  if (!now) return std::unexpected(now.error());
  UnsavedEdits edits;
  for (const Edit& file : *now) {
    if (std::ranges::find(*then, file.path, &Edit::path) == then->end())
      edits.emplace_back(file.path, std::nullopt);
  }
  for (Edit& file : *then) edits.emplace_back(std::move(file.path), std::move(file.bytes));
  PreviewView shown(head, std::move(edits));
  auto pages = services.preview.pages_of(shown, entry);
  if (!pages) return std::unexpected(Refusal{.detail = pages.error().message(Language::en)});
  if (std::ranges::all_of(*pages, &std::string::empty))
    return std::unexpected(refuse(Refusal::Kind::not_found, no_page));
  return SeenVersion{.link = services.preview_links.open(actor.account, std::move(shown)),
                     .pages = std::move(*pages)};
}

}  // namespace mektep::editor
