// The writing screen of news, pages, events and albums.
#include <charconv>

#include "base/text.h"
#include "editor/actions/ownership.h"
#include "editor/actions/save_writing.h"
#include "editor/actions/send_entry.h"
#include "editor/actions/start_writing.h"
#include "editor/forms/entry_form.h"
#include "editor/http/routes/routes.h"
#include "editor/http/routes/send.h"
#include "editor/permissions/permissions.h"
#include "editor/views/entry_findings.h"
#include "theme/value.h"

namespace mektep::editor {
namespace {

// The entry of an address such as /edit/news/2026/first-bell; empty when no text can lie there.
std::string entry_in(const Call& call) {
  std::string entry(call.request.capture("id"));
  if (const std::string_view folder = call.request.capture("folder"); !folder.empty())
    entry = std::string(folder) + "/" + entry;
  return is_writing(entry) ? entry : std::string();
}

Value field_value(const FormField& field) {
  ValueList options;
  for (const Option& option : field.options) {
    const bool chosen =
        option.value == field.value || std::ranges::find(field.chosen, option.value) != field.chosen.end();
    options.push_back(make_record({{"value", option.value}, {"label", option.label}, {"chosen", chosen}}));
  }
  const std::size_t time = field.value.find('T');
  std::string lines;  // of a list of short texts: one a line
  for (const FormField& row : field.children) lines += row.value + '\n';
  return make_record({{"widget", std::string(code(field.widget))},
                      {"name", field.name},
                      {"label", field.label},
                      {"help", field.help},
                      {"example", field.example},
                      {"value", field.value},
                      {"lines", std::move(lines)},
                      {"day", field.value.substr(0, time)},
                      {"time", time == std::string::npos ? std::string() : field.value.substr(time + 1)},
                      {"options", std::move(options)}});
}

// Where people fill a field in; the rest of the front matter stays as it is.
enum class Part : std::uint8_t { text, shared, rare, none };
Part part_of(const FormField& field, Locale locale) {
  static constexpr std::string_view text[] = {"title", "summary"};
  static constexpr std::string_view shared[] = {"date", "start", "end",   "place",      "image",
                                                "tags", "kind",  "until", "shown_until"};
  static constexpr std::string_view rare[] = {"author",   "menu_title", "order",
                                              "consents", "aliases",    "draft"};
  const auto in = [&](const auto& names) { return std::ranges::find(names, field.name) != std::end(names); };
  if (in(text)) return Part::text;
  if (locale != Locale::ky) return Part::none;
  return in(shared) ? Part::shared : in(rare) ? Part::rare : Part::none;
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
  const std::vector<Option> files =
      snapshot ? files_beside(**snapshot, writing.entry + "/") : std::vector<Option>();
  const FormField form =
      build_form(*file->schema, values, values,
                 {.language = call.language, .directory = directory.get(), .files = &files});
  ValueList own, shared, rare;
  for (const FormField& field : form.children) {
    const Part part = part_of(field, locale);
    if (part == Part::text) own.push_back(field_value(field));
    if (part == Part::shared) shared.push_back(field_value(field));
    if (part == Part::rare) rare.push_back(field_value(field));
  }
  return make_record({{"exists", writing.texts[index(locale)].has_value()},
                      {"fields", std::move(own)},
                      {"shared", std::move(shared)},
                      {"rare", std::move(rare)},
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

Response show(Call& call, const Writing& writing) {
  std::string title;
  for (const Locale locale : {Locale::ru, Locale::ky}) {
    if (!writing.texts[index(locale)]) continue;
    Findings ignored;
    const auto file = entry_file(call.services.forms.schemas(), writing.entry, locale);
    if (!file) continue;
    const Node values = read_values(*file, *writing.texts[index(locale)], ignored);
    if (!values.text_of("title").empty()) title = values.text_of("title");
  }
  Services& services = call.services;
  const bool may_save = may_write(*call.actor, owner_of(services, *call.actor, writing.entry));
  const std::string collection = writing.entry.substr(0, writing.entry.find('/'));
  return call.page("writing.html", {{"entry", writing.entry},
                                    {"title", title.empty() ? writing.entry : title},
                                    {"account", call.actor->account},
                                    {"base", writing.base},
                                    {"version", writing.version},
                                    {"has_draft", writing.version > 0},
                                    {"is_new", writing.is_new},
                                    {"may_save", may_save},
                                    {"translation", state_of_translation(call, writing)},
                                    {"collection", collection},
                                    {"collection_name", call.word("collection_" + collection)},
                                    {"sends", may_send_to_readers(services, *call.actor, writing.entry)},
                                    {"findings", findings_of_entry(services, writing.entry, call.language)},
                                    {"ky", text_value(call, writing, Locale::ky)},
                                    {"ru", text_value(call, writing, Locale::ru)}});
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
  // Both texts are kept: mine is the draft.
  if (!saved->conflicts.empty()) return Response::redirect("/conflict/" + action.entry);
  if (form.get("do") == "send") return send_entry(call, action.entry);
  return call.done("/edit/" + action.entry, saved->merged ? "writing_merged" : "writing_saved");
}

Response ask_title(Call& call, const Refusal* refusal = nullptr) {
  const std::string collection(call.request.capture("folder"));
  return call.page("start_writing.html",
                   {{"collection", collection},
                    {"collection_name", call.word("collection_" + collection)},
                    {"heading", call.word("writing_new_" + collection)},
                    {"both", true},
                    {"title_ky", std::string(call.request.form.get("title_ky"))},
                    {"title_ru", std::string(call.request.form.get("title_ru"))},
                    {"fault", refusal ? refusal->message.in(call.language) : std::string()}},
                   refusal ? 422 : 200);
}

Response begin(Call& call) {
  const Form& form = call.request.form;
  const StartWriting action{std::string(call.request.capture("folder")), std::string(form.get("title_ky")),
                            std::string(form.get("title_ru"))};
  const auto entry = action.execute(call.services, *call.actor);
  if (entry) return call.done("/edit/" + *entry);
  return entry.error().kind == Refusal::Kind::invalid ? ask_title(call, &entry.error())
                                                      : call.refused(entry.error());
}

}  // namespace

void add_writing_routes(Router& router, Services&) {
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
    router.get("/new/" + folder, in_folder([](Call& call) { return ask_title(call); }));
    router.post("/new/" + folder, in_folder(begin));
  }
}

}  // namespace mektep::editor
