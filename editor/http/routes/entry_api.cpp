// The JSON API of drafts, saving, presence, history and the trash: the same actions as the screens.
#include "editor/actions/delete_entry.h"
#include "editor/actions/failures.h"
#include "editor/actions/rename_entry.h"
#include "editor/actions/save_draft.h"
#include "editor/actions/save_entry.h"
#include "editor/http/json_answer.h"
#include "editor/http/json_request.h"
#include "editor/http/routes/routes.h"
#include "editor/repository/entry_id.h"

namespace mektep::editor {
namespace {

std::string entry_of_call(const Call& call) {
  return std::string(call.request.capture("id"));
}

// {"path": "text", "other": null}: null removes the file.
template <class File>
std::vector<File> files_of(const Node& body) {
  std::vector<File> files;
  if (const Node* given = body.given("files")) {
    for (const Node::Member& member : given->members) {
      files.push_back({member.key, member.value.is_null() ? std::nullopt : std::optional(member.value.text)});
    }
  }
  return files;
}

void write_others(JsonWriter& writer, const std::vector<Present>& others) {
  writer.key("others").begin_array();
  for (const Present& each : others) {
    writer.begin_object().key("name").value(each.name).key("since").value(each.since);
    writer.key("typed").value(each.has_typed).end_object();
  }
  writer.end_array();
}

Response read_draft(Call& call) {
  const std::string entry = entry_of_call(call);
  const auto draft = call.services.drafts.find(call.actor->account, entry);
  if (!draft) return json_refused(call, refusal_of(draft.error()));
  JsonWriter writer;
  writer.begin_object().key("head").value(call.services.repository.head()).key("draft");
  if (*draft) {
    writer.begin_object().key("base").value((*draft)->base).key("version").value((*draft)->version);
    writer.key("saved").value((*draft)->saved).key("files").begin_object();
    for (const DraftFile& file : (*draft)->files) {
      writer.key(file.path);
      if (file.bytes) {
        writer.value(*file.bytes);
      } else {
        writer.null();
      }
    }
    writer.end_object().end_object();
  } else {
    writer.null();
  }
  write_others(writer, call.services.presence.others(entry, call.actor->account));
  writer.end_object();
  return json_answer(writer);
}

Response save_draft(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const std::string entry = entry_of_call(call);
  const SaveDraft action{entry, std::string(body->text_of("base")), number_of(body->text_of("version"), 0),
                         files_of<DraftFile>(*body)};
  const auto saved = action.execute(call.services, *call.actor);
  if (!saved) return json_refused(call, saved.error());
  JsonWriter writer;
  writer.begin_object().key("version").value(saved->version).key("saved").value(saved->saved);
  writer.key("replaced_another").value(saved->replaced_another);
  writer.key("head").value(call.services.repository.head());
  write_others(writer, call.services.presence.others(entry, call.actor->account));
  writer.end_object();
  return json_answer(writer);
}

Response discard_draft(Call& call) {
  const auto done = DiscardDraft{entry_of_call(call)}.execute(call.services, *call.actor);
  if (!done) return json_refused(call, done.error());
  JsonWriter writer;
  writer.begin_object().end_object();
  return json_answer(writer);
}

// A sign of life of somebody who has the entry open.
Response touch(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const std::string entry = entry_of_call(call);
  Presence& presence = call.services.presence;
  JsonWriter writer;
  writer.begin_object().key("head").value(call.services.repository.head());
  if (body->text_of("left") == "true") {
    presence.leave(entry, call.actor->account);
    write_others(writer, {});
  } else {
    write_others(writer, presence.touch(entry, *call.actor, body->text_of("typed") == "true"));
  }
  writer.end_object();
  return json_answer(writer);
}

std::string_view kind_of(MergeConflict::Kind kind) {
  return kind == MergeConflict::Kind::text ? "text" : kind == MergeConflict::Kind::field ? "field" : "file";
}

// 200 with the revision, or 409 with both texts of every place.
Response answer_of(const Written& written) {
  JsonWriter writer;
  writer.begin_object();
  if (!written.conflict) {
    writer.key("revision").value(written.revision).key("merged").value(written.merged).end_object();
    return json_answer(writer);
  }
  writer.key("head").value(written.conflict->head).key("conflicts").begin_array();
  for (const FileConflict& file : written.conflict->files) {
    writer.begin_object().key("path").value(file.path);
    writer.key("mine_removed").value(file.mine_removed).key("theirs_removed").value(file.theirs_removed);
    writer.key("places").begin_array();
    for (const MergeConflict* place : file.merge.conflicts()) {
      writer.begin_object().key("kind").value(kind_of(place->kind)).key("field").value(place->field);
      writer.key("base").value(place->base).key("mine").value(place->mine);
      writer.key("theirs").value(place->theirs).end_object();
    }
    writer.end_array().end_object();
  }
  writer.end_array().end_object();
  return json_answer(writer, 409);
}

Response answer_or_refusal(const Call& call, const Outcome<Written>& written) {
  return written ? answer_of(*written) : json_refused(call, written.error());
}

Response save_entry(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const SaveEntry action{.entry = entry_of_call(call),
                         .base = std::string(body->text_of("base")),
                         .files = files_of<Edit>(*body),
                         .summary = std::string(body->text_of("summary"))};
  return answer_or_refusal(call, action.execute(call.services, *call.actor));
}

// {"head": …, "decisions": {"path": [{"take": "mine"}, {"take": "own", "text": "…"}]}}
Response resolve_conflict(Call& call) {
  using Take = Resolution::Take;
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  ResolveConflict action{entry_of_call(call), std::string(body->text_of("head")), {}};
  if (const Node* decisions = body->given("decisions")) {
    for (const Node::Member& file : decisions->members) {
      std::vector<Resolution> resolutions;
      for (const Node& each : file.value.items) {
        const std::string_view take = each.text_of("take");
        resolutions.push_back({take == "theirs" ? Take::theirs
                               : take == "both" ? Take::both
                               : take == "own"  ? Take::own
                                                : Take::mine,
                               std::string(each.text_of("text"))});
      }
      action.decisions.emplace_back(file.key, std::move(resolutions));
    }
  }
  return answer_or_refusal(call, action.execute(call.services, *call.actor));
}

Response delete_entry(Call& call) {
  const DeleteEntry action{entry_of_call(call), std::string(call.request.parameter("base"))};
  return answer_or_refusal(call, action.execute(call.services, *call.actor));
}

Response bring_back(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const BringBackVersion action{entry_of_call(call), std::string(body->text_of("revision")),
                                std::string(body->text_of("base"))};
  return answer_or_refusal(call, action.execute(call.services, *call.actor));
}

Response rename_entry(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const RenameEntry action{entry_of_call(call), std::string(body->text_of("slug")),
                           std::string(body->text_of("base"))};
  const auto renamed = action.execute(call.services, *call.actor);
  if (!renamed) return json_refused(call, renamed.error());
  JsonWriter writer;
  writer.begin_object().key("entry").value(*renamed).end_object();
  return json_answer(writer);
}

Response read_history(Call& call) {
  constexpr std::int64_t most = 100;
  const std::int64_t limit =
      std::clamp<std::int64_t>(number_of(call.request.parameter("limit"), 30), 1, most);
  const auto commits =
      call.services.repository.history(history_path(entry_of_call(call)), static_cast<std::size_t>(limit),
                                       std::string(call.request.parameter("before")));
  if (!commits) return json_refused(call, refusal_of(commits.error()));
  JsonWriter writer;
  writer.begin_object().key("versions").begin_array();
  for (const Commit& commit : *commits) {
    writer.begin_object().key("id").value(commit.id).key("time").value(commit.seconds);
    writer.key("name").value(commit.author.name).key("deed").value(code(deed_of(commit.message)));
    writer.key("message").value(commit.message).key("paths").begin_array();
    for (const std::string& path : commit.paths) writer.value(path);
    writer.end_array().end_object();
  }
  writer.end_array().end_object();
  return json_answer(writer);
}

Response read_trash(Call& call) {
  const auto trash = call.services.trash.list();
  if (!trash) return json_refused(call, refusal_of(trash.error()));
  JsonWriter writer;
  writer.begin_object().key("entries").begin_array();
  for (const Trashed& each : *trash) {
    writer.begin_object().key("id").value(each.id).key("entry").value(each.entry);
    writer.key("title").value(each.title).key("name").value(each.name);
    writer.key("deleted").value(each.deleted).key("revision").value(each.revision).end_object();
  }
  writer.end_array().end_object();
  return json_answer(writer);
}

Response restore_entry(Call& call) {
  const auto entry =
      RestoreEntry{number_of(call.request.capture("id"), 0)}.execute(call.services, *call.actor);
  if (!entry) return json_refused(call, entry.error());
  JsonWriter writer;
  writer.begin_object().key("entry").value(*entry).end_object();
  return json_answer(writer);
}

}  // namespace

void add_entry_api_routes(Router& router, Services&) {
  router.get("/api/v1/drafts/{id*}", read_draft);
  router.add("PUT", "/api/v1/drafts/{id*}", save_draft, json_body);
  router.add("DELETE", "/api/v1/drafts/{id*}", discard_draft, json_body);
  router.post("/api/v1/presence/{id*}", touch, json_body);
  router.post("/api/v1/entries/{id*}", save_entry, json_body);
  router.add("DELETE", "/api/v1/entries/{id*}", delete_entry, json_body);
  router.post("/api/v1/conflicts/{id*}", resolve_conflict, json_body);
  router.post("/api/v1/versions/{id*}", bring_back, json_body);
  router.post("/api/v1/addresses/{id*}", rename_entry, json_body);
  router.get("/api/v1/history/{id*}", read_history);
  router.get("/api/v1/trash", read_trash);
  router.post("/api/v1/trash/{id}", restore_entry, json_body);
}

}  // namespace mektep::editor
