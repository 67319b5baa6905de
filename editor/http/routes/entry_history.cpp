// The history of an entry: its versions, what differs between two of them, an older one brought back.
#include "editor/actions/compare_versions.h"
#include "editor/actions/delete_entry.h"
#include "editor/actions/failures.h"
#include "editor/actions/show_version.h"
#include "editor/actions/undo_change.h"
#include "editor/actions/writing.h"
#include "editor/http/routes/routes.h"
#include "editor/permissions/permissions.h"
#include "editor/repository/entry_id.h"
#include "editor/views/entry_names.h"
#include "editor/views/field_names.h"

namespace mektep::editor {
namespace {

constexpr std::size_t page_size = 30;

std::string_view first_line(std::string_view message) {
  return message.substr(0, message.find('\n'));
}

Value version_of(const Commit& commit, const std::string& entry, const std::string& head) {
  const Deed deed = deed_of(commit.message);
  // What the editor wrote by itself is told in words of the interface, what people wrote in theirs.
  const bool own_words = deed == Deed::other || !(first_line(commit.message).contains('/') ||
                                                  first_line(commit.message).ends_with(" " + entry));
  return make_record({{"id", commit.id},
                      {"time", commit.seconds},
                      {"name", commit.author.name},
                      {"deed", std::string(code(deed))},
                      {"summary", own_words ? std::string(first_line(commit.message)) : std::string()},
                      {"parent", commit.parents.empty() ? std::string() : commit.parents[0]},
                      {"is_head", commit.id == head}});
}

bool may_undo(const Actor& actor, const std::string& entry) {
  return may(actor.role, Ability::write) && !entry.starts_with("consents/");
}

std::string title_at(const Call& call, const std::string& entry, const std::string& revision) {
  return EntryNames(call.services, call.language, revision).of(entry);
}

Response show_history(Call& call) {
  Repository& repository = call.services.repository;
  const std::string entry(call.request.capture("id"));
  const std::string before(call.request.parameter("before"));
  const auto commits = repository.history(history_path(entry), page_size + 1, before);
  if (!commits) return call.refused(refusal_of(commits.error()));
  if (commits->empty() && before.empty()) return call.refused(not_there());
  const std::string head = repository.head();
  ValueList versions;
  for (std::size_t i = 0; i < std::min(commits->size(), page_size); ++i)
    versions.push_back(version_of((*commits)[i], entry, head));
  const bool more = commits->size() > page_size;
  const auto now = read_entry(repository, entry, head);
  return call.page("history.html",
                   {{"entry", entry},
                    {"title", title_at(call, entry,
                                       now && !now->empty()               ? head
                                       : commits->front().parents.empty() ? head
                                                                          : commits->front().parents[0])},
                    {"versions", std::move(versions)},
                    {"head", head},
                    {"exists", now && !now->empty()},
                    {"may_undo", may_undo(*call.actor, entry)},
                    {"more", more ? (*commits)[page_size - 1].id : std::string()},
                    {"may_write", may(call.actor->role, Ability::write)}});
}

Value words_of(const std::vector<DiffWords>& side) {
  ValueList words;
  for (const DiffWords& each : side)
    words.push_back(make_record({{"text", each.text}, {"changed", each.changed}}));
  return words;
}

Value file_of(const Call& call, const FileDiff& diff) {
  const FieldNames names(call.services.forms.schemas(), call.views, call.language);
  ValueList rows;
  for (const DiffRow& row : diff.rows) {
    rows.push_back(make_record({{"kind", std::string(code(row.kind))},
                                {"field", names.field(diff.path, row.field)},
                                {"before", words_of(row.before)},
                                {"after", words_of(row.after)},
                                {"count", row.count}}));
  }
  return make_record({{"name", names.file(diff.path)},
                      {"added", diff.added},
                      {"removed", diff.removed},
                      {"binary", diff.binary},
                      {"rows", std::move(rows)}});
}

Value moment_of(const Repository& repository, const std::string& revision) {
  const auto commit =
      revision.empty() ? std::expected<Commit, RepositoryError>(std::unexpect) : repository.find(revision);
  if (!commit) return nullptr;
  return make_record({{"id", commit->id}, {"time", commit->seconds}, {"name", commit->author.name}});
}

// The versions that can be chosen above a comparison.
Value choices_of(const Repository& repository, const std::string& entry) {
  constexpr std::size_t most = 100;
  ValueList choices;
  const auto commits = repository.history(history_path(entry), most);
  if (!commits) return choices;
  for (const Commit& commit : *commits) {
    choices.push_back(
        make_record({{"id", commit.id}, {"time", commit.seconds}, {"name", commit.author.name}}));
  }
  return choices;
}

// The page of a version on the origin of the preview; nothing where it had none.
Value page_of(Call& call, const std::string& entry, const std::string& revision, const Origin& origin) {
  if (revision.empty()) return nullptr;
  const auto seen = ShowVersion{entry, revision}.execute(call.services, *call.actor);
  if (!seen) return nullptr;
  const bool russian = call.request.parameter("in") == "ru";
  const std::string& wanted = seen->pages[russian ? 1 : 0];
  return wanted.empty() ? Value(nullptr)
                        : Value(fmt::format("{}/{}{}", origin.preview_url, seen->link, wanted));
}

Response show_comparison(Call& call, const Origin& origin) {
  Repository& repository = call.services.repository;
  const std::string entry(call.request.capture("id"));
  const std::string from(call.request.parameter("from"));
  std::string to(call.request.parameter("to"));
  const std::string head = repository.head();
  if (to.empty()) to = head;
  const std::string_view asked = call.request.parameter("view");
  const std::string view(asked == "source" || asked == "pages" ? asked : "words");
  const auto differences =
      compare_versions(repository, entry, from, to, view == "source" ? DiffView::source : DiffView::readable);
  if (!differences) return call.refused(differences.error());
  const auto there = read_entry(repository, entry, to);
  const bool gone = there && there->empty();
  ValueList files;
  if (view != "pages")
    for (const FileDiff& diff : *differences) files.push_back(file_of(call, diff));
  const auto change = repository.find(to);
  const bool is_one_change = change && (change->parents.empty() ? from.empty() : change->parents[0] == from);
  return call.page(
      "compare.html",
      {{"entry", entry},
       {"title", title_at(call, entry, gone ? from : to)},
       {"from", from},
       {"to", to},
       {"view", view},
       {"locale", std::string(call.request.parameter("in") == "ru" ? "ru" : "ky")},
       {"has_pages", is_writing(entry)},
       {"old", moment_of(repository, from)},
       {"new", moment_of(repository, to)},
       {"old_page", view == "pages" ? page_of(call, entry, from, origin) : Value(nullptr)},
       {"new_page", view == "pages" && !gone ? page_of(call, entry, to, origin) : Value(nullptr)},
       {"versions", choices_of(repository, entry)},
       {"files", std::move(files)},
       {"head", head},
       {"is_newest", to == head},
       {"may_undo", is_one_change && may_undo(*call.actor, entry)},
       {"may_write", may(call.actor->role, Ability::write)}});
}

Response bring_back(Call& call) {
  const std::string entry(call.request.capture("id"));
  const BringBackVersion action{entry, std::string(call.request.form.get("revision")),
                                std::string(call.request.form.get("base"))};
  const auto written = action.execute(call.services, *call.actor);
  if (!written) return call.refused(written.error());
  if (written->conflict)
    return call.refused(refusal_of(RepositoryError{Fault::changed_meanwhile, entry, {}}));
  return call.done("/history/" + entry, "bring_back");
}

Response undo(Call& call) {
  const std::string entry(call.request.capture("id"));
  const UndoChange action{entry, std::string(call.request.form.get("before")),
                          std::string(call.request.form.get("after"))};
  const auto written = action.execute(call.services, *call.actor);
  return written ? call.done("/history/" + entry, "undone") : call.refused(written.error());
}

}  // namespace

void add_history_routes(Router& router, Services&, const Origin& origin) {
  router.get("/history/{id*}", show_history);
  router.post("/history/{id*}", bring_back);
  router.post("/undo/{id*}", undo);
  router.get("/compare/{id*}", [origin](Call& call) { return show_comparison(call, origin); });
}

}  // namespace mektep::editor
