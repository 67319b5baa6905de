// Uploads of scripts: whole, and in pieces that go on after an interruption.
#include "editor/actions/change_media.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/http/json_answer.h"
#include "editor/http/limits.h"
#include "editor/http/routes/media_item.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

Response json_refusal(const Call& call, const Refusal& refusal, int status) {
  JsonWriter json;
  json.begin_object().key("message").value(refusal.message.in(call.language)).end_object();
  return json_answer(json, status);
}
Response uploaded_answer(const Call& call, const Outcome<UploadedMedia>& done) {
  if (!done)
    return json_refusal(call, done.error(), done.error().kind == Refusal::Kind::forbidden ? 403 : 422);
  JsonWriter json;
  json.begin_object();
  json.key("path").value(done->path).key("name").value(done->path.substr(done->path.rfind('/') + 1));
  json.key("item")
      .value("/media/item/" + encode_path(done->path))
      .key("file")
      .value("/media/file/" + encode_path(done->path));
  json.key("width")
      .value(done->size ? done->size->width : 0U)
      .key("height")
      .value(done->size ? done->size->height : 0U);
  json.key("twins").begin_array();
  for (const std::string& twin : done->twins) json.value(twin);
  json.end_array().end_object();
  return json_answer(json, 201);
}

// POST /api/v1/media: one file of a multipart form with `entry`.
Response api_upload(Call& call) {
  const Form& form = call.request.form;
  const UploadedFile none;
  const UploadedFile& file = form.files.empty() ? none : form.files.front();
  return uploaded_answer(call, upload_media(call.services, *call.actor,
                                            {.entry = std::string(form.get("entry")),
                                             .name = file.name,
                                             .bytes = file.bytes,
                                             .replace = std::string(form.get("replace"))}));
}

Response upload_state(std::string_view id, std::uint64_t received, int status) {
  JsonWriter json;
  json.begin_object().key("id").value(id).key("received").value(received).end_object();
  return json_answer(json, status);
}

// POST /api/v1/uploads?name=…&size=…
Response api_begin(Call& call) {
  if (auto refusal = demand(call.services, *call.actor, Ability::write_own, "media.upload"))
    return json_refusal(call, *refusal, 403);
  const auto id = call.services.uploads.begin(call.actor->account, call.request.parameter("name"),
                                              number_in<std::uint64_t>(call.request.parameter("size")));
  if (!id) return json_refusal(call, refuse(Refusal::Kind::invalid, explain(UploadFault::too_big)), 422);
  return upload_state(*id, 0, 201);
}
Response api_look(Call& call) {
  const auto upload = call.services.uploads.find(call.actor->account, call.request.capture("id"));
  if (!upload) return json_refusal(call, not_there(), 404);
  return upload_state(call.request.capture("id"), upload->received, 200);
}
// PUT /api/v1/uploads/{id}?offset=…: a piece.
Response api_piece(Call& call) {
  const std::string_view id = call.request.capture("id");
  const auto upload = call.services.uploads.find(call.actor->account, id);
  if (!upload) return json_refusal(call, not_there(), 404);
  const auto received = call.services.uploads.append(
      call.actor->account, id, number_in<std::uint64_t>(call.request.parameter("offset")), call.request.body);
  return upload_state(id, received.value_or(upload->received), received ? 200 : 409);
}
// POST /api/v1/uploads/{id}?entry=…: the whole file is there.
Response api_finish(Call& call) {
  const std::string_view id = call.request.capture("id");
  const auto upload = call.services.uploads.find(call.actor->account, id);
  if (!upload) return json_refusal(call, not_there(), 404);
  const auto bytes = call.services.uploads.take(call.actor->account, id);
  if (!bytes) return upload_state(id, upload->received, 409);
  return uploaded_answer(call, upload_media(call.services, *call.actor,
                                            {.entry = std::string(call.request.parameter("entry")),
                                             .name = upload->name,
                                             .bytes = *bytes,
                                             .replace = {}}));
}

}  // namespace

void add_media_api_routes(Router& router, Services&) {
  constexpr RouteOptions upload{.max_body = Limits{}.upload_bytes + (64u << 10)};
  constexpr RouteOptions piece{.max_body = 4u << 20, .raw = true};
  router.post("/api/v1/media", api_upload, upload);
  router.add("POST", "/api/v1/uploads", api_begin, piece);
  router.get("/api/v1/uploads/{id}", api_look);
  router.add("PUT", "/api/v1/uploads/{id}", api_piece, piece);
  router.add("POST", "/api/v1/uploads/{id}", api_finish, piece);
}

}  // namespace mektep::editor
