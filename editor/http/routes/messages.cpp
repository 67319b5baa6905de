// The contact form for visitors, and the inbox of the school.
#include "editor/actions/handle_message.h"
#include "editor/actions/send_message.h"
#include "editor/actions/store_refusal.h"
#include "editor/http/routes/paging.h"
#include "editor/http/routes/routes.h"
#include "editor/http/routes/steps.h"
#include "editor/permissions/permissions.h"

namespace mektep::editor {
namespace {

constexpr std::size_t most_messages = 5000, page_length = 50;

std::int64_t id_of(const Call& call) {
  std::int64_t id = 0;
  for (const char digit : call.request.capture("id")) {
    if (digit < '0' || digit > '9' || id > 1'000'000'000'000) return 0;
    id = id * 10 + (digit - '0');
  }
  return id;
}

Response form_page(Call& call, bool sent, const Refusal* refusal) {
  const auto open = call.services.inbox.open();
  if (!open) return call.refused(refusal_of(open.error()));
  const Form& form = call.request.form;
  return call.page("contact.html",
                   {{"open", *open},
                    {"sent", sent},
                    {"fault", refusal ? refusal->message.in(call.language) : std::string()},
                    {"name", std::string(form.get("name"))},
                    {"contact", std::string(form.get("contact"))},
                    {"text", std::string(form.get("text"))}},
                   refusal ? (refusal->kind == Refusal::Kind::too_many ? 429 : 422)
                   : *open ? 200
                           : 404);
}

Response send(Call& call) {
  const Form& form = call.request.form;
  const SendMessage action{std::string(form.get("name")), std::string(form.get("contact")),
                           std::string(form.get("text")), std::string(form.get("website")),
                           call.request.address};
  const auto sent = action.execute(call.services);
  if (sent) return form_page(call, true, nullptr);
  if (sent.error().kind == Refusal::Kind::failed) return call.refused(sent.error());
  return form_page(call, false, &sent.error());
}

// The same form in the language of the address: visitors come from a page in that language.
Handler in(Language language, Response (*handler)(Call&)) {
  return [language, handler](Call& call) {
    call.language = language;
    return handler(call);
  };
}

Response show_form(Call& call) {
  return form_page(call, false, nullptr);
}

Value value_of(const VisitorMessage& message) {
  return make_record({{"id", message.id},
                      {"state", std::string(code(message.state))},
                      {"time", message.time},
                      {"name", message.name},
                      {"contact", message.contact},
                      {"text", message.text},
                      {"answer", message.answer},
                      {"answered_by", message.answered_by},
                      {"published", message.published}});
}

Response inbox(Call& call) {
  if (auto refusal = may_read_messages(call.services, *call.actor)) return call.refused(*refusal);
  (void)call.services.inbox.remove_old();
  const auto messages = call.services.inbox.list(std::nullopt, most_messages);
  const auto open = call.services.inbox.open();
  if (!messages || !open) return call.refused(refusal_of(messages ? open.error() : messages.error()));
  const Paging paging = page_of(call.request, messages->size(), page_length);
  ValueList rows;
  for (std::size_t i = paging.begin; i < paging.end; ++i) rows.push_back(value_of((*messages)[i]));
  return call.page("messages.html", {{"rows", std::move(rows)},
                                     {"paging", paging.value()},
                                     {"open", *open},
                                     {"may_answer", may(call.actor->role, Ability::answer)},
                                     {"may_configure", may(call.actor->role, Ability::configure)}});
}

Response one(Call& call, const Refusal* refusal = nullptr) {
  if (auto denied = may_read_messages(call.services, *call.actor)) return call.refused(*denied);
  const auto message = call.services.inbox.find(id_of(call));
  if (!message) return call.refused(refusal_of(message.error()));
  if (!*message) return call.refused({.kind = Refusal::Kind::not_found});
  const Form& form = call.request.form;
  return call.page("message.html",
                   {{"message", value_of(**message)},
                    {"fault", refusal ? refusal->message.in(call.language) : std::string()},
                    {"answer", std::string(refusal ? form.get("answer") : (*message)->answer)},
                    {"question_ky", std::string(form.get("question_ky"))},
                    {"question_ru", std::string(form.get("question_ru"))},
                    {"answer_ky", std::string(form.get("answer_ky"))},
                    {"answer_ru", std::string(form.get("answer_ru"))},
                    {"may_answer", may(call.actor->role, Ability::answer)}},
                   refusal ? 422 : 200);
}

Response act(Call& call) {
  const auto outcome = message_step(call.services, *call.actor, id_of(call), call.request.form);
  if (outcome) return call.done("/messages", *outcome);
  if (outcome.error().kind == Refusal::Kind::invalid) return one(call, &outcome.error());
  return call.refused(outcome.error());
}

Response open_form(Call& call) {
  const bool open = call.request.form.get("open") == "yes";
  const auto done = OpenContactForm{open}.execute(call.services, *call.actor);
  return done ? call.done("/messages", open ? "form_opened" : "form_closed") : call.refused(done.error());
}

}  // namespace

Outcome<std::string_view> message_step(Services& services, const Actor& actor, std::int64_t message,
                                       const Form& form) {
  const std::string_view wish = form.get("do");
  Outcome<void> outcome;
  std::string_view notice;
  if (wish == "answer") {
    outcome = AnswerMessage{message,
                            std::string(form.get("answer")),
                            std::string(form.get("question_ky")),
                            std::string(form.get("question_ru")),
                            std::string(form.get("answer_ky")),
                            std::string(form.get("answer_ru"))}
                  .execute(services, actor);
    notice = form.get("question_ky").empty() ? "message_answered" : "message_published";
  } else if (wish == "aside" || wish == "back") {
    outcome = SetMessageAside{message, wish == "back"}.execute(services, actor);
    notice = wish == "back" ? "message_back" : "message_aside";
  } else if (wish == "delete") {
    outcome = DeleteMessage{message}.execute(services, actor);
    notice = "message_deleted";
  } else {
    return std::unexpected(Refusal{.kind = Refusal::Kind::invalid});
  }
  if (!outcome) return std::unexpected(std::move(outcome.error()));
  return notice;
}

void add_message_routes(Router& router, Services&) {
  constexpr RouteOptions visitors{.access = Access::anyone, .max_body = 65536};
  router.get("/contact", in(Language::ky, show_form), visitors);
  router.post("/contact", in(Language::ky, send), visitors);
  router.get("/contact/ru", in(Language::ru, show_form), visitors);
  router.post("/contact/ru", in(Language::ru, send), visitors);
  router.get("/messages", inbox);
  router.post("/messages", open_form);
  router.get("/messages/{id}", [](Call& call) { return one(call); });
  router.post("/messages/{id}", act);
}

}  // namespace mektep::editor
