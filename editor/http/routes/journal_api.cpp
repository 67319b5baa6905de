// The JSON API of class journals: what is stored, the preview of an import, its confirmation, inspection.
#include "editor/actions/journal.h"
#include "editor/http/json_answer.h"
#include "editor/http/json_request.h"
#include "editor/http/limits.h"
#include "editor/http/routes/journal_form.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

Response read_journal(Call& call) {
  const auto desk = journal_desk(call.services, *call.actor);
  if (!desk) return json_refused(call, desk.error());
  JsonWriter json;
  json.begin_object().key("terms").begin_array();
  for (const auto& [term, tables] : desk->statistics().stored.counts.terms) {
    json.begin_object().key("year").value(term.year.text()).key("period").value(code(term.period));
    json.key("tables").begin_array();
    for (const auto& [kind, table] : tables) json.value(spec_of(kind).id);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

// Stores nothing; with an id it can be confirmed.
Response preview(Call& call) {
  const auto made = preview_import(call.services, *call.actor, journal_files(call.request.form));
  if (!made) return json_refused(call, made.error());
  const ImportPreview& preview = made->preview;
  JsonWriter json;
  json.begin_object().key("id").value(made->id).key("can_store").value(preview.can_store());
  json.key("added").value(preview.change.added).key("corrected").value(preview.change.corrected);
  json.key("unchanged").value(preview.change.unchanged);
  write_findings(json, preview.findings, call.language);
  json.end_object();
  return json_answer(json);
}

Response import(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const auto stored = store_import(call.services, *call.actor, std::string(body->text_of("id")),
                                   body->text_of("unpublished") == "true");
  if (!stored) return json_refused(call, stored.error());
  JsonWriter json;
  json.begin_object().key("revision").value(stored->revision).key("added").value(stored->added);
  json.key("corrected").value(stored->corrected).end_object();
  return json_answer(json);
}

Response inspect(Call& call) {
  const auto inspection = inspect_journal(call.services, *call.actor, journal_files(call.request.form));
  if (!inspection) return json_refused(call, inspection.error());
  JsonWriter json;
  json.begin_object().key("checks").begin_array();
  for (const CheckResult& check : inspection->checks) {
    json.begin_object().key("clause").value(clause_of(check.check));
    json.key("name").value(name_of(check.check).in(call.language));
    json.key("looked_at").value(check.looked_at).key("faults").value(check.faults).end_object();
  }
  json.end_array();
  write_findings(json, inspection->findings, call.language);
  json.end_object();
  return json_answer(json);
}

}  // namespace

void add_journal_api_routes(Router& router, Services&) {
  constexpr Limits limits;
  constexpr RouteOptions upload{.max_body = limits.upload_bytes + (64u << 10)};
  router.get("/api/v1/journal", read_journal);
  router.post("/api/v1/journal/previews", preview, upload);
  router.post("/api/v1/journal/imports", import, json_body);
  router.post("/api/v1/journal/inspections", inspect, upload);
}

}  // namespace mektep::editor
