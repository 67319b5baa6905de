// The media library: what is in it, and uploads by a form.
#include <algorithm>
#include <ranges>

#include "base/text.h"
#include "editor/actions/change_media.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/http/limits.h"
#include "editor/http/routes/media_item.h"
#include "editor/http/routes/paging.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

constexpr std::size_t page_length = 48;

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
  const Paging paging = page_of(call.request, items.size(), page_length);
  ValueList shown;
  const EntryNames names(call.services, call.language);
  for (std::size_t i = paging.begin; i < paging.end; ++i) {
    shown.push_back(media_value(items[i], names, call.language));
  }
  return call.page("media.html", {{"items", std::move(shown)},
                                  {"query", query},
                                  {"show", show},
                                  {"paging", paging.value()},
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

}  // namespace

void add_media_routes(Router& router, Services&) {
  constexpr RouteOptions upload{.max_body = Limits{}.upload_bytes + (64u << 10)};
  router.get("/media", list_page);
  router.get("/media/upload", [](Call& call) {
    return upload_page(call, std::string(call.request.parameter("entry")), {}, 200);
  });
  router.post("/media/upload", take_upload, upload);
}

}  // namespace mektep::editor
