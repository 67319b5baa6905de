// The history of an entry: its versions, what differs between two of them, an older one brought back.
#include "editor/actions/compare_versions.h"
#include "editor/actions/delete_entry.h"
#include "editor/actions/failures.h"
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

Value version_of(const Commit& commit, const std::string& head) {
  const Deed deed = deed_of(commit.message);
  // What the editor wrote by itself is told in words of the interface, what people wrote in theirs.
  const bool own_words = deed == Deed::other || !first_line(commit.message).contains('/');
  return make_record({{"id", commit.id},
                      {"time", commit.seconds},
                      {"name", commit.author.name},
                      {"deed", std::string(code(deed))},
                      {"summary", own_words ? std::string(first_line(commit.message)) : std::string()},
                      {"parent", commit.parents.empty() ? std::string() : commit.parents[0]},
                      {"is_head", commit.id == head}});
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
    versions.push_back(version_of((*commits)[i], head));
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
  const SchemaFolder& schemas = call.services.forms.schemas();
  ValueList rows;
  for (const DiffRow& row : diff.rows) {
    rows.push_back(make_record({{"kind", std::string(code(row.kind))},
                                {"field", field_name(schemas, diff.path, row.field, call.language)},
                                {"before", words_of(row.before)},
                                {"after", words_of(row.after)},
                                {"count", row.count}}));
  }
  return make_record({{"name", file_name(schemas, diff.path, call.language)},
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

Response show_comparison(Call& call) {
  Repository& repository = call.services.repository;
  const std::string entry(call.request.capture("id"));
  const std::string from(call.request.parameter("from"));
  std::string to(call.request.parameter("to"));
  if (to.empty()) to = repository.head();
  const bool source = call.request.parameter("view") == "source";
  const auto differences =
      compare_versions(repository, entry, from, to, source ? DiffView::source : DiffView::readable);
  if (!differences) return call.refused(differences.error());
  const auto there = read_entry(repository, entry, to);
  const bool gone = there && there->empty();
  ValueList files;
  for (const FileDiff& diff : *differences) files.push_back(file_of(call, diff));
  return call.page("compare.html", {{"entry", entry},
                                    {"title", title_at(call, entry, gone ? from : to)},
                                    {"from", from},
                                    {"to", to},
                                    {"source", source},
                                    {"old", moment_of(repository, from)},
                                    {"new", moment_of(repository, to)},
                                    {"files", std::move(files)},
                                    {"head", repository.head()},
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

}  // namespace

void add_history_routes(Router& router, Services&) {
  router.get("/history/{id*}", show_history);
  router.post("/history/{id*}", bring_back);
  router.get("/compare/{id*}", show_comparison);
}

}  // namespace mektep::editor
