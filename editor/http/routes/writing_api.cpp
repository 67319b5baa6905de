// What the scripts of the writing screen ask for: autosave, preview, letters, names for shortcodes, pictures.
#include "base/text.h"
#include "editor/actions/autosave_writing.h"
#include "editor/forms/fact_list.h"
#include "editor/http/json_answer.h"
#include "editor/http/json_request.h"
#include "editor/http/routes/routes.h"
#include "facts/letters/letters.h"
#include "syntax/file_type.h"
#include "syntax/json.h"

namespace mektep::editor {
namespace {

Response refused_json(const Call& call, const Refusal& refusal) {
  JsonWriter writer;
  writer.begin_object().key("message").value(words_of(refusal, call.language)).end_object();
  return json_answer(writer, status_of(refusal.kind));
}

// The entry of an address; empty when no text can lie there.
std::string entry_in(const Call& call) {
  const std::string_view entry = call.request.capture("id");
  return is_writing(entry) ? std::string(entry) : std::string();
}

// {"base": …, "version": …, "values": [[name, value]…]}.
struct Sent {
  std::string base, link;
  std::int64_t version = 0;
  WritingValues values;
};
std::optional<Sent> read_sent(const Call& call) {
  const auto node = body_of(call);
  const Node* values = node ? node->given("values") : nullptr;
  if (!values || !values->is_list()) return std::nullopt;
  Sent sent;
  sent.base = node->text_of("base");
  sent.link = node->text_of("link");
  sent.version = number_of(node->text_of("version"));
  for (const Node& pair : values->items) {
    if (!pair.is_list() || pair.items.size() != 2) return std::nullopt;
    sent.values.emplace_back(pair.items[0].text, pair.items[1].text);
  }
  return sent;
}

Response autosave(Call& call) {
  auto sent = read_sent(call);
  const std::string entry = entry_in(call);
  if (!sent || entry.empty()) return refused_json(call, {.kind = Refusal::Kind::invalid});
  const AutosaveWriting action{entry, sent->base, sent->version, std::move(sent->values)};
  const auto version = action.execute(call.services, *call.actor);
  if (!version) return refused_json(call, version.error());
  JsonWriter writer;
  writer.begin_object().key("version").value(*version).end_object();
  return json_answer(writer);
}

Response preview(Call& call, const Origin& origin) {
  const auto sent = read_sent(call);
  const std::string entry = entry_in(call);
  if (!sent || entry.empty()) return refused_json(call, {.kind = Refusal::Kind::invalid});
  const auto writing = writing_at(call.services, entry, sent->base);
  if (!writing) return refused_json(call, writing.error());
  auto edits = put_values(call.services, *writing, sent->values);
  if (!edits) return refused_json(call, edits.error());
  UnsavedEdits unsaved;
  for (Edit& edit : *edits) unsaved.emplace_back(std::move(edit.path), std::move(edit.bytes));
  const PreviewView view(call.services.repository.head(), std::move(unsaved));
  const auto pages = call.services.preview.pages_of(view, entry);
  if (!pages) return refused_json(call, {.detail = pages.error().message(Language::en)});
  PreviewLinks& links = call.services.preview_links;
  std::string link = sent->link;
  if (!links.show(link, call.actor->account, view)) link = links.open(call.actor->account, view);
  JsonWriter writer;
  writer.begin_object().key("link").value(link).key("origin").value(origin.preview_url);
  writer.key("pages").begin_object();
  for (const Locale locale : all_locales) writer.key(code(locale)).value((*pages)[index(locale)]);
  writer.end_object().end_object();
  return json_answer(writer);
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
  const auto node = body_of(call);
  const Node* texts = node ? node->given("texts") : nullptr;
  if (!texts || !texts->is_list()) return refused_json(call, {.kind = Refusal::Kind::invalid});
  std::optional<Locale> language;
  for (const Locale locale : all_locales)
    if (node->text_of("language") == code(locale)) language = locale;
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
  return json_answer(writer);
}

// What shortcodes and links can name.
Response places(Call& call) {
  const std::string entry = entry_in(call);
  const auto snapshot = call.services.repository.snapshot();
  if (entry.empty() || !snapshot) return refused_json(call, {.kind = Refusal::Kind::not_found});
  const auto directory = call.services.forms.directory(**snapshot, call.language);
  JsonWriter writer;
  writer.begin_object();
  for (const std::string_view name : {"documents", "people", "consents"}) {
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
  writer.end_array().key("facts").begin_array();
  for (const FactOption& fact :
       list_facts(**snapshot, call.services.forms.schemas(), *directory, call.language)) {
    writer.begin_object().key("value").value(fact.value).key("label").value(fact.label);
    writer.key("group").value(fact.group).end_object();
  }
  writer.end_array().end_object();
  return json_answer(writer);
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
  return json_answer(writer);
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

}  // namespace

void add_writing_api_routes(Router& router, Services&, const Origin& origin) {
  router.get("/files/{path*}", picture);
  router.add("PUT", "/api/v1/writing/{id*}", autosave, json_body);
  router.post("/api/v1/preview/{id*}", [origin](Call& call) { return preview(call, origin); }, json_body);
  router.post("/api/v1/letters", letters, json_body);
  router.get("/api/v1/places/{id*}", places);
  router.get("/api/v1/translation/{id*}", translation);
}

}  // namespace mektep::editor
