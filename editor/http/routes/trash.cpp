// The trash, deleting, another address, and the drafts of a person with their copies.
#include <charconv>
#include <ranges>

#include "editor/actions/delete_entry.h"
#include "editor/actions/failures.h"
#include "editor/actions/rename_entry.h"
#include "editor/actions/save_draft.h"
#include "editor/actions/writing.h"
#include "editor/http/routes/paging.h"
#include "editor/http/routes/routes.h"
#include "editor/permissions/permissions.h"
#include "editor/views/entry_names.h"

namespace mektep::editor {
namespace {

constexpr std::size_t page_length = 50;

std::int64_t number(std::string_view text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Response show_trash(Call& call) {
  const auto trash = call.services.trash.list();
  if (!trash) return call.refused(refusal_of(trash.error()));
  const Paging paging = page_of(call.request, trash->size(), page_length);
  ValueList rows;
  for (const Trashed& each : *trash | std::views::take(paging.end) | std::views::drop(paging.begin)) {
    rows.push_back(make_record({{"id", each.id},
                                {"entry", each.entry},
                                {"title", each.title},
                                {"name", each.name},
                                {"deleted", each.deleted}}));
  }
  return call.page("trash.html", {{"rows", std::move(rows)},
                                  {"paging", paging.value()},
                                  {"may_write", may(call.actor->role, Ability::write)}});
}

Response restore(Call& call) {
  const auto entry = RestoreEntry{number(call.request.capture("id"))}.execute(call.services, *call.actor);
  return entry ? call.done("/history/" + *entry, "restored") : call.refused(entry.error());
}

// What somebody is about to do to an entry: delete it or give it another address.
Response ask(Call& call, const char* page, const Refusal* refusal = nullptr) {
  Repository& repository = call.services.repository;
  const std::string entry(call.request.capture("id"));
  const std::string head = repository.head();
  const auto files = read_entry(repository, entry, head);
  if (!files) return call.refused(files.error());
  if (files->empty()) return call.refused(not_there());
  return call.page(page,
                   {{"entry", entry},
                    {"title", EntryNames(call.services, call.language, head).of(entry)},
                    {"base", head},
                    {"files", files->size()},
                    {"slug", entry.substr(entry.rfind('/') + 1)},
                    {"fault", refusal ? refusal->message.in(call.language) : std::string()}},
                   refusal ? 422 : 200);
}

Response remove(Call& call) {
  const std::string entry(call.request.capture("id"));
  const DeleteEntry action{entry, std::string(call.request.form.get("base"))};
  const auto written = action.execute(call.services, *call.actor);
  if (!written) return call.refused(written.error());
  if (written->conflict) {
    const Refusal refusal = refusal_of(RepositoryError{Fault::changed_meanwhile, entry, {}});
    return ask(call, "delete.html", &refusal);
  }
  return call.done("/trash", "deleted");
}

Response rename(Call& call) {
  const Form& form = call.request.form;
  const RenameEntry action{std::string(call.request.capture("id")), std::string(form.get("slug")),
                           std::string(form.get("base"))};
  const auto renamed = action.execute(call.services, *call.actor);
  if (!renamed && renamed.error().kind == Refusal::Kind::forbidden) return call.refused(renamed.error());
  if (!renamed) return ask(call, "rename.html", &renamed.error());
  return call.done("/history/" + *renamed, "renamed");
}

// How its text begins; the data above the text say nothing to people.
std::string beginning(const Draft& draft) {
  for (const DraftFile& file : draft.files) {
    if (file.bytes) return excerpt(split_text(*file.bytes).second, 200);
  }
  return {};
}

Value draft_value(const Draft& draft, const EntryNames& names) {
  return make_record({{"entry", draft.entry},
                      {"version", draft.version},
                      {"saved", draft.saved / 1000},
                      {"stamp", draft.saved},
                      {"title", names.of(draft)},
                      {"text", beginning(draft)}});
}

Response show_drafts(Call& call) {
  Drafts& drafts = call.services.drafts;
  const auto own = drafts.list(call.actor->account);
  if (!own) return call.refused(refusal_of(own.error()));
  const auto old = drafts.all_copies(call.actor->account);
  if (!old) return call.refused(refusal_of(old.error()));
  const EntryNames names(call.services, call.language);
  ValueList rows;
  const Paging paging = page_of(call.request, own->size(), page_length);
  for (const Draft& each : *own | std::views::take(paging.end) | std::views::drop(paging.begin)) {
    const auto draft = drafts.find(each.account, each.entry);
    if (draft && *draft) rows.push_back(draft_value(**draft, names));
  }
  ValueList copies;
  for (const Draft& each : *old) copies.push_back(draft_value(each, names));
  return call.page("drafts.html",
                   {{"rows", std::move(rows)}, {"paging", paging.value()}, {"copies", std::move(copies)}});
}

Response change_draft(Call& call) {
  const Form& form = call.request.form;
  const std::string entry(call.request.capture("id"));
  if (form.get("do") == "discard") {
    const auto done = DiscardDraft{entry}.execute(call.services, *call.actor);
    return done ? call.done("/drafts", "discarded") : call.refused(done.error());
  }
  const TakeDraftCopy action{entry, number(form.get("version")), number(form.get("stamp"))};
  const auto done = action.execute(call.services, *call.actor);
  return done ? call.done("/drafts", "copy_taken") : call.refused(done.error());
}

}  // namespace

void add_trash_routes(Router& router, Services&) {
  router.get("/trash", show_trash);
  router.post("/trash/{id}", restore);
  router.get("/delete/{id*}", [](Call& call) { return ask(call, "delete.html"); });
  router.post("/delete/{id*}", remove);
  router.get("/rename/{id*}", [](Call& call) { return ask(call, "rename.html"); });
  router.post("/rename/{id*}", rename);
  router.get("/drafts", show_drafts);
  router.post("/drafts/{id*}", change_draft);
}

}  // namespace mektep::editor
