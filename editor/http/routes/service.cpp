// For machines: health, and who one is at the API.
#include <fstream>

#include "editor/http/routes/routes.h"
#include "syntax/json.h"

namespace mektep::editor {
namespace {

Response plain(std::string body, int status) {
  Response response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  return response;
}

Response json_answer(std::string body) {
  Response response;
  response.type = "application/json";
  response.body = std::move(body);
  return response;
}

// Whether the database and the repository answer; says nothing else, because anybody may ask.
Response health(Call& call) {
  const bool database = call.services.accounts.empty().has_value();
  const bool repository = call.services.repository.snapshot().has_value();
  return database && repository ? plain("ok\n", 200) : plain("failing\n", 503);
}

Response me(Call& call) {
  JsonWriter json;
  json.begin_object().key("name").value(call.actor->name).key("email").value(call.actor->email);
  json.key("role").value(code(call.actor->role)).key("language").value(code(call.actor->language));
  json.key("abilities").begin_array();
  for (const Ability ability : all_abilities)
    if (may(call.actor->role, ability)) json.value(code(ability));
  json.end_array().end_object();
  return json_answer(json.take());
}

// The report that the dashboard shows, whole.
Response report(Call& call) {
  constexpr std::int64_t patience = 10'000;  // milliseconds
  const auto answer = call.services.reports.wait(patience);
  if (!answer.report) return plain("the report is being made\n", 503);
  JsonWriter json;
  json.begin_object().key("revision").value(answer.report->revision).key("outdated").value(answer.outdated);
  json.key("settled").value(answer.report->settled()).key("items").value(answer.report->items.size());
  json.key("disclosure").begin_array();
  for (const ItemState& item : answer.report->items) {
    json.begin_object().key("item").value(item.item).key("state").value(name(item.state));
    json.key("settled").value(item.settled).key("file").value(item.file);
    json.key("field").value(item.field).end_object();
  }
  json.end_array();
  json.key("findings").begin_array();
  for (const Finding& finding : answer.report->findings) {
    json.begin_object().key("rule").value(finding.rule->id).key("blocks").value(finding.blocks());
    json.key("file").value(finding.place.file).key("line").value(finding.place.mark.line);
    json.key("field").value(finding.field).key("message").value(finding.message(call.language));
    json.key("hint").value(finding.hint(call.language)).end_object();
  }
  json.end_array().end_object();
  return json_answer(json.take());
}

}  // namespace

void add_service_routes(Router& router, Services& services) {
  // The description is the contract; tests/editor_program/api_test.py holds it against the routes.
  std::ifstream in(services.data_folder + "/editor/http/openapi.json", std::ios::binary);
  const std::string description(std::istreambuf_iterator<char>(in), {});
  router.get("/api/v1/openapi.json", [description](Call&) { return json_answer(description); },
             {.access = Access::anyone});
  router.get("/health", health, {.access = Access::anyone});
  router.get("/api/v1/me", me);
  router.get("/api/v1/report", report);
}

}  // namespace mektep::editor
