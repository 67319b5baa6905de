// Publishing: what is ready, what is being built, what was published and how to go back.
#include "base/localise.h"
#include "editor/actions/publish_site.h"
#include "editor/actions/store_refusal.h"
#include "editor/http/routes/routes.h"
#include "editor/permissions/permissions.h"
#include "editor/publication/selection.h"
#include "editor/views/dashboard.h"
#include "editor/views/entry_names.h"

namespace mektep::editor {
namespace {

constexpr std::size_t shown_publications = 30;

Value value_of(const Publication& publication) {
  return make_record({{"id", publication.id},
                      {"kind", std::string(code(publication.kind))},
                      {"state", std::string(code(publication.state))},
                      {"name", publication.name},
                      {"time", publication.finished != 0 ? publication.finished : publication.asked},
                      {"revision", publication.revision},
                      {"changes", publication.changes.size()}});
}

// Which of the words of a count fits: one, few or many.
std::string plural_form(std::size_t count, Language language) {
  if (language == Language::ky) return "one";  // one form for every number
  if (language == Language::en) return count == 1 ? "one" : "many";
  switch (plural(static_cast<std::int64_t>(count), Locale::ru)) {
    case Plural::one:
      return "one";
    case Plural::few:
      return "few";
    default:
      return "many";
  }
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9' || value > 1'000'000'000'000) return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

Response overview(Call& call) {
  Services& services = call.services;
  const auto approvals = services.approvals.all(services.machine.now());
  const auto newest = services.ledger.newest(shown_publications);
  const auto shown = services.ledger.shown();
  if (!approvals) return call.refused(refusal_of(approvals.error()));
  if (!newest || !shown) return call.refused(refusal_of(newest ? shown.error() : newest.error()));
  const auto selection = select_content(services.repository, services.repository.head(), *approvals);
  if (!selection) return call.refused(refusal_of(selection.error()));

  // What the button would change on the site.
  ValueList ready;
  const EntryNames names(services, call.language);
  const std::string published = services.repository.published();
  if (const auto newest_content = services.repository.snapshot(); newest_content && !published.empty()) {
    if (const auto before = services.repository.snapshot(published)) {
      for (const std::string& entry : changed_entries(**before, **newest_content)) {
        const bool is_held = std::ranges::find(selection->held, entry, &Held::entry) != selection->held.end();
        if (!is_held) ready.push_back(make_record({{"entry", entry}, {"title", names.of(entry)}}));
      }
    }
  }
  ValueList rows;
  for (const Publication& publication : *newest) rows.push_back(value_of(publication));
  const BuildProgress progress = services.publisher.progress();
  const bool busy = !newest->empty() && (newest->front().state == Publication::State::waiting ||
                                         newest->front().state == Publication::State::building);
  return call.page("publish.html", {{"ready", std::move(ready)},
                                    {"held", selection->held.size()},
                                    {"held_form", plural_form(selection->held.size(), call.language)},
                                    {"rows", std::move(rows)},
                                    {"shown", *shown ? (*shown)->id : std::int64_t{0}},
                                    {"first", published.empty()},
                                    {"busy", busy},
                                    {"phase", progress.phase},
                                    {"done", progress.done},
                                    {"of", progress.of},
                                    {"may_publish", may(call.actor->role, Ability::publish)}});
}

// The revision that stood on the site until then: the second parent. Empty: it was the first publication.
std::string publication_before(const Repository& repository, const Publication& publication) {
  if (publication.revision.empty()) return {};
  const auto commit = repository.find(publication.revision);
  return commit && commit->parents.size() > 1 ? commit->parents[1] : std::string();
}

Response show(Call& call) {
  Services& services = call.services;
  const auto id = number(call.request.capture("id"));
  if (!id) return call.refused({.kind = Refusal::Kind::not_found});
  const auto publication = services.ledger.find(*id);
  const auto findings = services.ledger.findings(*id);
  if (!publication || !findings)
    return call.refused(refusal_of(publication ? findings.error() : publication.error()));
  if (!*publication) return call.refused({.kind = Refusal::Kind::not_found});
  ValueList faults;
  for (const KeptFinding& finding : *findings) {
    faults.push_back(make_record({{"file", finding.file},
                                  {"line", static_cast<std::int64_t>(finding.line)},
                                  {"field", finding.field},
                                  {"blocks", finding.blocks},
                                  {"href", place_of_file(finding.file, finding.field)},
                                  {"message", finding.message.in(call.language)},
                                  {"hint", finding.hint.in(call.language)}}));
  }
  ValueList changes;
  const EntryNames names(services, call.language);
  // What a person changed can be undone; a roll-back and a new day changed nothing in the content.
  using Kind = Publication::Kind;
  const bool by_people = (*publication)->kind == Kind::by_hand || (*publication)->kind == Kind::scheduled;
  const bool writes = by_people && may(call.actor->role, Ability::write);
  for (const std::string& entry : (*publication)->changes) {
    changes.push_back(make_record({{"entry", entry},
                                   {"title", names.of(entry)},
                                   {"may_undo", writes && !entry.starts_with("consents/")}}));
  }
  const auto shown = services.ledger.shown();
  const bool is_shown = shown && *shown && (*shown)->id == *id;
  return call.page("publication.html", {{"publication", value_of(**publication)},
                                        {"before", publication_before(services.repository, **publication)},
                                        {"is_shown", is_shown},
                                        {"findings", std::move(faults)},
                                        {"changes", std::move(changes)},
                                        {"may_publish", may(call.actor->role, Ability::publish)}});
}

Response publish(Call& call) {
  const auto asked = PublishSite{}.execute(call.services, *call.actor);
  return asked ? call.done("/publish", "publish_asked") : call.refused(asked.error());
}

Response roll_back(Call& call) {
  const auto id = number(call.request.capture("id"));
  if (!id) return call.refused({.kind = Refusal::Kind::not_found});
  const auto asked = RollBackSite{*id}.execute(call.services, *call.actor);
  return asked ? call.done("/publish", "roll_back_asked") : call.refused(asked.error());
}

}  // namespace

void add_publish_routes(Router& router, Services&) {
  router.get("/publish", overview);
  router.post("/publish", publish);
  router.get("/publish/{id}", show);
  router.post("/publish/{id}/roll-back", roll_back);
}

}  // namespace mektep::editor
