#include "content/parse.h"

#include "base/digest.h"
#include "base/slug.h"
#include "base/text.h"
#include "content/read.h"
#include "content/rules.h"
#include "syntax/front_matter.h"

namespace mektep {

namespace {

// What a translation remembers of its original: 12 digits tell any two versions of a text apart.
std::string text_digest(const Translation& translation, std::string_view body) {
  std::string text = translation.title;
  text += '\n';
  text += translation.summary;
  text += '\n';
  std::string_view rest = trim(body);
  while (!rest.empty()) {  // the same text with other line ends is the same text
    const std::size_t cr = rest.find('\r');
    text += rest.substr(0, cr);
    rest.remove_prefix(cr == std::string_view::npos ? rest.size() : cr + 1);
  }
  return digest(text).hex().substr(0, 12);
}

std::vector<DocumentFile> read_files(const Node* list, const std::string& record) {
  std::vector<DocumentFile> files;
  if (!list || !list->is_list()) return files;
  for (const Node& item : list->items) {
    DocumentFile file;
    const Node* name = item.is_map() ? item.given("file") : &item;
    if (!name || !name->is_scalar()) continue;
    file.path = resolve_path(record, name->text);
    file.mark = name->mark;
    file.language = parse_locale(item.text_of("language"));
    file.title = read_bilingual(item.given("title"));
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

ParsedText parse_entry_text(std::string_view bytes, const std::string& file, Collection collection,
                            Locale locale, const Schema* schema, Findings& findings) {
  ParsedText parsed;
  FrontMatter front = parse_front_matter(bytes, file, findings);
  Translation& text = parsed.translation;
  SharedFields& shared = parsed.shared;
  text.file = file;
  text.data = std::move(front.data);
  if (text.data.is_map()) {
    if (schema) validate(*schema, text.data, file, findings);
  } else {
    findings.emplace_back(rules::content_no_front_matter, Place{file, {1, 1}}, "title");
  }
  const Node& data = text.data;
  text.title = data.text_of("title");
  text.summary = data.text_of("summary");
  // What is no slug has a finding; a draft must be shown all the same, and stay within its folder.
  if (is_slug(data.text_of("slug"))) text.slug = data.text_of("slug");
  text.menu_title = data.text_of("menu_title");
  text.aliases = read_texts(data.given("aliases"));
  text.translated_from = data.text_of("translated_from");
  text.digest = text_digest(text, front.body);

  MarkdownOptions options;
  options.first_line = front.body_line;
  options.locale = locale;
  text.body = parse_markdown(front.body, file, findings, options);

  shared.collection = collection;
  shared.date = read_date_time(data.given("date"));
  shared.start = read_date_time(data.given("start"));
  shared.end = read_date_time(data.given("end"));
  shared.until = read_date(data.given("until"));
  shared.shown_until = read_date(data.given("shown_until"));
  shared.announcement = data.text_of("kind") == "announcement";
  shared.draft = read_bool(data.given("draft"));
  shared.order = read_int(data.given("order"));
  shared.tags = read_texts(data.given("tags"));
  std::erase_if(shared.tags, [](const std::string& tag) { return !is_slug(tag); });
  shared.consents = read_texts(data.given("consents"));
  if (const Node* image = data.given("image")) shared.image = resolve_path(file, image->text);
  if (const Node* place = data.given("place")) {
    if (place->is_map()) {
      shared.location = read_bilingual(place);
    } else {
      shared.location.in(locale) = place->text;
    }
  }
  return parsed;
}

Site parse_site(Node data) {
  Site site;
  site.title = read_bilingual(data.given("title"));
  site.description = read_bilingual(data.given("description"));
  site.base_url = data.text_of("base_url", "/");
  if (!site.base_url.ends_with('/')) site.base_url += '/';
  if (const Node* locales = data.given("locales")) {
    const auto named = read_texts(locales);
    if (std::ranges::find(named, "ru") == named.end()) site.locales = {Locale::ky};
  }
  site.theme = data.text_of("theme", "default");
  for (const std::string& coding : read_texts(data.given("compress"))) {
    (coding == "gzip" ? site.compress.gzip : site.compress.brotli) = true;
  }
  if (const Node* menu = data.given("menu")) {
    for (const Node& item : menu->items) {
      MenuItem entry;
      entry.page = item.is_scalar() ? item.text : item.text_of("page");
      entry.title = read_bilingual(item.given("title"));
      entry.mark = item.mark;
      site.menu.push_back(std::move(entry));
    }
  }
  if (const Node* tags = data.given("tags")) {
    for (const Node::Member& tag : tags->members) site.tags.emplace_back(tag.key, read_bilingual(&tag.value));
  }
  site.data = std::move(data);
  return site;
}

Person parse_person(Node data, std::string id, const std::string& file) {
  Person person;
  person.id = std::move(id);
  person.file = file;
  const std::string_view kind = data.text_of("kind");
  person.kind = kind == "administration" ? PersonKind::administration
                : kind == "teacher"      ? PersonKind::teacher
                                         : PersonKind::staff;
  if (const Node* name = data.given("name")) {
    person.surname = read_bilingual(name->given("surname"));
    person.given = read_bilingual(name->given("given"));
    person.patronymic = read_bilingual(name->given("patronymic"));
  }
  person.post = read_bilingual(data.given("post"));
  if (const Node* subjects = data.given("subjects"); subjects && subjects->is_list()) {
    person.subjects = read_bilinguals(subjects);
  }
  person.consent = data.text_of("consent");
  if (const Node* photo = data.given("photo")) person.photo = resolve_path(file, photo->text);
  person.leaves = read_date(data.given("leaves"));
  person.order = read_int(data.given("order"));
  person.data = std::move(data);
  return person;
}

Consent parse_consent(Node data, std::string id, const std::string& file) {
  Consent consent;
  consent.id = std::move(id);
  consent.file = file;
  consent.person = data.text_of("person");
  consent.subject = data.text_of("subject");
  consent.pseudonym = data.text_of("pseudonym");
  consent.representative = data.text_of("representative");
  consent.scopes = read_texts(data.given("scopes"));
  consent.covers = read_texts(data.given("covers"));
  consent.from = read_date(data.given("from"));
  consent.until = read_date(data.given("until"));
  consent.withdrawn = read_date(data.given("withdrawn"));
  if (const Node* evidence = data.given("evidence")) {
    consent.paper = evidence->text_of("number");
    consent.signed_on = read_date(evidence->given("date"));
  }
  if (const Node* explained = data.given("risks_explained")) {
    consent.explained_by = explained->text_of("by");
    consent.explained_on = read_date(explained->given("on"));
  }
  consent.data = std::move(data);
  return consent;
}

Document parse_document(Node data, std::string id, const std::string& file) {
  Document document;
  document.id = std::move(id);
  document.file = file;
  document.type = data.text_of("type");
  document.title = read_bilingual(data.given("title"));
  document.number = data.text_of("number");
  document.date = read_date(data.given("date"));
  document.approved_by = read_bilingual(data.given("approved_by"));
  if (const Node* protocol = data.given("protocol")) {
    document.protocol_number = protocol->text_of("number");
    document.protocol_date = read_date(protocol->given("date"));
  }
  if (const Node* force = data.given("in_force")) {
    document.in_force_from = read_date(force->given("from"));
    document.in_force_until = read_date(force->given("until"));
  }
  document.files = read_files(data.given("files"), file);
  document.annexes = read_files(data.given("annexes"), file);
  document.data = std::move(data);
  return document;
}

std::vector<Redirect> parse_redirects(const Node& data, const std::string& file) {
  std::vector<Redirect> redirects;
  const Node* list = data.is_list() ? &data : data.given("redirects");
  if (!list || !list->is_list()) return redirects;
  for (const Node& item : list->items) {
    redirects.push_back(
        {std::string(item.text_of("from")), std::string(item.text_of("to")), {file, item.mark}});
  }
  return redirects;
}

std::vector<Answer> parse_answers(const Node& data, const std::string& file) {
  static constexpr std::pair<std::string_view, AnswerKind> kinds[] = {
      {"not-personal", AnswerKind::not_personal},
      {"public-person", AnswerKind::public_person},
      {"consented", AnswerKind::consented},
      {"suitable", AnswerKind::suitable}};
  std::vector<Answer> answers;
  for (const Node& item : data.items) {
    const auto kind = std::ranges::find(kinds, item.text_of("answer"), [](const auto& k) { return k.first; });
    if (kind == std::end(kinds)) continue;
    answers.push_back({std::string(item.text_of("words")), kind->second, std::string(item.text_of("consent")),
                       std::string(item.text_of("file")), std::string(item.text_of("by")),
                       read_date(item.given("on")), Place{file, item.mark}});
  }
  return answers;
}

void parse_sidecar(Node data, Asset& asset) {
  asset.alt = read_bilingual(data.given("alt"));
  asset.decorative = read_bool(data.given("decorative"));
  asset.caption = read_bilingual(data.given("caption"));
  if (const Node* people = data.given("people")) {
    if (people->is_list()) {
      asset.people = PeopleShown::listed;
      asset.consents = read_texts(people);
    } else if (people->text == "nobody-recognisable") {
      asset.people = PeopleShown::nobody;
    }
  }
  asset.stated_by = data.text_of("stated_by");
  asset.stated_on = read_date(data.given("stated_on"));
  asset.data = std::move(data);
}

}  // namespace mektep
