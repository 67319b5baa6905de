// Two people changed the same place: both texts side by side, and a decision about each place.
#include "editor/actions/failures.h"
#include "editor/actions/save_entry.h"
#include "editor/drafts/difference.h"
#include "editor/http/routes/routes.h"
#include "editor/views/entry_names.h"
#include "editor/views/field_names.h"

namespace mektep::editor {
namespace {

Value side_of(const std::vector<DiffWords>& side) {
  ValueList words;
  for (const DiffWords& each : side)
    words.push_back(make_record({{"text", each.text}, {"changed", each.changed}}));
  return words;
}

std::string_view kind_of(MergeConflict::Kind kind) {
  return kind == MergeConflict::Kind::text ? "text" : kind == MergeConflict::Kind::field ? "field" : "file";
}

// "2-0": the third file, its first place.
std::string place_name(std::size_t file, std::size_t place) {
  return fmt::format("{}-{}", file, place);
}

Value places_of(const Call& call, const EntryConflict& conflict) {
  const FieldNames names(call.services.forms.schemas(), call.views, call.language);
  ValueList places;
  for (std::size_t i = 0; i < conflict.files.size(); ++i) {
    const FileConflict& file = conflict.files[i];
    const auto all = file.merge.conflicts();
    for (std::size_t j = 0; j < all.size(); ++j) {
      const DiffRow words = compare_words({}, all[j]->mine, all[j]->theirs);
      places.push_back(make_record({{"name", place_name(i, j)},
                                    {"file", names.file(file.path)},
                                    {"field", names.field(file.path, all[j]->field)},
                                    {"kind", std::string(kind_of(all[j]->kind))},
                                    {"base", all[j]->base},
                                    {"mine", side_of(words.before)},
                                    {"theirs", side_of(words.after)},
                                    {"own", all[j]->mine},
                                    {"mine_removed", file.mine_removed || all[j]->mine.empty()},
                                    {"theirs_removed", file.theirs_removed || all[j]->theirs.empty()}}));
    }
  }
  return places;
}

// Who changed the entry last.
std::string other_person(Repository& repository, const std::string& head) {
  const auto commit = repository.find(head);
  return commit ? commit->author.name : std::string();
}

Response show(Call& call, const std::string& fault = {}) {
  const std::string entry(call.request.capture("id"));
  const auto conflict = find_conflict(call.services, *call.actor, entry);
  if (!conflict) return call.refused(conflict.error());
  if (!*conflict) return Response::redirect("/edit/" + entry);
  ValueList paths;
  for (const FileConflict& file : (*conflict)->files) paths.push_back(file.path);
  return call.page("conflict.html",
                   {{"entry", entry},
                    {"title", EntryNames(call.services, call.language, (*conflict)->head).of(entry)},
                    {"head", (*conflict)->head},
                    {"other", other_person(call.services.repository, (*conflict)->head)},
                    {"fault", fault},
                    {"paths", std::move(paths)},
                    {"places", places_of(call, **conflict)}},
                   fault.empty() ? 200 : 422);
}

Resolution decision(const Form& form, const std::string& place) {
  using Take = Resolution::Take;
  const std::string_view take = form.get("take-" + place);
  if (take == "theirs") return {Take::theirs, {}};
  if (take == "both") return {Take::both, {}};
  if (take == "own") return {Take::own, std::string(form.get("own-" + place))};
  return {Take::mine, {}};
}

Response decide(Call& call) {
  const std::string entry(call.request.capture("id"));
  const Form& form = call.request.form;
  ResolveConflict action{entry, std::string(form.get("head")), {}};
  // The paths come back from the form, the places from their names: "take-2-0".
  const auto paths = form.all("path");
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::vector<Resolution> resolutions;
    for (std::size_t j = 0; form.has("take-" + place_name(i, j)); ++j)
      resolutions.push_back(decision(form, place_name(i, j)));
    action.decisions.emplace_back(std::string(paths[i]), std::move(resolutions));
  }
  const auto written = action.execute(call.services, *call.actor);
  if (!written && written.error().kind == Refusal::Kind::invalid)
    return show(call, written.error().message.in(call.language));
  if (!written) return call.refused(written.error());
  if (written->conflict) return show(call, call.word("conflict_again"));
  return call.done("/edit/" + entry, "conflict_solved");
}

}  // namespace

void add_conflict_routes(Router& router, Services&) {
  router.get("/conflict/{id*}", [](Call& call) { return show(call); });
  router.post("/conflict/{id*}", decide, {.max_body = 4u << 20});
}

}  // namespace mektep::editor
