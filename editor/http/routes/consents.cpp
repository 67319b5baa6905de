// The consent register: who has agreed to what and until when, the paper, taking a consent back, the report
// for the auditor.
#include "base/text.h"
#include "consent/form.h"
#include "editor/actions/consent_content.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/name_pupil.h"
#include "editor/actions/withdraw_consent.h"
#include "editor/http/routes/consent_values.h"
#include "editor/http/routes/routes.h"
#include "editor/permissions/permissions.h"
#include "facts/consent.h"
#include "schema/describe.h"

namespace mektep::editor {
namespace {

constexpr std::size_t shown_steps = 300;

std::string joined(const std::vector<std::string>& words, const Schema* schema, Language language) {
  std::string text;
  for (const std::string& word : words) {
    std::string label = word;
    if (schema) {
      for (const Choice& choice : choices(*items(*schema)))
        if (choice.value == word) label = choice.label->in(language);
    }
    text += (text.empty() ? "" : ", ") + label;
  }
  return text;
}

Value value_of(const Call& call, const ContentModel& model, const Consent& consent,
               const ConsentRegister& consents, const PrivateNames& names) {
  const Date today = school_today(call.services);
  const Schema* schema = call.services.forms.schemas().schemas.find("consent.yaml");
  return make_record(
      {{"id", consent.id},
       {"whose", whose(model, consent, names)},
       {"pseudonym", consent.pseudonym},
       {"state", std::string(state_of(consent, consents, today))},
       {"scopes", joined(consent.scopes, schema ? member(*schema, "scopes") : nullptr, call.language)},
       {"covers", joined(consent.covers, schema ? member(*schema, "covers") : nullptr, call.language)},
       {"from", consent.from ? date_text(*consent.from, call.language) : std::string()},
       {"until", consent.until ? date_text(*consent.until, call.language) : std::string()},
       {"withdrawn", consent.withdrawn ? date_text(*consent.withdrawn, call.language) : std::string()},
       {"paper", consent.paper},
       {"signed", consent.signed_on ? date_text(*consent.signed_on, call.language) : std::string()}});
}

Response list(Call& call) {
  const auto model = load_register(call.services);
  if (!model) return call.refused(model.error());
  const Date today = school_today(call.services);
  const ConsentRegister consents(*model, today);
  const PrivateNames names = names_for(call);
  const std::string wanted(call.request.parameter("state"));
  ValueList rows, leaving, unasked;
  std::size_t soon = 0;
  for (const Consent& consent : model->consents) {
    const std::string_view state = state_of(consent, consents, today);
    soon += state == "soon" ? 1 : 0;
    if (wanted.empty() || wanted == state) rows.push_back(value_of(call, *model, consent, consents, names));
  }
  for (const Person& person : model->people) {
    const Value row = make_record(
        {{"id", person.id},
         {"name", fmt::format("{} {}", person.surname.best(Locale::ky), person.given.best(Locale::ky))},
         {"leaves", person.leaves ? date_text(*person.leaves, call.language) : std::string()},
         {"refused", person.refused()}});
    if (person.leaves && person.leaves->days() - today.days() <= notice_days) leaving.push_back(row);
    if (person.works_on(today) && consents.publish(person).name_withheld()) unasked.push_back(row);
  }
  ValueList states;
  for (const std::string_view state : {"holds", "soon", "later", "ended", "withdrawn", "faulty"})
    states.push_back(make_record({{"id", std::string(state)}, {"here", wanted == state}}));
  return call.page("consents.html", {{"rows", std::move(rows)},
                                     {"states", std::move(states)},
                                     {"wanted", wanted},
                                     {"soon", soon},
                                     {"leaving", std::move(leaving)},
                                     {"unasked", std::move(unasked)},
                                     {"may_add", may(call.actor->role, Ability::write)},
                                     {"may_report", may(call.actor->role, Ability::see_log) ||
                                                        may(call.actor->role, Ability::write)}});
}

// "drafts: 2" in two parts: the words for the first stand in views/strings.
Value place_of(std::string_view line) {
  const std::size_t colon = line.find(": ");
  return make_record(
      {{"where", std::string(line.substr(0, colon))}, {"count", std::string(line.substr(colon + 2))}});
}

ValueList places_of(std::string_view lines) {
  ValueList places;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    places.push_back(place_of(lines.substr(0, end)));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return places;
}

Response show(Call& call, const Refusal* refusal = nullptr) {
  const auto model = load_register(call.services);
  if (!model) return call.refused(model.error());
  const Consent* consent = model->consent(call.request.capture("id"));
  if (!consent) return call.refused(not_there());
  const ConsentRegister consents(*model, school_today(call.services));
  const PrivateNames names = names_for(call);
  const auto name = std::ranges::find(names, consent->pseudonym, &PrivateName::pseudonym);
  const PrivateName known = name == names.end() ? PrivateName() : *name;
  const auto record = call.services.private_register.newest_of(consent->id);
  if (!record) return call.refused(refusal_of(record.error()));
  const WithdrawalRecord withdrawal = *record ? **record : WithdrawalRecord();
  const Form& form = call.request.form;
  const auto typed = [&](std::string_view field, const std::string& kept) {
    return refusal ? std::string(form.get(field)) : kept;
  };
  const bool may_withdraw = may(call.actor->role, Ability::publish) && !consent->withdrawn;
  return call.page(
      "consent.html",
      {{"consent", value_of(call, *model, *consent, consents, names)},
       {"fault", refusal ? refusal->message.in(call.language) : std::string()},
       {"may_name", may_know_pupils(call.actor->role) && !consent->pseudonym.empty() && !consent->withdrawn},
       {"surname", typed("surname", known.surname)},
       {"given", typed("given", known.given)},
       {"patronymic", typed("patronymic", known.patronymic)},
       {"may_withdraw", may_withdraw},
       {"withdrawal", withdrawal.id},
       {"by", withdrawal.by},
       {"time", withdrawal.time},
       {"publication", withdrawal.publication},
       {"confirmed", withdrawal.confirmed},
       {"stays", places_of(withdrawal.stays)}},
      refusal ? 422 : 200);
}

Response name_pupil(Call& call) {
  // Asked first, so that nobody learns which consents there are.
  if (auto refusal = demand(call.services, *call.actor, Ability::write, "consent.name"))
    return call.refused(*refusal);
  const auto model = load_register(call.services);
  if (!model) return call.refused(model.error());
  const Consent* consent = model->consent(call.request.capture("id"));
  if (!consent || consent->pseudonym.empty()) return call.refused(not_there());
  const Form& form = call.request.form;
  const auto part = [&](std::string_view field) { return std::string(trim(form.get(field))); };
  const NamePupil action{{consent->pseudonym, part("surname"), part("given"), part("patronymic")}};
  const auto named = action.execute(call.services, *call.actor);
  if (named) return call.done("/consents/" + consent->id, "pupil_named");
  if (named.error().kind == Refusal::Kind::invalid) return show(call, &named.error());
  return call.refused(named.error());
}

Response paper(Call& call) {
  auto site = prepare_content(call.services, call.services.repository.head(), school_today(call.services));
  if (!site) return call.refused(site.error());
  const auto page = consent_form((*site)->model, (*site)->schemas, call.request.capture("id"),
                                 school_today(call.services), "/consents/paper.css");
  if (!page) return call.refused(not_there());
  Response response;
  response.body = *page;
  return response;
}

Response paper_style(Call&) {
  Response response;
  response.type = "text/css; charset=utf-8";
  response.body = consent_form_style();
  return response;
}

Response ask_withdraw(Call& call) {
  const WithdrawConsent action{std::string(call.request.capture("id"))};
  const auto planned = action.plan(call.services, *call.actor);
  if (!planned) return call.refused(planned.error());
  ValueList steps, state, stays;
  for (const WithdrawalStep& step : planned->steps) {
    if (step.kind == WithdrawalStep::Kind::state) {
      state.push_back(place_of(step.what));
    } else if (step.kind == WithdrawalStep::Kind::stays) {
      stays.push_back(place_of(step.what));
    } else if (steps.size() < shown_steps)
      steps.push_back(make_record({{"kind", std::string(code_of(step.kind))}, {"what", step.what}}));
  }
  ValueList held;  // releases that the public, or a roll-back, would still show
  for (const std::string& release : call.services.releases.list()) held.push_back(release);
  return call.page("withdraw.html", {{"id", action.consent},
                                     {"steps", std::move(steps)},
                                     {"state", std::move(state)},
                                     {"stays", std::move(stays)},
                                     {"count", planned->steps.size()},
                                     {"releases", std::move(held)}});
}

Response withdraw(Call& call) {
  const WithdrawConsent action{std::string(call.request.capture("id"))};
  const auto done = action.execute(call.services, *call.actor);
  return done ? call.done("/consents/" + action.consent, "consent_withdrawn") : call.refused(done.error());
}

// ICT-24: proof of what was published under which consent, on any day.
Response report(Call& call) {
  const auto made = consent_report_of(call);
  if (!made) return call.refused(made.error());
  const ConsentReport& all = *made;
  if (call.request.parameter("format") == "json") {
    Response response;
    response.type = "application/json";
    response.body = format_report_json(all);
    response.headers.emplace_back("Content-Disposition",
                                  fmt::format("attachment; filename=\"consents-{}.json\"", all.day.iso()));
    return response;
  }
  ValueList rows, withheld;
  for (const Coverage& row : all.published) {
    rows.push_back(make_record({{"what", row.what},
                                {"data", row.data},
                                {"consent", row.consent},
                                {"subject", row.subject},
                                {"paper", row.paper},
                                {"until", row.until}}));
  }
  for (const std::string& what : all.withheld) withheld.push_back(what);
  return call.page("consent_report.html", {{"day", all.day.iso()},
                                           {"day_text", date_text(all.day, call.language)},
                                           {"revision", all.revision.substr(0, 12)},
                                           {"rows", std::move(rows)},
                                           {"withheld", std::move(withheld)}});
}

}  // namespace

void add_consent_routes(Router& router, Services&) {
  router.get("/consents", list);
  router.get("/consents/report", report);
  router.get("/consents/paper.css", paper_style);
  router.get("/consents/{id}", [](Call& call) { return show(call); });
  router.post("/consents/{id}/name", name_pupil);
  router.get("/consents/{id}/paper", paper);
  router.get("/consents/{id}/withdraw", ask_withdraw);
  router.post("/consents/{id}/withdraw", withdraw);
}

}  // namespace mektep::editor
