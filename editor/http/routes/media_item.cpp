// One file of the media library: what is said of it, its crop, its replacement.
#include "editor/http/routes/media_item.h"

#include <algorithm>
#include <set>

#include "base/localise.h"
#include "editor/actions/change_media.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/ownership.h"
#include "editor/forms/form.h"
#include "editor/http/limits.h"
#include "editor/http/routes/routes.h"
#include "editor/repository/entry_id.h"
#include "editor/views/dashboard.h"
#include "editor/views/form_value.h"

namespace mektep::editor {
namespace {

Locale locale_of(Language language) {
  return language == Language::ky ? Locale::ky : Locale::ru;
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

Response item_page(Call& call, const std::string& fault = {}, int status = 200) {
  const auto opened = open_media(call);
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
      {{"item", media_value(item, names, call.language)},
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
  const Crop crop{.left = number_in<double>(form.get("left")),
                  .top = number_in<double>(form.get("top")),
                  .width = number_in<double>(form.get("width"), 100),
                  .height = number_in<double>(form.get("height"), 100)};
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

}  // namespace

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

Value media_value(const MediaItem& item, const EntryNames& names, Language language) {
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

Outcome<OpenedMedia> open_media(Call& call) {
  if (auto refusal =
          demand(call.services, *call.actor, Ability::read, "media.read", call.request.capture("path")))
    return std::unexpected(std::move(*refusal));
  auto snapshot = call.services.repository.snapshot();
  if (!snapshot) return std::unexpected(refusal_of(snapshot.error()));
  auto item = find_media(**snapshot, call.request.capture("path"));
  if (!item) return std::unexpected(not_there());
  return OpenedMedia{std::move(*snapshot), std::move(*item)};
}

void add_media_item_routes(Router& router, Services&) {
  constexpr RouteOptions upload{.max_body = Limits{}.upload_bytes + (64u << 10)};
  router.get("/media/item/{path*}", [](Call& call) { return item_page(call); });
  router.post("/media/item/{path*}", describe_item);
  router.post("/media/crop/{path*}", crop_item);
  router.post("/media/replace/{path*}", replace_item, upload);
}

}  // namespace mektep::editor
