// The writing screen of news, pages, events and albums, and what its scripts ask for.
#include <charconv>

#include "base/text.h"
#include "editor/actions/autosave_writing.h"
#include "editor/actions/save_writing.h"
#include "editor/actions/start_writing.h"
#include "editor/forms/entry_form.h"
#include "editor/http/routes/routes.h"
#include "editor/permissions/permissions.h"
#include "facts/letters/letters.h"
#include "syntax/file_type.h"
#include "syntax/json.h"
#include "theme/value.h"

namespace mektep::editor {
namespace {

constexpr RouteOptions json_body{.max_body = 2u << 20, .raw = true};

Response json(JsonWriter& writer, int status = 200) {
  Response response;
  response.status = status;
  response.type = "application/json";
  response.body = writer.take();
  return response;
}

int status_of(Refusal::Kind kind) {
  switch (kind) {
    case Refusal::Kind::forbidden:
      return 403;
    case Refusal::Kind::not_found:
      return 404;
    case Refusal::Kind::invalid:
      return 422;
    case Refusal::Kind::conflict:
      return 409;
    case Refusal::Kind::too_many:
      return 429;
    case Refusal::Kind::failed:
      return 503;
  }
  return 500;
}

Response refused_json(const Call& call, const Refusal& refusal) {
  JsonWriter writer;
  writer.begin_object().key("message").value(refusal.message.in(call.language)).end_object();
  return json(writer, status_of(refusal.kind));
}

// The entry of an address such as /edit/news/2026/first-bell; empty when no text can lie there.
std::string entry_in(const Call& call) {
  std::string entry(call.request.capture("id"));
  if (const std::string_view folder = call.request.capture("folder"); !folder.empty())
    entry = std::string(folder) + "/" + entry;
  return is_writing(entry) ? entry : std::string();
}

// {"base": …, "version": …, "values": [[name, value]…]}.
struct Sent {
  std::string base, link;
  std::int64_t version = 0;
  WritingValues values;
};
std::optional<Sent> read_sent(std::string_view body) {
  Findings findings;
  const Node node = parse_json(body, {}, findings);
  const Node* values = node.given("values");
  if (!findings.empty() || !values || !values->is_list()) return std::nullopt;
  Sent sent;
  sent.base = node.text_of("base");
  sent.link = node.text_of("link");
  const std::string_view version = node.text_of("version");
  std::from_chars(version.data(), version.data() + version.size(), sent.version);
  for (const Node& pair : values->items) {
    if (!pair.is_list() || pair.items.size() != 2) return std::nullopt;
    sent.values.emplace_back(pair.items[0].text, pair.items[1].text);
  }
  return sent;
}

Response autosave(Call& call) {
  auto sent = read_sent(call.request.body);
  const std::string entry = entry_in(call);
  if (!sent || entry.empty()) return refused_json(call, {.kind = Refusal::Kind::invalid});
  const AutosaveWriting action{entry, sent->base, sent->version, std::move(sent->values)};
  const auto version = action.execute(call.services, *call.actor);
  if (!version) return refused_json(call, version.error());
  JsonWriter writer;
  writer.begin_object().key("version").value(*version).end_object();
  return json(writer);
}

Response preview(Call& call, const Origin& origin) {
  const auto sent = read_sent(call.request.body);
  const std::string entry = entry_in(call);
  if (!sent || entry.empty()) return refused_json(call, {.kind = Refusal::Kind::invalid});
  const auto writing = writing_at(call.services, entry, sent->base);
  if (!writing) return refused_json(call, writing.error());
  auto edits = put_values(call.services, *writing, sent->values);
  if (!edits) return refused_json(call, edits.error());
  const auto head = call.services.repository.snapshot();
  if (!head) return refused_json(call, {.detail = head.error().detail});
  UnsavedEdits unsaved;
  for (Edit& edit : *edits) unsaved.emplace_back(std::move(edit.path), std::move(edit.bytes));
  const std::shared_ptr<const Snapshot> snapshot = make_overlay(*head, std::move(unsaved));
  const auto pages = call.services.preview.pages_of(snapshot, entry);
  if (!pages) return refused_json(call, {.detail = pages.error().message(Language::en)});
  PreviewLinks& links = call.services.preview_links;
  std::string link = sent->link;
  if (!links.show(link, call.actor->account, snapshot)) link = links.open(call.actor->account, snapshot);
  JsonWriter writer;
  writer.begin_object().key("link").value(link).key("origin").value(origin.preview_url);
  writer.key("pages").begin_object();
  for (const Locale locale : all_locales) writer.key(code(locale)).value((*pages)[index(locale)]);
  writer.end_object().end_object();
  return json(writer);
}

std::string_view name_of(LetterFaultKind kind) {
  switch (kind) {
    case LetterFaultKind::latin:
      return "latin";
    case LetterFaultKind::cyrillic:
      return "cyrillic";
    case LetterFaultKind::digit:
      return "digit";
    case LetterFaultKind::foreign:
      return "foreign";
    case LetterFaultKind::russian:
      return "russian";
    case LetterFaultKind::hidden:
      return "hidden";
    case LetterFaultKind::decomposed:
      return "decomposed";
  }
  return {};
}

// {"language": "ky", "texts": […]} → each wrong word once.
Response letters(Call& call) {
  Findings findings;
  const Node node = parse_json(call.request.body, {}, findings);
  const Node* texts = node.given("texts");
  if (!findings.empty() || !texts || !texts->is_list())
    return refused_json(call, {.kind = Refusal::Kind::invalid});
  std::optional<Locale> language;
  for (const Locale locale : all_locales)
    if (node.text_of("language") == code(locale)) language = locale;
  JsonWriter writer;
  writer.begin_object().key("words").begin_array();
  std::set<std::string, std::less<>> told;
  constexpr std::size_t most = 50;
  for (const Node& text : texts->items) {
    std::vector<LetterFault> faults;
    find_letter_faults(text.text, language, faults);
    for (const LetterFault& fault : faults) {
      const std::string word = text.text.substr(fault.word, fault.size);
      if (told.size() == most || !told.insert(word).second) continue;
      // Browsers count in UTF-16; words with wrong letters hold nothing beyond the first plane.
      const std::size_t before =
          count_code_points(std::string_view(text.text).substr(fault.word, fault.letter - fault.word));
      writer.begin_object().key("word").value(word).key("letter").value(before);
      writer.key("kind").value(name_of(fault.kind)).key("repaired").value(fault.repaired).end_object();
    }
  }
  writer.end_array().end_object();
  return json(writer);
}

// What shortcodes and links can name.
Response places(Call& call) {
  const std::string entry = entry_in(call);
  const auto snapshot = call.services.repository.snapshot();
  if (entry.empty() || !snapshot) return refused_json(call, {.kind = Refusal::Kind::not_found});
  const auto directory = call.services.forms.directory(**snapshot, call.language);
  JsonWriter writer;
  writer.begin_object();
  for (const std::string_view name : {"documents", "people"}) {
    writer.key(name).begin_array();
    if (const auto found = directory->find(name); found != directory->end()) {
      for (const Option& option : found->second)
        writer.begin_object().key("value").value(option.value).key("label").value(option.label).end_object();
    }
    writer.end_array();
  }
  writer.key("pictures").begin_array();
  const auto files = files_beside(**snapshot, entry + "/");
  const auto is_table = [](std::string_view name) { return name.ends_with(".csv"); };
  for (const Option& file : files)
    if (!is_table(file.value))
      writer.begin_object().key("value").value(file.value).key("label").value(file.label).end_object();
  writer.end_array().key("tables").begin_array();
  for (const Option& file : files)
    if (is_table(file.value))
      writer.begin_object().key("value").value(file.value).key("label").value(file.label).end_object();
  writer.end_array().end_object();
  return json(writer);
}

// The Kyrgyz text from which the Russian one was made, and as it is now.
Response translation(Call& call) {
  const std::string entry = entry_in(call);
  if (entry.empty()) return refused_json(call, {.kind = Refusal::Kind::not_found});
  const auto writing = open_writing(call.services, *call.actor, entry);
  if (!writing) return refused_json(call, writing.error());
  const std::string file = text_file(entry, Locale::ky);
  const ParsedText russian = read_text(call.services, entry, Locale::ru, writing->texts[1].value_or(""));
  const auto commits = call.services.repository.history(file, 200);
  std::string before;
  for (std::size_t i = 0; commits && i < commits->size() && before.empty(); ++i) {
    const auto text = call.services.repository.read(file, (*commits)[i].id);
    if (!text || !*text) continue;
    const ParsedText kyrgyz = read_text(call.services, entry, Locale::ky, **text);
    if (kyrgyz.translation.digest == russian.translation.translated_from) before = **text;
  }
  if (before.empty()) return refused_json(call, {.kind = Refusal::Kind::not_found});
  JsonWriter writer;
  writer.begin_object().key("before").value(split_text(before).second);
  writer.key("now").value(split_text(writing->texts[0].value_or("")).second).end_object();
  return json(writer);
}

// A picture of an entry, for the text in which it stands.
Response picture(Call& call) {
  const auto snapshot = call.services.repository.snapshot();
  const SourceFile* file = snapshot ? (*snapshot)->find(call.request.capture("path")) : nullptr;
  if (!file) return call.refused({.kind = Refusal::Kind::not_found});
  auto bytes = (*snapshot)->read_asset(*file);
  if (!bytes) return call.refused({.kind = Refusal::Kind::not_found});
  Response response;
  switch (sniff_file_type(*bytes)) {
    case FileType::jpeg:
      response.type = "image/jpeg";
      break;
    case FileType::png:
      response.type = "image/png";
      break;
    case FileType::webp:
      response.type = "image/webp";
      break;
    default:  // nothing that a browser could run
      return call.refused({.kind = Refusal::Kind::not_found});
  }
  response.body = std::move(*bytes);
  return response;
}

Value field_value(const FormField& field) {
  ValueList options;
  for (const Option& option : field.options) {
    const bool chosen =
        option.value == field.value || std::ranges::find(field.chosen, option.value) != field.chosen.end();
    options.push_back(make_record({{"value", option.value}, {"label", option.label}, {"chosen", chosen}}));
  }
  const std::size_t time = field.value.find('T');
  return make_record({{"widget", std::string(code(field.widget))},
                      {"name", field.name},
                      {"label", field.label},
                      {"help", field.help},
                      {"value", field.value},
                      {"day", field.value.substr(0, time)},
                      {"time", time == std::string::npos ? std::string() : field.value.substr(time + 1)},
                      {"options", std::move(options)}});
}

// Fields that people fill in; the rest of the front matter stays as it is.
bool is_shown(const FormField& field, Locale locale) {
  static constexpr std::string_view of_both[] = {"title", "summary"};
  static constexpr std::string_view of_kyrgyz[] = {"date", "start", "end",   "place", "tags",
                                                   "kind", "until", "image", "draft"};
  return std::ranges::find(of_both, field.name) != std::end(of_both) ||
         (locale == Locale::ky && std::ranges::find(of_kyrgyz, field.name) != std::end(of_kyrgyz));
}

// A text of the screen: its fields and its body.
Value text_value(Call& call, const Writing& writing, Locale locale) {
  Services& services = call.services;
  const std::string text = writing.texts[index(locale)].value_or("");
  const auto file = entry_file(services.forms.schemas(), writing.entry, locale);
  if (!file) return {};
  Findings findings;
  const Node values = read_values(*file, text, findings);
  const auto snapshot = services.repository.snapshot();
  const auto directory = snapshot ? services.forms.directory(**snapshot, call.language) : nullptr;
  const FormField form =
      build_form(*file->schema, values, values, {.language = call.language, .directory = directory.get()});
  ValueList own, shared;
  for (const FormField& field : form.children) {
    if (!is_shown(field, locale)) continue;
    (field.name == "title" || field.name == "summary" ? own : shared).push_back(field_value(field));
  }
  return make_record({{"exists", writing.texts[index(locale)].has_value()},
                      {"fields", std::move(own)},
                      {"shared", std::move(shared)},
                      {"body", std::string(split_text(text).second)}});
}

// How the Russian text stands to the Kyrgyz one.
std::string state_of_translation(Call& call, const Writing& writing) {
  if (!writing.texts[0] || !writing.texts[1]) return "none";
  std::array<ParsedText, 2> texts;
  for (const Locale locale : all_locales)
    texts[index(locale)] = read_text(call.services, writing.entry, locale, *writing.texts[index(locale)]);
  const std::string& from = texts[1].translation.translated_from;
  if (from.empty()) return "unmarked";
  return from == texts[0].translation.digest ? "current" : "stale";
}

Response show(Call& call, const Writing& writing, const SavedWriting* refused = nullptr) {
  ValueList conflicts;
  if (refused) {
    for (const WritingConflict& conflict : refused->conflicts)
      conflicts.push_back(make_record({{"mine", conflict.mine}, {"theirs", conflict.theirs}}));
  }
  std::string title;
  for (const Locale locale : {Locale::ru, Locale::ky}) {
    if (!writing.texts[index(locale)]) continue;
    Findings ignored;
    const auto file = entry_file(call.services.forms.schemas(), writing.entry, locale);
    if (!file) continue;
    const Node values = read_values(*file, *writing.texts[index(locale)], ignored);
    if (!values.text_of("title").empty()) title = values.text_of("title");
  }
  const bool may_save = may(call.actor->role, Ability::write);
  return call.page("writing.html",
                   {{"entry", writing.entry},
                    {"title", title.empty() ? writing.entry : title},
                    {"account", call.actor->account},
                    {"base", writing.base},
                    {"version", writing.version},
                    {"has_draft", writing.version > 0},
                    {"is_new", writing.is_new},
                    {"may_save", may_save},
                    {"translation", state_of_translation(call, writing)},
                    {"conflicts", std::move(conflicts)},
                    {"ky", text_value(call, writing, Locale::ky)},
                    {"ru", text_value(call, writing, Locale::ru)}},
                   refused ? 409 : 200);
}

Response edit(Call& call) {
  const std::string entry = entry_in(call);
  if (entry.empty()) return call.refused({.kind = Refusal::Kind::not_found});
  const auto writing = open_writing(call.services, *call.actor, entry);
  if (!writing) return call.refused(writing.error());
  return show(call, *writing);
}

Response save(Call& call) {
  const Form& form = call.request.form;
  SaveWriting action;
  action.entry = entry_in(call);
  if (action.entry.empty()) return call.refused({.kind = Refusal::Kind::not_found});
  action.base = form.get("base");
  const std::string_view version = form.get("version");
  std::from_chars(version.data(), version.data() + version.size(), action.version);
  action.values = form.fields;
  const auto saved = action.execute(call.services, *call.actor);
  if (!saved) return call.refused(saved.error());
  if (saved->conflicts.empty())
    return call.done("/edit/" + action.entry, saved->merged ? "writing_merged" : "writing_saved");
  const auto writing = open_writing(call.services, *call.actor, action.entry);
  if (!writing) return call.refused(writing.error());
  return show(call, *writing, &*saved);
}

Response ask_title(Call& call) {
  const std::string collection(call.request.capture("collection"));
  const bool known =
      std::ranges::any_of(all_collections, [&](Collection each) { return folder_of(each) == collection; });
  if (!known) return call.refused({.kind = Refusal::Kind::not_found});
  return call.page("start_writing.html",
                   {{"collection", collection}, {"heading", call.word("writing_new_" + collection)}});
}

Response begin(Call& call) {
  const Form& form = call.request.form;
  const StartWriting action{std::string(call.request.capture("collection")),
                            std::string(form.get("title_ky")), std::string(form.get("title_ru"))};
  const auto entry = action.execute(call.services, *call.actor);
  if (!entry) return call.refused(entry.error());
  return call.done("/edit/" + *entry);
}

}  // namespace

void add_writing_routes(Router& router, Services&, const Origin& origin) {
  for (const Collection collection : all_collections) {
    const std::string folder(folder_of(collection));
    const auto in_folder = [folder](Response (*handler)(Call&)) {
      return [folder, handler](Call& call) {
        Request request = call.request;
        request.captures["folder"] = folder;
        Call inner{request,      call.services, call.views,    call.actor,
                   call.session, call.csrf,     call.sections, call.language};
        return handler(inner);
      };
    };
    router.get("/edit/" + folder + "/{id*}", in_folder(edit));
    router.post("/edit/" + folder + "/{id*}", in_folder(save), {.max_body = 2u << 20});
  }
  router.get("/new/{collection}", ask_title);
  router.post("/new/{collection}", begin);
  router.get("/files/{path*}", picture);
  router.add("PUT", "/api/v1/writing/{id*}", autosave, json_body);
  router.post("/api/v1/preview/{id*}", [origin](Call& call) { return preview(call, origin); }, json_body);
  router.post("/api/v1/letters", letters, json_body);
  router.get("/api/v1/places/{id*}", places);
  router.get("/api/v1/translation/{id*}", translation);
}

}  // namespace mektep::editor
