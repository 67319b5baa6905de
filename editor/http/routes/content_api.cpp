// The JSON API of content: entries and their comparison, pictures and documents, the site of an earlier day.
#include "base/text.h"
#include "editor/actions/change_media.h"
#include "editor/actions/compare_versions.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/look_back.h"
#include "editor/actions/write_entry.h"
#include "editor/http/json_answer.h"
#include "editor/http/json_request.h"
#include "editor/http/routes/routes.h"
#include "editor/media/library.h"

namespace mektep::editor {
namespace {

constexpr RouteOptions picture_body{.max_body = 64u << 10, .raw = true};
constexpr std::int64_t page_length = 100;

// Part `page` (from 1) of what there is.
template <class T>
std::span<const T> page_of(const std::vector<T>& all, const Call& call) {
  const auto page = std::max<std::int64_t>(number_of(call.request.parameter("page"), 1), 1);
  const auto from = static_cast<std::size_t>(std::min<std::int64_t>(page - 1, 1'000'000) * page_length);
  return std::span(all)
      .subspan(std::min(from, all.size()))
      .first(std::min<std::size_t>(page_length, all.size() - std::min(from, all.size())));
}

Response list_entries(Call& call) {
  const std::string collection(call.request.parameter("collection"));
  const auto known = entry_collections();
  if (std::ranges::find(known, collection) == known.end()) return json_refused(call, not_there());
  const auto snapshot = call.services.repository.snapshot();
  if (!snapshot) return json_refused(call, refusal_of(snapshot.error()));
  const auto entries = call.services.forms.index().list(**snapshot, collection, call.language);
  JsonWriter json;
  json.begin_object().key("revision").value((*snapshot)->revision()).key("count").value(entries->size());
  json.key("entries").begin_array();
  for (const auto& entry : page_of(*entries, call)) {
    json.begin_object().key("id").value(entry->id).key("title_ky").value(entry->title.ky);
    json.key("title_ru").value(entry->title.ru).key("date").value(entry->date);
    json.key("draft").value(entry->draft).key("faults").value(entry->faults).end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

// Its texts; of pictures and documents the pointers, or null where the file itself is in git.
Response read_one(Call& call) {
  Repository& repository = call.services.repository;
  std::string revision(call.request.parameter("revision"));
  if (revision.empty()) {
    if (const auto newest = repository.snapshot()) revision = (*newest)->revision();
  }
  const auto files = read_entry(repository, std::string(call.request.capture("id")), revision);
  if (!files) return json_refused(call, files.error());
  if (files->empty()) return json_refused(call, not_there());
  JsonWriter json;
  json.begin_object().key("revision").value(revision).key("files").begin_object();
  for (const Edit& file : *files) {
    json.key(file.path);
    if (file.bytes && !find_invalid_utf8(*file.bytes)) {
      json.value(*file.bytes);
    } else {
      json.null();
    }
  }
  json.end_object().end_object();
  return json_answer(json);
}

void write_words(JsonWriter& json, std::string_view name, const std::vector<DiffWords>& words) {
  json.key(name).begin_array();
  for (const DiffWords& part : words)
    json.begin_object().key("text").value(part.text).key("changed").value(part.changed).end_object();
  json.end_array();
}

Response compare(Call& call) {
  Repository& repository = call.services.repository;
  const std::string entry(call.request.capture("id")), from(call.request.parameter("from"));
  std::string to(call.request.parameter("to"));
  if (to.empty()) to = repository.head();
  const bool source = call.request.parameter("view") == "source";
  const auto differences =
      compare_versions(repository, entry, from, to, source ? DiffView::source : DiffView::readable);
  if (!differences) return json_refused(call, differences.error());
  JsonWriter json;
  json.begin_object().key("files").begin_array();
  for (const FileDiff& file : *differences) {
    json.begin_object().key("path").value(file.path).key("added").value(file.added);
    json.key("removed").value(file.removed).key("binary").value(file.binary).key("rows").begin_array();
    for (const DiffRow& row : file.rows) {
      json.begin_object().key("kind").value(code(row.kind)).key("field").value(row.field);
      json.key("count").value(row.count);
      write_words(json, "before", row.before);
      write_words(json, "after", row.after);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

void write_item(JsonWriter& json, const MediaItem& item) {
  json.key("path").value(item.path).key("entry").value(item.entry);
  json.key("type").value(short_name(item.type)).key("size").value(item.size).key("sha256").value(item.oid);
  json.key("picture").value(item.is_picture).key("alt_ky").value(item.alt.in(Locale::ky));
  json.key("alt_ru").value(item.alt.in(Locale::ru));
  json.key("lacks_alt").value(item.lacks_alt()).key("lacks_people").value(item.lacks_people());
}

Response list_files(Call& call) {
  const auto snapshot = call.services.repository.snapshot();
  if (!snapshot) return json_refused(call, refusal_of(snapshot.error()));
  std::vector<MediaItem> items = list_media(**snapshot);
  const std::string under(call.request.parameter("entry"));
  if (!under.empty()) std::erase_if(items, [&](const MediaItem& item) { return item.entry != under; });
  JsonWriter json;
  json.begin_object().key("count").value(items.size()).key("media").begin_array();
  for (const MediaItem& item : page_of(items, call)) {
    json.begin_object();
    write_item(json, item);
    json.end_object();
  }
  json.end_array().end_object();
  return json_answer(json);
}

Response read_file(Call& call) {
  const auto snapshot = call.services.repository.snapshot();
  if (!snapshot) return json_refused(call, refusal_of(snapshot.error()));
  const auto item = find_media(**snapshot, call.request.capture("path"));
  if (!item) return json_refused(call, not_there());
  JsonWriter json;
  json.begin_object().key("base").value((*snapshot)->revision());
  write_item(json, *item);
  json.key("uses").begin_array();
  for (const std::string& user : uses_of(**snapshot, item->path)) json.value(user);
  json.end_array().key("twins").begin_array();
  for (const std::string& twin : twins_of(**snapshot, item->oid, item->path)) json.value(twin);
  json.end_array().end_object();
  return json_answer(json);
}

Response revision_answer(const Call& call, const Outcome<std::string>& revision) {
  if (!revision) return json_refused(call, revision.error());
  JsonWriter json;
  json.begin_object().key("revision").value(*revision).end_object();
  return json_answer(json);
}

Response describe_file(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const Form form = form_of(*body);
  return revision_answer(call, describe_media(call.services, *call.actor,
                                              {.path = std::string(call.request.capture("path")),
                                               .base = std::string(form.get("base")),
                                               .fields = form.fields,
                                               .stated_by = std::string(form.get("stated_by"))}));
}

Response crop_file(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const auto part = [&](std::string_view name, std::int64_t otherwise) {
    return static_cast<double>(number_of(body->text_of(name), otherwise));
  };
  const Crop crop{part("left", 0), part("top", 0), part("width", 100), part("height", 100)};
  return revision_answer(
      call, crop_media(call.services, *call.actor, std::string(call.request.capture("path")), crop));
}

Response look_back(Call& call, const Origin& origin) {
  const auto seen = LookBack{std::string(call.request.parameter("day"))}.execute(call.services, *call.actor);
  if (!seen) return json_refused(call, seen.error());
  JsonWriter json;
  json.begin_object().key("address").value(fmt::format("{}/{}/", origin.preview_url, seen->link));
  json.key("revision").value(seen->revision).key("publication").value(seen->publication).end_object();
  return json_answer(json);
}

}  // namespace

void add_content_api_routes(Router& router, Services&, const Origin& origin) {
  router.get("/api/v1/entries", list_entries);
  router.get("/api/v1/entries/{id*}", read_one);
  router.get("/api/v1/comparisons/{id*}", compare);
  router.get("/api/v1/media", list_files);
  router.get("/api/v1/media/{path*}", read_file);
  router.add("PUT", "/api/v1/media/{path*}", describe_file, picture_body);
  router.post("/api/v1/crops/{path*}", crop_file, picture_body);
  router.get("/api/v1/site", [origin](Call& call) { return look_back(call, origin); });
}

}  // namespace mektep::editor
