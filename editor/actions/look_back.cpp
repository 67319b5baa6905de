#include "editor/actions/look_back.h"

#include "base/zone.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"

namespace mektep::editor {
namespace {

constexpr std::int64_t day_seconds = 24 * 3600;

constexpr Message no_day{.ky = "Күндү 2026-09-01 түрүндө жазыңыз.",
                         .ru = "Укажите день в виде 2026-09-01.",
                         .en = "Give a day such as 2026-09-01."};
constexpr Message nothing_then{.ky = "Ал күнү сайт али жарыялана элек болчу.",
                               .ru = "В тот день сайт ещё не был опубликован.",
                               .en = "On that day the site had not been published yet."};

}  // namespace

Outcome<SeenBack> LookBack::execute(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, Ability::read, "site.look_back", day))
    return std::unexpected(std::move(*refusal));
  const auto wanted = parse_date(day);
  if (!wanted) return std::unexpected(refuse(Refusal::Kind::invalid, no_day));
  const std::int64_t end = (std::int64_t{wanted->days()} + 1) * day_seconds - bishkek_seconds - 1;
  const auto publication = services.ledger.shown_at(end);
  if (!publication) return std::unexpected(refusal_of(publication.error()));
  if (!*publication) return std::unexpected(refuse(Refusal::Kind::not_found, nothing_then));
  const std::string& revision = (*publication)->revision;
  const auto consents = newest_consents(services.repository, revision);
  if (!consents) return std::unexpected(refusal_of(consents.error()));
  UnsavedEdits edits;
  for (const Edit& edit : *consents) edits.emplace_back(edit.path, edit.bytes);
  return SeenBack{
      .link = services.preview_links.open(actor.account, PreviewView(revision, std::move(edits), wanted)),
      .revision = revision,
      .publication = (*publication)->id};
}

}  // namespace mektep::editor
