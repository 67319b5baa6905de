// A person as templates see one: what the consent register lets through, with the labels of
// schema/person.yaml.
#include "base/phone.h"
#include "outputs/fact_text.h"
#include "outputs/values.h"
#include "schema/describe.h"

namespace mektep {

namespace {

void add_row(ValueList& rows, std::string id, const Field& field, std::string value, Locale locale) {
  if (value.empty()) return;
  rows.push_back(make_record({{"id", std::move(id)},
                              {"label", field.label->in(locale)},
                              {"value", std::move(value)},
                              {"itemprop", std::string(field.itemprop)}}));
}

std::string course(const Node& one, Locale locale) {
  std::string text(one.text_of("year"));
  const auto part = [&](std::string_view key) {
    const Node* value = one.given(key);
    return value ? in_words(*value, locale) : std::string();
  };
  text += ": " + part("title");
  if (const std::string organiser = part("organiser"); !organiser.empty()) text += ", " + organiser;
  if (const std::string hours = part("hours"); !hours.empty())
    text += locale == Locale::ky ? ", " + hours + " саат" : ", " + hours + " ч";
  return text;
}

// Education, category, experience, training…: one row a value, groups opened.
ValueList rows_of(const SiteContext& site, const PublicPerson& person, Locale locale) {
  ValueList rows;
  const Schema* schema = site.schemas.find("person.yaml");
  if (!schema) return rows;
  static constexpr std::string_view shown_elsewhere[] = {"kind",  "post",  "subjects",
                                                         "order", "works", "programmes"};
  for (const auto& [key, field] : members(*schema)) {
    const Node* value = person.record(key);
    if (!value || std::ranges::find(shown_elsewhere, key) != std::end(shown_elsewhere)) continue;
    if (key == "training" || key == "retraining") {
      std::string text;
      if (value->is_list()) {
        for (const Node& one : value->items) text += (text.empty() ? "" : "; ") + course(one, locale);
      } else {
        text = in_words(*value, locale);
      }
      add_row(rows, std::string(key), field, std::move(text), locale);
    } else if (field.shape == Shape::map && value->is_map()) {
      for (const auto& [inner_key, inner] : members(*field.schema)) {
        const Node* inner_value = value->given(inner_key);
        if (inner_value) {
          add_row(rows, fmt::format("{}-{}", key, inner_key), inner,
                  in_words(*inner_value, locale, inner.schema), locale);
        }
      }
    } else if (field.shape == Shape::localised || field.shape == Shape::list || field.shape == Shape::text) {
      add_row(rows, std::string(key), field, in_words(*value, locale, field.schema), locale);
    }
  }
  return rows;
}

Value contacts_of(const PublicPerson& person) {
  ValueList phones, emails;
  for (const std::string& phone : person.phones()) {
    const auto e164 = parse_phone(phone);
    phones.push_back(
        make_record({{"text", e164 ? format_phone(*e164) : phone}, {"href", "tel:" + e164.value_or(phone)}}));
  }
  if (const std::string email = person.email(); !email.empty()) {
    emails.push_back(make_record({{"text", email}, {"href", "mailto:" + email}}));
  }
  if (phones.empty() && emails.empty()) return nullptr;
  return make_record({{"address", ""},
                      {"phones", std::move(phones)},
                      {"emails", std::move(emails)},
                      {"hours", ValueList()},
                      {"map_url", ""}});
}

}  // namespace

Value person_value(const SiteContext& site, const PublicPerson& person, Locale locale) {
  static constexpr std::string_view kinds[] = {"administration", "teacher", "staff"};
  ValueList subjects;
  for (const Bilingual& subject : person.subjects()) subjects.push_back(subject.best(locale));
  const std::string name = person.full_name(locale);
  const std::string post = person.post().best(locale);
  const bool teaches = person.kind() != PersonKind::staff;
  return make_record({// An id is made of the name: without consent to the name there is none.
                      {"id", person.name_withheld() ? std::string() : person.id()},
                      {"url", person.name_withheld()
                                  ? std::string()
                                  : site.href(fmt::format("{}people/{}/", locale_root(locale), person.id()))},
                      {"withheld", person.name_withheld()},
                      {"name", name},
                      {"display", name.empty() ? post : name},
                      {"lang", std::string(code(locale))},
                      {"post", post},
                      {"kind", std::string(kinds[static_cast<std::size_t>(person.kind())])},
                      {"subjects", std::move(subjects)},
                      {"photo", picture_value(site, person.photo(), locale)},
                      {"contacts", contacts_of(person)},
                      {"rows", rows_of(site, person, locale)},
                      {"itemprop", teaches ? "teachingStaff" : ""},
                      {"name_itemprop", teaches ? "fio" : ""},
                      {"post_itemprop", teaches ? "post" : ""},
                      {"subjects_itemprop", teaches ? "teachingDiscipline" : ""}});
}

}  // namespace mektep
