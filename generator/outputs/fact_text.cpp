#include "outputs/fact_text.h"

#include "base/localise.h"
#include "base/phone.h"
#include "base/text.h"
#include "content/read.h"
#include "outputs/values.h"
#include "outputs/words.h"
#include "schema/describe.h"

namespace mektep {

std::string in_words(const Node& value, Locale locale, const Schema* schema) {
  switch (value.kind) {
    case Node::Kind::null:
      return {};
    case Node::Kind::scalar:
      if (const auto date = parse_date(value.text)) return format_date(*date, locale, DateStyle::long_);
      if (value.text.starts_with('+')) {
        if (const auto phone = parse_phone(value.text)) return format_phone(*phone);
      }
      if (const Label* name = schema ? name_of_value(*schema, value.text) : nullptr) return name->in(locale);
      return value.text;
    case Node::Kind::list: {
      std::vector<std::string> parts;
      for (const Node& item : value.items)
        parts.push_back(in_words(item, locale, schema ? items(*schema) : nullptr));
      return join(parts, ", ");
    }
    case Node::Kind::map:
      break;
  }
  if (value.get("absent")) return std::string(word(Word::absent, locale));
  if (value.get("ky")) return read_bilingual(&value).best(locale);
  if (value.get("settlement")) return format_address(&value, locale);
  if (const Node* number = value.get("number")) return in_words(*number, locale);
  if (const Node* days = value.get("days")) {
    return fmt::format("{} {}–{}", format_days(days, locale), value.text_of("opens"),
                       value.text_of("closes"));
  }
  std::vector<std::string> parts;
  for (const Node::Member& member : value.members) {
    std::string part = in_words(member.value, locale, schema ? mektep::member(*schema, member.key) : nullptr);
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return join(parts, ", ");
}

FactText quote_fact(const SiteContext& site, std::string_view path, Locale locale) {
  FactText text;
  text.lang = locale;
  const std::size_t hash = path.find('#');
  std::string_view section = path.substr(0, hash);
  if (section.starts_with("school/")) section.remove_prefix(7);
  const auto file = site.model.school.find(section);
  if (file == site.model.school.end()) {
    std::vector<std::string> names;
    for (const auto& [name, unused] : site.model.school) names.push_back(name);
    if (const auto near = did_you_mean(section, names)) text.near = "school/" + *near + "#…";
    return text;
  }
  const Node* value = &file->second.data;
  const Schema* schema = site.schemas.find("school/" + std::string(section) + ".yaml");
  std::string_view rest = hash == std::string_view::npos ? std::string_view() : path.substr(hash + 1);
  std::string walked = "school/" + std::string(section) + "#";
  for (const std::string_view step : split(rest, '/')) {
    const Node* next = value->at(step);
    if (!next) {
      std::vector<std::string> keys;
      for (const Node::Member& member : value->members) keys.push_back(member.key);
      if (const auto near = did_you_mean(step, keys)) text.near = walked + *near;
      return text;
    }
    walked += std::string(step) + "/";
    if (schema) schema = value->is_list() ? items(*schema) : member(*schema, step);
    if (schema) text.label = describe(*schema).label->in(locale);
    value = next;
  }
  if (value->get("ky") && read_bilingual(value).in(locale).empty()) {
    text.lang = locale == Locale::ky ? Locale::ru : Locale::ky;
  }
  // school/director#person: the name, as far as the consent register lets it be said (ICT-21).
  const Person* person = value->is_scalar() ? site.model.person(value->text) : nullptr;
  if (person) {
    const PublicPerson shown = site.facts.consents.publish(*person);
    text.value = shown.name_withheld() ? shown.post().best(locale) : shown.full_name(locale);
    return text;
  }
  text.value = in_words(*value, locale, schema);
  return text;
}

}  // namespace mektep
