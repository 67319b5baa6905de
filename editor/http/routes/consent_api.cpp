// The JSON API of the consent register: the same actions as the screens.
#include "editor/actions/consent_content.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/name_pupil.h"
#include "editor/actions/withdraw_consent.h"
#include "editor/http/json_answer.h"
#include "editor/http/json_request.h"
#include "editor/http/routes/consent_values.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

void write_words(JsonWriter& json, std::string_view name, const std::vector<std::string>& words) {
  json.key(name).begin_array();
  for (const std::string& word : words) json.value(word);
  json.end_array();
}

void write_date(JsonWriter& json, std::string_view name, const std::optional<Date>& date) {
  json.key(name).value(date ? date->iso() : std::string());
}

void write_consent(JsonWriter& json, const Call& call, const ContentModel& model, const Consent& consent,
                   const ConsentRegister& consents, const PrivateNames& names) {
  json.begin_object().key("id").value(consent.id).key("subject").value(whose(model, consent, names));
  json.key("state").value(state_of(consent, consents, school_today(call.services)));
  write_words(json, "scopes", consent.scopes);
  write_words(json, "covers", consent.covers);
  write_date(json, "from", consent.from);
  write_date(json, "until", consent.until);
  write_date(json, "withdrawn", consent.withdrawn);
  write_date(json, "signed", consent.signed_on);
  json.key("paper").value(consent.paper).end_object();
}

Response list_consents(Call& call) {
  const auto model = load_register(call.services);
  if (!model) return json_refused(call, model.error());
  const ConsentRegister consents(*model, school_today(call.services));
  const PrivateNames names = names_for(call);
  JsonWriter json;
  json.begin_object().key("consents").begin_array();
  for (const Consent& consent : model->consents) write_consent(json, call, *model, consent, consents, names);
  json.end_array().key("without").begin_array();  // people whose names are withheld for want of one
  for (const Person& person : model->people)
    if (person.works_on(school_today(call.services)) && consents.publish(person).name_withheld())
      json.value(person.id);
  json.end_array().end_object();
  return json_answer(json);
}

Response read_consent(Call& call) {
  const auto model = load_register(call.services);
  if (!model) return json_refused(call, model.error());
  const Consent* consent = model->consent(call.request.capture("id"));
  if (!consent) return json_refused(call, not_there());
  JsonWriter json;
  write_consent(json, call, *model, *consent, ConsentRegister(*model, school_today(call.services)),
                names_for(call));
  return json_answer(json);
}

Response name_pupil(Call& call) {
  if (auto refusal = demand(call.services, *call.actor, Ability::write, "consent.name"))
    return json_refused(call, *refusal);
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const auto model = load_register(call.services);
  if (!model) return json_refused(call, model.error());
  const Consent* consent = model->consent(call.request.capture("id"));
  if (!consent || consent->pseudonym.empty()) return json_refused(call, not_there());
  const auto part = [&](std::string_view field) { return std::string(body->text_of(field)); };
  const NamePupil action{{consent->pseudonym, part("surname"), part("given"), part("patronymic")}};
  if (const auto named = action.execute(call.services, *call.actor); !named)
    return json_refused(call, named.error());
  JsonWriter json;
  json.begin_object().key("done").value("pupil_named").end_object();
  return json_answer(json);
}

Response steps_answer(const Call& call, const Outcome<Withdrawal>& withdrawal) {
  if (!withdrawal) return json_refused(call, withdrawal.error());
  JsonWriter json;
  json.begin_object().key("steps").begin_array();
  for (const WithdrawalStep& step : withdrawal->steps)
    json.begin_object().key("kind").value(code_of(step.kind)).key("what").value(step.what).end_object();
  json.end_array().end_object();
  return json_answer(json);
}

Response plan_withdrawal(Call& call) {
  return steps_answer(
      call, WithdrawConsent{std::string(call.request.capture("id"))}.plan(call.services, *call.actor));
}

Response withdraw(Call& call) {
  return steps_answer(
      call, WithdrawConsent{std::string(call.request.capture("id"))}.execute(call.services, *call.actor));
}

Response report(Call& call) {
  const auto made = consent_report_of(call);
  if (!made) return json_refused(call, made.error());
  Response response;
  response.type = "application/json";
  response.body = format_report_json(*made);
  return response;
}

}  // namespace

void add_consent_api_routes(Router& router, Services&) {
  router.get("/api/v1/consents", list_consents);
  router.get("/api/v1/consents/report", report);
  router.get("/api/v1/consents/{id}", read_consent);
  router.post("/api/v1/consents/{id}/name", name_pupil, json_body);
  router.get("/api/v1/consents/{id}/withdrawal", plan_withdrawal);
  router.post("/api/v1/consents/{id}/withdrawal", withdraw, json_body);
}

}  // namespace mektep::editor
