// The form of any structured entry.
#include <algorithm>

#include "base/date.h"
#include "base/slug.h"
#include "base/text.h"
#include "editor/actions/demand.h"
#include "editor/actions/failures.h"
#include "editor/actions/save_entry_form.h"
#include "editor/actions/send_entry.h"
#include "editor/http/routes/routes.h"
#include "editor/http/routes/send.h"
#include "editor/repository/entry_id.h"
#include "editor/views/entry_findings.h"
#include "editor/views/form_value.h"
#include "schema/compiled.h"
#include "syntax/json.h"

namespace mektep::editor {
namespace {

// More than so many controls are shown in parts: a form may have 1,000 fields (security line 13).
constexpr std::size_t most_controls = 600;

std::string encode_component(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string collection_of(std::string_view entry) {
  if (entry == "site" || entry == "redirects") return "site";
  return std::string(entry.substr(0, entry.find('/')));
}

// The id of an entry that is not there yet, made of its title.
std::string free_id(const Snapshot& snapshot, const std::string& collection, std::string_view title) {
  const std::string base = collection + "/";
  if (collection == "consents") {
    for (int number = 1;; ++number) {
      const std::string id = fmt::format("consents/c-{:04}", number);
      if (snapshot.find(id + ".yaml") == nullptr) return id;
    }
  }
  std::string slug = slugify(title, Locale::ky);
  if (slug.empty()) slug = "jangy";
  for (int number = 1;; ++number) {
    const std::string id = number == 1 ? base + slug : fmt::format("{}{}-{}", base, slug, number);
    if (files_of_entry(snapshot, id).empty()) return id;
  }
}

// Records are begun in their form; texts in http/routes/writing.cpp.
Response new_record(Call& call, const std::string& collection) {
  if (auto refusal = demand(call.services, *call.actor, Ability::write, "entry.start", collection))
    return call.refused(*refusal);
  const std::string_view title = trim(call.request.form.get("title_ky"));
  const bool named = collection != "consents";  // those have a number
  if (named && slugify(title, Locale::ky).empty()) {
    return call.page("start_writing.html", {{"collection", collection},
                                            {"collection_name", call.word("collection_" + collection)},
                                            {"heading", call.word("entries_new_" + collection)},
                                            {"both", false},
                                            {"title_ky", std::string(title)},
                                            {"fault", std::string()}});
  }
  const auto snapshot = call.services.repository.snapshot();
  if (!snapshot) return call.refused({.detail = snapshot.error().detail});
  return Response::redirect(
      fmt::format("/edit/{}?title={}", free_id(**snapshot, collection, title), encode_component(title)));
}

// What a form screen shows, beside the form itself.
struct Screen {
  EntryFile file;
  Locale locale = Locale::ky;
  std::string base, part, fault;
  bool conflict = false, saved = true;
};

void collect_jumps(const FormField& field, ValueList& to) {
  for (const Problem& problem : field.problems) {
    if (to.size() < 20)
      to.push_back(make_record({{"path", field.path}, {"label", field.label}, {"message", problem.message}}));
  }
  for (const FormField& part : field.absence) collect_jumps(part, to);
  for (const FormField& part : field.children) collect_jumps(part, to);
}

// The parts of a large form; leaves the one that was asked for in it.
Value split_form(FormField& form, std::string_view part) {
  ValueList parts;
  if (form.widget != Widget::group || (count_controls(form) <= most_controls && part.empty())) return parts;
  std::size_t here = 0;
  for (std::size_t i = 0; i < form.children.size(); ++i) {
    if (form.children[i].path == part) here = i;
  }
  for (std::size_t i = 0; i < form.children.size(); ++i) {
    parts.push_back(make_record(
        {{"key", form.children[i].path}, {"label", form.children[i].label}, {"here", i == here}}));
  }
  if (!form.children.empty()) form.children = {form.children[here]};
  return parts;
}

Response form_page(Call& call, const Screen& screen, const Node& now, const Node& value, Findings findings,
                   int status) {
  const auto snapshot = call.services.repository.snapshot();
  if (!snapshot) return call.refused({.detail = snapshot.error().detail});
  const auto directory = call.services.forms.directory(**snapshot, call.language);
  const std::string folder = screen.file.path.substr(0, screen.file.path.rfind('/') + 1);
  const std::vector<Option> files = files_beside(**snapshot, folder);
  FormField form = build_form(*screen.file.schema, now, value,
                              {.language = call.language, .directory = directory.get(), .files = &files});
  sort_findings(findings);
  const Findings rest = place_findings(form, findings, call.language);
  ValueList jumps;
  collect_jumps(form, jumps);
  Value parts = split_form(form, screen.part);

  std::string title = form.label;
  const std::string collection = collection_of(screen.file.entry);
  if (const auto known = directory->find(collection); known != directory->end()) {
    const std::string id = screen.file.entry.substr(screen.file.entry.find('/') + 1);
    const auto found = std::ranges::find(known->second, id, &Option::value);
    title = fmt::format("{}: {}", form.label, found != known->second.end() ? found->label : id);
  }
  return call.page("entry_form.html",
                   {{"title", title},
                    {"entry", screen.file.entry},
                    {"locale", std::string(code(screen.locale))},
                    {"base", screen.base},
                    {"collection", collection},
                    {"collection_name", call.word("collection_" + collection)},
                    {"form", form_value(form)},
                    {"findings", findings_value(rest, call.language)},
                    {"jumps", std::move(jumps)},
                    {"parts", std::move(parts)},
                    {"fault", screen.fault},
                    {"conflict", screen.conflict},
                    {"saved", screen.saved},
                    {"exists", !screen.base.empty() && !now.members.empty()},
                    {"sends", may_send_to_readers(call.services, *call.actor, screen.file.entry)},
                    {"holds_files", collection == "documents" || collection == "people"},
                    {"may_save", may(call.actor->role, ability_to_save(screen.file.entry))}},
                   status);
}

// A value for what is not written yet: the title that was given for it.
Node first_values(const EntryFile& file, std::string_view title) {
  Node node;
  node.kind = describe(*file.schema).shape == Shape::list ? Node::Kind::list : Node::Kind::map;
  const Schema* schema = member(*file.schema, "title");
  if (schema == nullptr || title.empty()) return node;
  Node text;
  text.kind = Node::Kind::scalar;
  text.quoted = true;
  text.text = title;
  if (describe(*schema).shape != Shape::localised) {
    node.members.push_back({"title", {}, std::move(text)});
    return node;
  }
  Node pair;
  pair.kind = Node::Kind::map;
  pair.members.push_back({"ky", {}, std::move(text)});
  node.members.push_back({"title", {}, std::move(pair)});
  return node;
}

std::optional<Screen> screen_of(const Call& call, std::string_view entry, std::string_view locale) {
  Screen screen;
  screen.locale = parse_locale(locale).value_or(Locale::ky);
  screen.part = call.request.parameter("part");
  auto file = entry_file(call.services.forms.schemas(), entry, screen.locale);
  if (!file) return std::nullopt;
  screen.file = std::move(*file);
  return screen;
}

Response show_form(Call& call) {
  auto screen = screen_of(call, call.request.capture("id"), call.request.parameter("locale"));
  if (!screen) return call.refused(not_there());
  if (auto refusal = demand(call.services, *call.actor, Ability::read, "entry.read", screen->file.entry))
    return call.refused(*refusal);
  screen->base = call.services.repository.head();
  const auto text = read_entry_text(call.services, screen->file, screen->base);
  if (!text) return call.refused(text.error());
  Findings findings;
  const Node now = read_values(screen->file, *text, findings);
  if (text->empty()) {
    return form_page(call, *screen, now, first_values(screen->file, call.request.parameter("title")), {},
                     200);
  }
  validate(*screen->file.schema, now, screen->file.path, findings);
  append(findings, findings_between_files(call.services, screen->file.path));
  return form_page(call, *screen, now, now, std::move(findings), 200);
}

bool is_revision(std::string_view text) {
  return text.size() == 40 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// What was sent, on the values that it was made from.
struct Received {
  Screen screen;
  Node now, value;
  Findings findings;
};
Outcome<Received> receive(Call& call, std::string_view entry) {
  const Form& form = call.request.form;
  auto screen = screen_of(call, entry, form.get("locale"));
  if (!screen) return std::unexpected(not_there());
  Received received{.screen = std::move(*screen)};
  received.screen.base = is_revision(form.get("base")) ? form.get("base") : std::string_view();
  received.screen.saved = false;
  const auto text = read_entry_text(call.services, received.screen.file, received.screen.base);
  if (!text) return std::unexpected(text.error());
  received.now = read_values(received.screen.file, *text, received.findings);
  const auto step = parse_row_step(form.get("do"));
  const bool stays = step || form.get("do") == "show";
  const RowStep show{.list = "?"};
  received.value = read_posted(*received.screen.file.schema, received.now, Posted(form.fields),
                               step    ? &*step
                               : stays ? &show
                                       : nullptr);
  if (!stays)
    validate(*received.screen.file.schema, received.value, received.screen.file.path, received.findings);
  return received;
}

Response take_form(Call& call) {
  const Form& form = call.request.form;
  const std::string entry(call.request.capture("id"));
  auto received = receive(call, entry);
  if (!received) return call.refused(received.error());
  const bool sends = form.get("do") == "send";
  if (form.get("do") != "save" && !sends) {
    return form_page(call, received->screen, received->now, received->value, std::move(received->findings),
                     200);
  }
  const auto saved = save_entry_form(call.services, *call.actor,
                                     {.entry = entry,
                                      .locale = received->screen.locale,
                                      .base = received->screen.base,
                                      .fields = form.fields,
                                      .overrule = form.get("overrule") == "yes"});
  if (!saved) {
    if (saved.error().kind == Refusal::Kind::forbidden) return call.refused(saved.error());
    received->screen.fault = saved.error().message.in(call.language);
    append(received->findings, Findings(saved.error().findings));
    received->screen.conflict = saved.error().kind == Refusal::Kind::conflict;
    return form_page(call, received->screen, received->now, received->value, std::move(received->findings),
                     received->screen.conflict ? 409 : 422);
  }
  if (sends) return send_entry(call, entry);
  std::string path = fmt::format("/edit/{}?locale={}", entry, code(received->screen.locale));
  if (!received->screen.part.empty()) path += "&part=" + encode_component(received->screen.part);
  return call.done(path, !saved->changed ? "entry_unchanged"
                         : saved->merged ? "entry_merged"
                                         : "entry_saved");
}

// POST /api/v1/validate: what a form would be found to lack if it were saved now.
Response validate_form(Call& call) {
  auto received = receive(call, call.request.form.get("entry"));
  JsonWriter json;
  json.begin_object().key("findings").begin_array();
  if (received) {
    sort_findings(received->findings);
    for (const Finding& finding : received->findings) {
      json.begin_object();
      json.key("rule").value(finding.rule->id).key("field").value(finding.field);
      json.key("message")
          .value(finding.message(call.language))
          .key("hint")
          .value(finding.hint(call.language));
      json.key("blocks").value(finding.blocks());
      json.end_object();
    }
  }
  json.end_array().end_object();
  Response response;
  response.status = received ? 200 : 404;
  response.type = "application/json";
  response.body = json.take();
  return response;
}

}  // namespace

void add_entry_routes(Router& router, Services&) {
  for (const char* collection : {"people", "documents", "consents"}) {
    const auto begin = [collection](Call& call) { return new_record(call, collection); };
    router.get(fmt::format("/new/{}", collection), begin);
    router.post(fmt::format("/new/{}", collection), begin);
  }
  router.get("/edit/{id*}", show_form);
  router.post("/edit/{id*}", take_form);
  router.post("/api/v1/validate", validate_form);
}

}  // namespace mektep::editor
