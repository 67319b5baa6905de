// The JSON API of reviews, publications and messages: the same steps as the screens.
#include "editor/actions/approve_entry.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/handle_message.h"
#include "editor/actions/publish_site.h"
#include "editor/http/json_answer.h"
#include "editor/http/json_request.h"
#include "editor/http/routes/routes.h"
#include "editor/http/routes/steps.h"
#include "editor/publication/selection.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

constexpr std::size_t shown_publications = 100;
constexpr std::size_t shown_messages = 500;

void write_review(JsonWriter& json, const Review* review) {
  if (review == nullptr) {
    json.null();
    return;
  }
  json.begin_object().key("id").value(review->id).key("name").value(review->name);
  json.key("created").value(review->created).key("assigned").value(review->assigned);
  json.key("revision").value(review->revision).end_object();
}

// Everything that is not shown in its newest version.
Response list_reviews(Call& call) {
  Services& services = call.services;
  const auto approvals = services.approvals.all(services.machine.now());
  if (!approvals) return json_refused(call, refusal_of(approvals.error()));
  const auto reviews = services.reviews.open();
  if (!reviews) return json_refused(call, refusal_of(reviews.error()));
  const auto selection = select_content(services.repository, services.repository.head(), *approvals);
  if (!selection) return json_refused(call, refusal_of(selection.error()));
  JsonWriter json;
  json.begin_object().key("entries").begin_array();
  for (const Held& held : selection->held) {
    const auto review = std::ranges::find(*reviews, held.entry, &Review::entry);
    json.begin_object().key("entry").value(held.entry).key("why").value(code(held.why));
    json.key("from").value(held.from).key("review");
    write_review(json, review != reviews->end() ? &*review : nullptr);
    json.key("may_approve").value(may_approve(call.actor->role, held.entry)).end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

Response read_review(Call& call) {
  Services& services = call.services;
  const std::string entry(call.request.capture("entry"));
  const auto snapshot = services.repository.snapshot();
  if (!snapshot) return json_refused(call, refusal_of(snapshot.error()));
  const auto approvals = services.approvals.of_entry(entry);
  if (!approvals) return json_refused(call, refusal_of(approvals.error()));
  const std::string digest = digest_of_entry(**snapshot, entry);
  if (digest == "absent" && approvals->empty()) return json_refused(call, not_there());
  const auto review = services.reviews.open_of(entry);
  if (!review) return json_refused(call, refusal_of(review.error()));
  const auto comments = *review ? services.reviews.comments((*review)->id) : std::vector<ReviewComment>();
  if (!comments) return json_refused(call, refusal_of(comments.error()));
  JsonWriter json;
  json.begin_object().key("entry").value(entry).key("digest").value(digest);
  json.key("approved").value(!approvals->empty() && approvals->front().digest == digest);
  json.key("approvals").begin_array();
  for (const Approval& approval : *approvals) {
    json.begin_object().key("name").value(approval.name).key("time").value(approval.time);
    json.key("revision").value(approval.revision).key("digest").value(approval.digest);
    json.key("not_before").value(approval.not_before).end_object();
  }
  json.end_array().key("review");
  write_review(json, *review ? &**review : nullptr);
  json.key("comments").begin_array();
  for (const ReviewComment& comment : *comments) {
    json.begin_object().key("name").value(comment.name).key("time").value(comment.time);
    json.key("text").value(comment.text).end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

Response step_answer(const Call& call, const Outcome<std::string_view>& outcome) {
  if (!outcome) return json_refused(call, outcome.error());
  JsonWriter json;
  json.begin_object().key("done").value(*outcome).end_object();
  return json_answer(json);
}

Response take_review_step(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const std::string entry(call.request.capture("entry"));
  return step_answer(call, review_step(call.services, *call.actor, entry, form_of(*body)));
}

void write_publication(JsonWriter& json, const Publication& publication) {
  json.key("id").value(publication.id).key("kind").value(code(publication.kind));
  json.key("state").value(code(publication.state)).key("name").value(publication.name);
  json.key("asked").value(publication.asked).key("finished").value(publication.finished);
  json.key("revision").value(publication.revision);
  json.key("changes").begin_array();
  for (const std::string& entry : publication.changes) json.value(entry);
  json.end_array();
}

Response list_publications(Call& call) {
  Services& services = call.services;
  const auto newest = services.ledger.newest(shown_publications);
  if (!newest) return json_refused(call, refusal_of(newest.error()));
  const auto shown = services.ledger.shown();
  if (!shown) return json_refused(call, refusal_of(shown.error()));
  const BuildProgress progress = services.publisher.progress();
  JsonWriter json;
  json.begin_object().key("shown").value(*shown ? (*shown)->id : std::int64_t{0});
  json.key("building").begin_object().key("id").value(progress.publication);
  json.key("phase").value(progress.phase).key("done").value(progress.done);
  json.key("of").value(progress.of).end_object().key("publications").begin_array();
  for (const Publication& publication : *newest) {
    json.begin_object();
    write_publication(json, publication);
    json.end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

Response read_publication(Call& call) {
  Services& services = call.services;
  const std::int64_t id = number_of(call.request.capture("id"));
  const auto publication = services.ledger.find(id);
  if (!publication) return json_refused(call, refusal_of(publication.error()));
  if (!*publication) return json_refused(call, not_there());
  const auto findings = services.ledger.findings(id);
  if (!findings) return json_refused(call, refusal_of(findings.error()));
  JsonWriter json;
  json.begin_object();
  write_publication(json, **publication);
  json.key("findings").begin_array();
  for (const KeptFinding& finding : *findings) {
    json.begin_object().key("file").value(finding.file).key("line").value(finding.line);
    json.key("field").value(finding.field).key("blocks").value(finding.blocks);
    json.key("message").value(finding.message.in(call.language));
    json.key("hint").value(finding.hint.in(call.language)).end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

Response asked_answer(const Call& call, const Outcome<std::int64_t>& asked) {
  if (!asked) return json_refused(call, asked.error());
  JsonWriter json;
  json.begin_object().key("id").value(*asked).end_object();
  return json_answer(json, 202);  // it is built in its own time
}

Response publish(Call& call) {
  return asked_answer(call, PublishSite{}.execute(call.services, *call.actor));
}

Response roll_back(Call& call) {
  return asked_answer(
      call, RollBackSite{number_of(call.request.capture("id"))}.execute(call.services, *call.actor));
}

void write_message(JsonWriter& json, const VisitorMessage& message) {
  json.begin_object().key("id").value(message.id).key("state").value(code(message.state));
  json.key("time").value(message.time).key("name").value(message.name);
  json.key("contact").value(message.contact).key("text").value(message.text);
  json.key("answer").value(message.answer).key("answered_by").value(message.answered_by);
  json.key("published").value(message.published).end_object();
}

Response list_messages(Call& call) {
  if (auto refusal = may_read_messages(call.services, *call.actor)) return json_refused(call, *refusal);
  const auto messages = call.services.inbox.list(std::nullopt, shown_messages);
  if (!messages) return json_refused(call, refusal_of(messages.error()));
  const auto open = call.services.inbox.open();
  if (!open) return json_refused(call, refusal_of(open.error()));
  JsonWriter json;
  json.begin_object().key("open").value(*open).key("messages").begin_array();
  for (const VisitorMessage& message : *messages) write_message(json, message);
  json.end_array().end_object();
  return json_answer(json);
}

Response take_message_step(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const std::int64_t id = number_of(call.request.capture("id"));
  return step_answer(call, message_step(call.services, *call.actor, id, form_of(*body)));
}

Response open_form(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const bool open = body->text_of("open") == "true";
  const auto done = OpenContactForm{open}.execute(call.services, *call.actor);
  if (!done) return json_refused(call, done.error());
  return step_answer(call, open ? "form_opened" : "form_closed");
}

}  // namespace

void add_publication_api_routes(Router& router, Services&) {
  router.get("/api/v1/reviews", list_reviews);
  router.get("/api/v1/reviews/{entry*}", read_review);
  router.post("/api/v1/reviews/{entry*}", take_review_step, json_body);
  router.get("/api/v1/publications", list_publications);
  router.post("/api/v1/publications", publish, json_body);
  router.get("/api/v1/publications/{id}", read_publication);
  router.post("/api/v1/publications/{id}/roll-back", roll_back, json_body);
  router.get("/api/v1/messages", list_messages);
  router.post("/api/v1/messages", open_form, json_body);
  router.post("/api/v1/messages/{id}", take_message_step, json_body);
}

}  // namespace mektep::editor
