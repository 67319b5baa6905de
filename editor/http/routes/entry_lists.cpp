// Lists of entries, a collection each.
#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "base/zone.h"
#include "content/entry.h"
#include "editor/actions/failures.h"
#include "editor/http/routes/paging.h"
#include "editor/http/routes/routes.h"
#include "editor/permissions/permissions.h"
#include "editor/views/completeness.h"

namespace mektep::editor {
namespace {

constexpr std::size_t page_length = 50;

Value collections(const Call& call) {
  ValueList list;
  for (const std::string_view id : entry_collections()) {
    list.push_back(
        make_record({{"id", std::string(id)}, {"name", call.word(fmt::format("collection_{}", id))}}));
  }
  return list;
}

bool knows_collection(std::string_view id) {
  const auto known = entry_collections();
  return std::ranges::find(known, id) != known.end();
}

std::string day_name(std::string_view written, Language language) {
  const auto day = parse_date(written.substr(0, 10));
  return day ? date_text(*day, language) : std::string();
}

// "2026-ж., 1-сентябрь · даяр эмес"
std::string remark(const Call& call, const EntrySummary& entry) {
  std::vector<std::string> parts;
  if (std::string day = day_name(entry.date, call.language); !day.empty()) parts.push_back(std::move(day));
  if (entry.draft) parts.push_back(call.word("entries_draft"));
  if (const std::string last = day_name(entry.shown_until, call.language); !last.empty()) {
    const std::string today = date_at(call.services.machine.now(), bishkek_minutes).iso();
    parts.push_back(fill_in(call.word(entry.shown_until < today ? "entries_run_out" : "entries_shown_until"),
                            "day", last));
  }
  return join(parts, " · ");
}

Response list_page(Call& call) {
  const std::string collection(call.request.capture("collection"));
  if (!knows_collection(collection)) return call.refused(not_there());
  const auto snapshot = call.services.repository.snapshot();
  if (!snapshot) return call.refused({.detail = snapshot.error().detail});
  std::shared_ptr<const EntryList> entries =
      call.services.forms.index().list(**snapshot, collection, call.language);
  const std::string query(trim(call.request.parameter("q")));
  if (!query.empty()) {
    const std::string wanted = fold_for_search(query);
    EntryList found;
    std::ranges::copy_if(*entries, std::back_inserter(found), [&](const auto& entry) {
      const std::string text =
          fold_for_search(fmt::format("{} {} {}", entry->title.ky, entry->title.ru, entry->id));
      return text.find(wanted) != std::string::npos;
    });
    entries = std::make_shared<const EntryList>(std::move(found));
  }
  const Paging paging = page_of(call.request, entries->size(), page_length);
  // The mandatory information, once it has been checked.
  const bool mandatory = collection == "school" && query.empty();
  const auto report = mandatory ? call.services.reports.newest().report : nullptr;
  const Catalogue& catalogue = call.services.forms.schemas().catalogue;
  ValueList shown;
  for (std::size_t i = paging.begin; i < paging.end; ++i) {
    const EntrySummary& entry = *(*entries)[i];
    const SectionCount count = report ? count_section(*report, catalogue, entry.id) : SectionCount();
    shown.push_back(make_record({{"id", entry.id},
                                 {"title", entry.title.in(call.language)},
                                 {"note", remark(call, entry)},
                                 {"settled", count.settled},
                                 {"items", count.items},
                                 {"faults", entry.faults}}));
  }
  const bool texts =
      std::ranges::any_of(all_collections, [&](Collection each) { return folder_of(each) == collection; });
  const bool may_add = collection != "school" && collection != "site" &&
                       may(call.actor->role, texts ? Ability::write_own : Ability::write);
  return call.page(
      "entries.html",
      {{"collection", collection},
       {"collection_name", call.word("collection_" + collection)},
       {"collections", collections(call)},
       {"entries", std::move(shown)},
       {"completeness", report ? completeness_value(*report, catalogue, call.language) : Value(nullptr)},
       {"query", query},
       {"paging", paging.value()},
       {"may_add", may_add}});
}

}  // namespace

void add_entry_list_routes(Router& router, Services&) {
  router.get("/entries/{collection}", list_page);
}

}  // namespace mektep::editor
