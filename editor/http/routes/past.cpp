// The past: the site as it was on a day, in a frame of the preview; and for programs, the page of an old
// version and a change taken back.
#include "base/zone.h"
#include "editor/actions/look_back.h"
#include "editor/actions/show_version.h"
#include "editor/actions/undo_change.h"
#include "editor/http/json_answer.h"
#include "editor/http/json_request.h"
#include "editor/http/routes/routes.h"

namespace mektep::editor {
namespace {

Response show_past(Call& call, const Origin& origin) {
  const std::string today = date_at(call.services.machine.now(), bishkek_minutes).iso();
  const std::string day(call.request.parameter("day"));
  const auto wanted = parse_date(day);
  constexpr std::int64_t day_seconds = 24 * 3600;
  Values values{{"day", day.empty() ? today : day},
                {"today", today},
                {"noon", wanted ? wanted->days() * day_seconds + day_seconds / 4 : std::int64_t{0}}};
  const auto screen = [&](const std::string& fault, Value address, Value published, int status) {
    values.insert(values.end(),
                  {{"fault", fault}, {"address", std::move(address)}, {"published", published}});
    return call.page("past.html", std::move(values), status);
  };
  if (day.empty()) return screen({}, nullptr, nullptr, 200);
  const auto seen = LookBack{day}.execute(call.services, *call.actor);
  if (!seen) {
    const Refusal& refusal = seen.error();
    return screen(refusal.message.in(call.language), nullptr, nullptr, status_of(refusal.kind));
  }
  const auto shown = call.services.ledger.find(seen->publication);
  return screen({}, fmt::format("{}/{}/", origin.preview_url, seen->link),
                shown && *shown ? Value((*shown)->finished) : Value(nullptr), 200);
}

// GET /api/v1/versions/{id}?revision=…: addresses of the pages by language.
Response show_version(Call& call, const Origin& origin) {
  const ShowVersion action{std::string(call.request.capture("id")),
                           std::string(call.request.parameter("revision"))};
  const auto seen = action.execute(call.services, *call.actor);
  if (!seen) return json_refused(call, seen.error());
  JsonWriter json;
  json.begin_object().key("pages").begin_object();
  for (const Locale locale : all_locales) {
    const std::string& page = seen->pages[index(locale)];
    json.key(code(locale))
        .value(page.empty() ? "" : fmt::format("{}/{}{}", origin.preview_url, seen->link, page));
  }
  json.end_object().end_object();
  return json_answer(json);
}

Response undo_change(Call& call) {
  const auto body = body_of(call);
  if (!body) return json_refused(call, body.error());
  const UndoChange action{std::string(call.request.capture("id")), std::string(body->text_of("before")),
                          std::string(body->text_of("after"))};
  const auto written = action.execute(call.services, *call.actor);
  if (!written) return json_refused(call, written.error());
  JsonWriter json;
  json.begin_object().key("revision").value(written->revision);
  json.key("merged").value(written->merged).end_object();
  return json_answer(json);
}

}  // namespace

void add_past_routes(Router& router, Services&, const Origin& origin) {
  router.get("/past", [origin](Call& call) { return show_past(call, origin); });
  router.get("/api/v1/versions/{id*}", [origin](Call& call) { return show_version(call, origin); });
  router.post("/api/v1/undo/{id*}", undo_change, json_body);
}

}  // namespace mektep::editor
