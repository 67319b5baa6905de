#include "editor/actions/journal.h"

#include "base/date.h"
#include "base/zone.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"

namespace mektep::editor {
namespace {

constexpr int tries = 3;  // when others write at the same time

constexpr Message nothing_uploaded{.ky = "Файл тандаңыз.", .ru = "Выберите файл.", .en = "Choose a file."};
constexpr Message no_longer_kept{
    .ky = "Бул көрүнүш сакталган эмес: бир сааттан ашты же ал мурун тастыкталган. Файлдарды кайра жүктөңүз.",
    .ru = "Этот просмотр больше не хранится: прошёл час, или он уже подтверждён. Загрузите файлы снова.",
    .en = "This preview is no longer kept: an hour has passed, or it was confirmed. Upload the files again."};
constexpr Message has_faults{.ky = "Сакталган жок: алгач төмөнкү каталарды оңдоңуз.",
                             .ru = "Не сохранено: сначала исправьте указанные ошибки.",
                             .en = "Not stored: mend these faults first."};

Refusal refuse_findings(Findings findings) {
  Refusal refusal = refuse(Refusal::Kind::invalid, has_faults);
  refusal.findings = std::move(findings);
  return refusal;
}

Outcome<JournalDesk> desk_at(Services& services, const std::string& revision, Findings& findings) {
  const auto snapshot = services.repository.snapshot(revision);
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  return JournalDesk(**snapshot, services.data_folder + "/schema/statistics", findings);
}

StoreOptions options(Services& services, bool may_be_public) {
  return {.today = date_at(services.machine.now(), bishkek_minutes), .may_be_public = may_be_public};
}

CommitRequest commit_of(const StoreChange& change, const Actor& actor, std::string base) {
  CommitRequest request{
      .base = std::move(base), .edits = {}, .author = {actor.name, actor.email}, .message = {}};
  for (const auto& [path, bytes] : change.files) request.edits.push_back({path, bytes});
  request.message = fmt::format("Import counts of the journal: {} rows new, {} corrected\n", change.added,
                                change.corrected);
  return request;
}

}  // namespace

Outcome<JournalDesk> journal_desk(Services& services, const Actor& actor) {
  if (auto refusal = demand(services, actor, Ability::journal, "journal.read"))
    return std::unexpected(std::move(*refusal));
  Findings findings;
  return desk_at(services, {}, findings);
}

Outcome<PreviewedImport> preview_import(Services& services, const Actor& actor, JournalFiles files) {
  for (const Ability ability : {Ability::journal, Ability::write})
    if (auto refusal = demand(services, actor, ability, "journal.preview"))
      return std::unexpected(std::move(*refusal));
  if (files.files.empty()) return std::unexpected(refuse(Refusal::Kind::invalid, nothing_uploaded));
  Findings findings;
  auto desk = desk_at(services, {}, findings);
  if (!desk) return std::unexpected(std::move(desk.error()));
  PreviewedImport made{.id = {}, .preview = {}, .desk = std::move(*desk)};
  if (!any_blocks(findings)) made.preview = made.desk.preview(std::move(files), options(services, true));
  append(made.preview.findings, std::move(findings));
  sort_findings(made.preview.findings);
  if (made.preview.can_store() && made.preview.changes_anything())
    made.id = services.imports.keep(actor.account, made.preview);
  return made;
}

Outcome<StoredImport> store_import(Services& services, const Actor& actor, const std::string& id,
                                   bool unpublished) {
  for (const Ability ability : {Ability::journal, Ability::write})
    if (auto refusal = demand(services, actor, ability, "journal.import"))
      return std::unexpected(std::move(*refusal));
  auto preview = services.imports.take(actor.account, id);
  if (!preview) return std::unexpected(refuse(Refusal::Kind::not_found, no_longer_kept));
  RepositoryError last;
  for (int attempt = 0; attempt < tries; ++attempt) {
    const std::string base = services.repository.head();
    Findings findings;
    const auto desk = desk_at(services, base, findings);
    if (!desk) return std::unexpected(desk.error());
    preview->findings.clear();
    *preview = desk->again(std::move(*preview), options(services, !unpublished));
    append(findings, Findings(preview->findings));
    if (any_blocks(findings)) return std::unexpected(refuse_findings(std::move(findings)));
    const StoreChange& change = preview->change;
    if (change.files.empty()) return StoredImport{base};
    const auto revision = services.repository.commit(commit_of(change, actor, base));
    if (revision) {
      note(services, actor, "journal.import", "statistics",
           {{"revision", *revision},
            {"added", std::to_string(change.added)},
            {"corrected", std::to_string(change.corrected)}});
      return StoredImport{*revision, change.added, change.corrected};
    }
    last = revision.error();
    if (last.fault != Fault::changed_meanwhile) break;
  }
  services.imports.keep(actor.account, std::move(*preview));
  return std::unexpected(refusal_of(last));
}

Outcome<Inspection> inspect_journal(Services& services, const Actor& actor, JournalFiles files) {
  if (auto refusal = demand(services, actor, Ability::journal, "journal.inspect"))
    return std::unexpected(std::move(*refusal));
  if (files.files.empty()) return std::unexpected(refuse(Refusal::Kind::invalid, nothing_uploaded));
  Findings findings;
  const auto desk = desk_at(services, {}, findings);
  if (!desk) return std::unexpected(desk.error());
  Inspection inspection = desk->inspect(std::move(files));
  append(inspection.findings, std::move(findings));
  sort_findings(inspection.findings);
  note(services, actor, "journal.inspect", "journal",
       {{"findings", std::to_string(inspection.findings.size())}});
  return inspection;
}

}  // namespace mektep::editor
