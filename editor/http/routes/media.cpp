// The media library: uploads, side-cars, crops; and uploads in pieces for scripts.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <ranges>
#include <set>

#include "base/localise.h"
#include "base/text.h"
#include "editor/actions/change_media.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/ownership.h"
#include "editor/forms/form.h"
#include "editor/http/limits.h"
#include "editor/http/routes/routes.h"
#include "editor/media/library.h"
#include "editor/repository/entry_id.h"
#include "editor/views/dashboard.h"
#include "editor/views/entry_names.h"
#include "editor/views/form_value.h"
#include "syntax/json.h"

namespace mektep::editor {
namespace {

constexpr std::size_t page_length = 48;
constexpr std::uint32_t thumbnail_side = 360;

Locale locale_of(Language language) {
  return language == Language::ky ? Locale::ky : Locale::ru;
}

template <class Number>
Number number_of(std::string_view text, Number otherwise = {}) {
  Number value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string encode_path(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-_./").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

Value item_value(const MediaItem& item, const EntryNames& names, Language language) {
  return make_record({{"path", item.path},
                      {"link", encode_path(item.path)},
                      {"name", item.path.substr(item.path.rfind('/') + 1)},
                      {"entry", item.entry},
                      {"title", names.of(item.entry)},
                      {"type", std::string(short_name(item.type))},
                      {"size", format_size(item.size, locale_of(language))},
                      {"is_picture", item.is_picture},
                      {"alt", item.alt.best(locale_of(language))},
                      {"lacks_alt", item.lacks_alt()},
                      {"lacks_people", item.lacks_people()}});
}

// Files as links to the screens where they are seen, each entry once.
Value places_value(const Call& call, const std::vector<std::string>& files) {
  const EntryNames names(call.services, call.language);
  ValueList list;
  std::set<std::string> told;
  for (const std::string& file : files) {
    const std::string href = place_of_file(file, {});
    if (told.insert(href).second)
      list.push_back(make_record({{"href", href}, {"title", names.of(entry_of(file))}}));
  }
  return list;
}

Response list_page(Call& call) {
  if (auto refusal = demand(call.services, *call.actor, Ability::read, "media.list"))
    return call.refused(*refusal);
  const auto snapshot = call.services.repository.snapshot();
  if (!snapshot) return call.refused(refusal_of(snapshot.error()));
  std::vector<MediaItem> items = list_media(**snapshot);
  const std::string query(trim(call.request.parameter("q"))), show(call.request.parameter("show"));
  const std::string wanted = fold_for_search(query);
  std::erase_if(items, [&](const MediaItem& item) {
    if (show == "lacking" && !item.lacks_alt() && !item.lacks_people()) return true;
    if (show == "documents" && item.is_picture) return true;
    if (wanted.empty()) return false;
    const std::string text =
        fold_for_search(fmt::format("{} {} {}", item.path, item.alt.in(Locale::ky), item.alt.in(Locale::ru)));
    return text.find(wanted) == std::string::npos;
  });
  const std::size_t pages = std::max<std::size_t>(1, (items.size() + page_length - 1) / page_length);
  const std::size_t page =
      std::clamp<std::size_t>(number_of<std::size_t>(call.request.parameter("page"), 1), 1, pages);
  ValueList shown;
  const EntryNames names(call.services, call.language);
  for (std::size_t i = (page - 1) * page_length; i < std::min(items.size(), page * page_length); ++i) {
    shown.push_back(item_value(items[i], names, call.language));
  }
  return call.page("media.html", {{"items", std::move(shown)},
                                  {"query", query},
                                  {"show", show},
                                  {"page", page},
                                  {"pages", pages},
                                  {"may_add", may(call.actor->role, Ability::write_own)}});
}

Response upload_page(Call& call, const std::string& entry, const std::string& fault, int status) {
  const EntryNames names(call.services, call.language);
  ValueList entries;  // that a file can belong to, the newest first
  if (const auto snapshot = call.services.repository.snapshot()) {
    constexpr std::size_t most = 30;
    for (const char* collection : {"news", "events", "albums", "pages", "documents", "people"}) {
      ValueList options;
      const auto listed = call.services.forms.index().list(**snapshot, collection, call.language);
      for (const auto& each : *listed | std::views::take(most))
        options.push_back(make_record({{"id", each->id}, {"title", each->title.in(call.language)}}));
      entries.push_back(make_record(
          {{"name", call.word(fmt::format("collection_{}", collection))}, {"options", std::move(options)}}));
    }
  }
  return call.page("media_upload.html",
                   {{"entry", entry},
                    {"title", entry.empty() ? std::string() : names.of(entry)},
                    {"collections", std::move(entries)},
                    {"fault", fault}},
                   status);
}

Response take_upload(Call& call) {
  const Form& form = call.request.form;
  const std::string entry(form.get("entry"));
  std::string last, fault;
  for (const UploadedFile& file : form.files) {
    const auto done = upload_media(call.services, *call.actor,
                                   {.entry = entry, .name = file.name, .bytes = file.bytes, .replace = {}});
    if (!done && done.error().kind == Refusal::Kind::forbidden) return call.refused(done.error());
    if (done) {
      last = done->path;
    } else {
      fault += fmt::format("{}{}: {}", fault.empty() ? "" : " ", file.name,
                           done.error().message.in(call.language));
    }
  }
  if (form.files.empty()) fault = explain(UploadFault::empty).in(call.language);
  if (!fault.empty()) return upload_page(call, entry, fault, 422);
  return call.done("/media/item/" + encode_path(last), "media_uploaded");
}

struct Opened {
  std::shared_ptr<const Snapshot> snapshot;
  MediaItem item;
};
Outcome<Opened> open_item(Call& call) {
  if (auto refusal =
          demand(call.services, *call.actor, Ability::read, "media.read", call.request.capture("path")))
    return std::unexpected(std::move(*refusal));
  auto snapshot = call.services.repository.snapshot();
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  auto item = find_media(**snapshot, call.request.capture("path"));
  if (!item) return std::unexpected(not_there());
  return Opened{std::move(*snapshot), std::move(*item)};
}

Response item_page(Call& call, const std::string& fault = {}, int status = 200) {
  const auto opened = open_item(call);
  if (!opened) return call.refused(opened.error());
  const auto& [snapshot, item] = *opened;
  Node data;
  const auto asset = read_sidecar(*snapshot, item, &data);
  const auto directory = call.services.forms.directory(*snapshot, call.language);
  const Schema* schema = call.services.forms.schemas().schemas.find("asset.yaml");
  FormField form = build_form(*schema, data, data, {.language = call.language, .directory = directory.get()});
  Findings findings;
  if (item.is_picture && data.is_map()) validate(*schema, data, item.sidecar, findings);
  place_findings(form, findings, call.language);
  // Who is on it has questions of its own.
  std::erase_if(form.children, [](const FormField& field) {
    return field.name == "people" || field.name == "stated_by" || field.name == "stated_on";
  });
  const auto options = [&](const char* kind, const std::vector<std::string>& chosen) {
    ValueList list;
    const auto found = directory->find(kind);
    for (const Option& option : found != directory->end() ? found->second : std::vector<Option>()) {
      const bool here = std::ranges::find(chosen, option.value) != chosen.end();
      list.push_back(make_record({{"value", option.value}, {"label", option.label}, {"chosen", here}}));
    }
    return Value(std::move(list));
  };
  const EntryNames names(call.services, call.language);
  const char* people = asset.people == PeopleShown::nobody   ? "nobody"
                       : asset.people == PeopleShown::listed ? "listed"
                                                             : "";
  return call.page(
      "media_item.html",
      {{"item", item_value(item, names, call.language)},
       {"form", form_value(form)},
       {"people", people},
       {"consents", options("consents", asset.consents)},
       {"persons", options("people", {asset.stated_by})},
       {"stated_on", asset.stated_on ? date_text(*asset.stated_on, call.language) : std::string()},
       {"uses", places_value(call, uses_of(*snapshot, item.path))},
       {"twins", places_value(call, twins_of(*snapshot, item.oid, item.path))},
       {"base", snapshot->revision()},
       {"fault", fault},
       {"may_save", may_write(*call.actor, owner_of(call.services, *call.actor, item.entry))}},
      status);
}

// Back to the item: done, or with what was wrong.
template <class Result>
Response after(Call& call, const Outcome<Result>& result, std::string_view notice) {
  if (result) return call.done("/media/item/" + encode_path(call.request.capture("path")), notice);
  if (result.error().kind == Refusal::Kind::forbidden || result.error().kind == Refusal::Kind::not_found)
    return call.refused(result.error());
  return item_page(call, result.error().message.in(call.language),
                   result.error().kind == Refusal::Kind::conflict ? 409 : 422);
}

Response describe_item(Call& call) {
  const Form& form = call.request.form;
  return after(call,
               describe_media(call.services, *call.actor,
                              {.path = std::string(call.request.capture("path")),
                               .base = std::string(form.get("base")),
                               .fields = form.fields,
                               .stated_by = std::string(form.get("stated_by"))}),
               "media_described");
}

Response crop_item(Call& call) {
  const Form& form = call.request.form;
  const Crop crop{.left = number_of<double>(form.get("left")),
                  .top = number_of<double>(form.get("top")),
                  .width = number_of<double>(form.get("width"), 100),
                  .height = number_of<double>(form.get("height"), 100)};
  return after(call, crop_media(call.services, *call.actor, std::string(call.request.capture("path")), crop),
               "media_cropped");
}

Response replace_item(Call& call) {
  const Form& form = call.request.form;
  const UploadedFile none;
  const UploadedFile& file = form.files.empty() ? none : form.files.front();
  return after(call,
               upload_media(call.services, *call.actor,
                            {.entry = {},
                             .name = file.name,
                             .bytes = file.bytes,
                             .replace = std::string(call.request.capture("path"))}),
               "media_replaced");
}

Response send_file(const MediaItem& item, std::string bytes) {
  Response response;
  response.type = mime_type(item.type);
  response.body = std::move(bytes);
  // Security line 25: only pictures are shown in place.
  const std::string name = item.path.substr(item.path.rfind('/') + 1);
  if (!item.is_picture)
    response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
  return response;
}

Response show_file(Call& call) {
  const auto opened = open_item(call);
  if (!opened) return call.refused(opened.error());
  auto bytes = opened->snapshot->read_asset(*opened->snapshot->find(opened->item.path));
  if (!bytes) return call.refused(not_there());
  return send_file(opened->item, std::move(*bytes));
}

// Made once and kept in the state folder, by the digest of the picture.
Response show_thumbnail(Call& call) {
  const auto opened = open_item(call);
  if (!opened) return call.refused(opened.error());
  const auto& [snapshot, item] = *opened;
  if (!item.is_picture) return call.refused(not_there());
  const SourceFile& file = *snapshot->find(item.path);
  const std::string folder = call.services.state_folder + "/thumbnails";
  const std::string kept = fmt::format("{}/{}.jpg", folder, item.oid.empty() ? file.blob : item.oid);
  std::ifstream stream(kept, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  if (bytes.empty()) {
    const auto original = snapshot->read_asset(file);
    auto small = original ? call.services.workshop.thumbnail(*original, thumbnail_side)
                          : std::unexpected(UploadFault::damaged);
    if (!small) return call.refused(not_there());
    bytes = std::move(*small);
    std::error_code error;
    std::filesystem::create_directory(folder, error);
    const std::string part = fmt::format("{}.{}", kept, call.services.machine.milliseconds());
    std::ofstream(part, std::ios::binary) << bytes;
    std::filesystem::rename(part, kept, error);
  }
  Response response;
  response.type = "image/jpeg";
  response.body = std::move(bytes);
  return response;
}

Response json_answer(JsonWriter& json, int status) {
  Response response;
  response.status = status;
  response.type = "application/json";
  response.body = json.take();
  return response;
}
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
                                              number_of<std::uint64_t>(call.request.parameter("size")));
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
      call.actor->account, id, number_of<std::uint64_t>(call.request.parameter("offset")), call.request.body);
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

void add_media_routes(Router& router, Services&) {
  constexpr Limits limits;
  constexpr RouteOptions upload{.max_body = limits.upload_bytes + (64u << 10)};
  constexpr RouteOptions piece{.max_body = 4u << 20, .raw = true};
  router.get("/media", list_page);
  router.get("/media/upload", [](Call& call) {
    return upload_page(call, std::string(call.request.parameter("entry")), {}, 200);
  });
  router.post("/media/upload", take_upload, upload);
  router.get("/media/item/{path*}", [](Call& call) { return item_page(call); });
  router.post("/media/item/{path*}", describe_item);
  router.post("/media/crop/{path*}", crop_item);
  router.post("/media/replace/{path*}", replace_item, upload);
  router.get("/media/file/{path*}", show_file);
  router.get("/media/thumbnail/{path*}", show_thumbnail);
  router.post("/api/v1/media", api_upload, upload);
  router.add("POST", "/api/v1/uploads", api_begin, piece);
  router.get("/api/v1/uploads/{id}", api_look);
  router.add("PUT", "/api/v1/uploads/{id}", api_piece, piece);
  router.add("POST", "/api/v1/uploads/{id}", api_finish, piece);
}

}  // namespace mektep::editor
