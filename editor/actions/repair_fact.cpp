#include "editor/actions/repair_fact.h"

#include "checks/repair.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/save_entry_form.h"
#include "editor/actions/write_entry.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

constexpr Message outdated{.ky = "Бул жер өзгөргөн окшойт. Текшерүү бүткөндөн кийин кайра аракет кылыңыз.",
                           .ru = "Похоже, это место уже изменилось. Попробуйте снова после проверки.",
                           .en = "This place seems to have changed. Try again when the check is done."};

}  // namespace

Outcome<void> RepairFact::check(Services& services, const Actor& actor) const {
  if (auto refusal = demand(services, actor, ability_to_save(entry_of(file)), "fact.repair", entry_of(file)))
    return std::unexpected(std::move(*refusal));
  return {};
}

Outcome<std::string> RepairFact::execute(Services& services, const Actor& actor) const {
  if (auto allowed = check(services, actor); !allowed) return std::unexpected(std::move(allowed.error()));
  const auto report = services.reports.newest().report;
  if (!report) return std::unexpected(refuse(Refusal::Kind::conflict, outdated));
  const auto finding = std::ranges::find_if(report->findings, [&](const Finding& one) {
    const Mark& mark = one.place.mark;
    return is_repairable(one) && one.place.file == file && mark.line == line && mark.column == column;
  });
  if (finding == report->findings.end()) return std::unexpected(refuse(Refusal::Kind::conflict, outdated));
  const std::string head = services.repository.head();
  const auto text = services.repository.read(file, head);
  if (!text) return std::unexpected(refusal_of(text.error()));
  const auto repair = *text ? repair_of(*finding, **text) : std::nullopt;
  if (!repair) return std::unexpected(refuse(Refusal::Kind::conflict, outdated));
  std::string mended = **text;
  mended.replace(repair->begin, repair->end - repair->begin, repair->replacement);
  const std::string entry = entry_of(file);
  const auto written =
      write_entry(services, actor, {.entry = entry, .base = head, .edits = {{file, std::move(mended)}}});
  if (!written) return std::unexpected(written.error());
  if (written->conflict) return std::unexpected(refuse(Refusal::Kind::conflict, outdated));
  note(services, actor, "fact.repair", entry, {{"revision", written->revision}});
  return entry;
}

}  // namespace mektep::editor
