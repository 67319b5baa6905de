// The school as schema.org sees it: JSON-LD for search engines, in the language of the page.
#include "base/text.h"
#include "content/read.h"
#include "outputs/disclosure/disclosure.h"
#include "outputs/values.h"
#include "syntax/json.h"

namespace mektep {

namespace {

class Graph {
 public:
  Graph(const SiteContext& site, Locale locale) : site_(site), locale_(locale) {}

  std::string run() {
    json_.begin_object();
    json_.key("@context").value("https://schema.org");
    json_.key("@graph").begin_array();
    school();
    programmes();
    json_.end_array();
    json_.end_object();
    return json_.take();
  }

 private:
  const Node& section(std::string_view name) const {
    static const Node nothing;
    const auto at = site_.model.school.find(name);
    return at != site_.model.school.end() ? at->second.data : nothing;
  }
  std::string text(const Node* node) const { return read_bilingual(node).best(locale_); }
  void put(std::string_view key, const std::string& value) {
    if (!value.empty()) json_.key(key).value(value);
  }
  void texts(std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    json_.key(key).begin_array();
    for (const std::string& value : values) json_.value(value);
    json_.end_array();
  }
  std::string school_id() const { return site_.options.base_url + "#school"; }

  void school() {
    const Node& organisation = section("organisation");
    json_.begin_object();
    json_.key("@type").value("School");
    json_.key("@id").value(school_id());
    json_.key("url").value(site_.options.base_url);
    const std::string short_name = text(organisation.at("name/short"));
    put("name", short_name.empty() ? site_.model.site.title.best(locale_) : short_name);
    put("legalName", text(organisation.at("name/full")));
    put("foundingDate", read_text(organisation.given("founded")));
    put("identifier", read_text(organisation.given("okpo")));
    if (const std::string founder = text(organisation.at("founder/name")); !founder.empty()) {
      json_.key("founder").begin_object();
      json_.key("@type").value("Organization");
      json_.key("name").value(founder);
      json_.end_object();
    }
    if (const Node* address = organisation.given("address")) this->address("address", *address);
    std::vector<std::string> phones;
    if (const Node* list = organisation.given("phones")) {
      for (const Node& phone : list->items) phones.emplace_back(phone.text_of("number", phone.text));
    }
    texts("telephone", phones);
    texts("email", read_texts(organisation.given("emails")));
    texts("knowsLanguage", read_texts(section("education").given("languages")));
    opening(organisation.given("hours"));
    named("department", "Organization", section("governance").given("units"));
    named("subOrganization", "EducationalOrganization", organisation.given("branches"));
    permits("hasCredential", "GovernmentPermit", section("licences").given("licences"), "validUntil");
    permits("hasCertification", "Certification", section("accreditation").given("accreditations"), "expires");
    employees();
    json_.end_object();
  }

  void address(std::string_view key, const Node& address) {
    json_.key(key).begin_object();
    json_.key("@type").value("PostalAddress");
    json_.key("addressCountry").value("KG");
    put("postalCode", read_text(address.given("postal_code")));
    put("addressRegion", text(address.given("region")));
    put("addressLocality", text(address.given("settlement")));
    put("streetAddress", text(address.given("street")));
    json_.end_object();
  }

  void opening(const Node* hours) {
    if (hours == nullptr || hours->items.empty()) return;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> days{{{"mon", "Monday"},
                                                                                        {"tue", "Tuesday"},
                                                                                        {"wed", "Wednesday"},
                                                                                        {"thu", "Thursday"},
                                                                                        {"fri", "Friday"},
                                                                                        {"sat", "Saturday"},
                                                                                        {"sun", "Sunday"}}};
    json_.key("openingHoursSpecification").begin_array();
    for (const Node& one : hours->items) {
      json_.begin_object();
      json_.key("@type").value("OpeningHoursSpecification");
      json_.key("dayOfWeek").begin_array();
      for (const std::string& day : read_texts(one.given("days"))) {
        for (const auto& [code, name] : days) {
          if (code == day) json_.value(name);
        }
      }
      json_.end_array();
      put("opens", read_text(one.given("opens")));
      put("closes", read_text(one.given("closes")));
      json_.end_object();
    }
    json_.end_array();
  }

  void named(std::string_view key, std::string_view type, const Node* list) {
    if (list == nullptr || !list->is_list()) return;
    json_.key(key).begin_array();
    for (const Node& one : list->items) {
      json_.begin_object();
      json_.key("@type").value(type);
      put("name", text(one.given("name")));
      if (const Node* where = one.given("address")) address("address", *where);
      json_.end_object();
    }
    json_.end_array();
  }

  void permits(std::string_view key, std::string_view type, const Node* list, std::string_view until) {
    if (list == nullptr || !list->is_list()) return;
    json_.key(key).begin_array();
    for (const Node& one : list->items) {
      const Document* document = site_.model.document(one.text_of("document"));
      if (document == nullptr) continue;
      json_.begin_object();
      json_.key("@type").value(type);
      put("name", document->title.best(locale_));
      put(type == "Certification" ? "certificationIdentification" : "identifier", document->number);
      if (const std::string issuer = text(document->data.given("issued_by")); !issuer.empty()) {
        json_.key("issuedBy").begin_object();
        json_.key("@type").value("Organization");
        json_.key("name").value(issuer);
        json_.end_object();
      }
      if (document->in_force_from) json_.key("validFrom").value(document->in_force_from->iso());
      if (document->in_force_until) json_.key(until).value(document->in_force_until->iso());
      json_.key("url").value(site_.absolute(site_.facts.permalinks.of(*document, locale_)));
      json_.end_object();
    }
    json_.end_array();
  }

  // Only those who may be named (ICT-21).
  void employees() {
    json_.key("employee").begin_array();
    for (const Person& person : site_.model.people) {
      const PublicPerson shown = site_.facts.consents.publish(person);
      if (shown.name_withheld()) continue;
      json_.begin_object();
      json_.key("@type").value("Person");
      json_.key("name").value(shown.full_name(locale_));
      put("familyName", shown.surname(locale_));
      put("givenName", shown.given(locale_));
      put("additionalName", shown.patronymic(locale_));
      put("jobTitle", shown.post().best(locale_));
      std::vector<std::string> subjects;
      for (const Bilingual& subject : shown.subjects()) subjects.push_back(subject.best(locale_));
      texts("knowsAbout", subjects);
      json_.key("url").value(site_.absolute(site_.facts.permalinks.of(person, locale_)));
      json_.end_object();
    }
    json_.end_array();
  }

  void programmes() {
    const Node* list = section("education").given("programmes");
    if (list == nullptr) return;
    for (const Node& programme : list->items) {
      json_.begin_object();
      json_.key("@type").value("EducationalOccupationalProgram");
      put("name", text(programme.given("name")));
      put("description", std::string(trim(text(programme.given("description")))));
      if (const Node* term = programme.given("term")) {
        const std::string_view months = term->text_of("months");
        put("timeToComplete",
            fmt::format("P{}Y{}", term->text_of("years"), months.empty() ? "" : std::string(months) + "M"));
      }
      json_.key("provider").begin_object();
      json_.key("@id").value(school_id());
      json_.end_object();
      json_.end_object();
    }
  }

  const SiteContext& site_;
  const Locale locale_;
  JsonWriter json_;
};

}  // namespace

std::string school_json_ld(const SiteContext& site, Locale locale) {
  return Graph(site, locale).run();
}

}  // namespace mektep
