// PROH-3: texts, facts in words, documents and their properties must not contradict the main facts of the
// school.
#include "facts/agreement/agreement.h"

#include "base/phone.h"
#include "base/text.h"
#include "checks/agreement_rules.h"
#include "checks/said/checks.h"
#include "content/read.h"

namespace mektep {

namespace {

// Where a fact stands, and what a text says instead of its own version; "" = the value itself.
struct Home {
  std::string_view place, repair;
};
constexpr Home homes[] = {
    {"school/education.yaml: programmes › learners", ""},
    {"people/", ""},
    {"school/organisation.yaml: founded", "{{< fact path=\"school/organisation#founded\" >}}"},
    {"school/director.yaml: person", "{{< fact path=\"school/director#person\" >}}"},
    {"school/organisation.yaml: emails", "{{< fact path=\"school/organisation#emails/0\" >}}"},
    {"school/organisation.yaml: address", "{{< fact path=\"school/organisation#address/street\" >}}"},
    {"school/organisation.yaml: address › postal_code",
     "{{< fact path=\"school/organisation#address/postal_code\" >}}"},
    {"school/licences.yaml", ""},
    {"school/organisation.yaml: regime › study_days",
     "{{< fact path=\"school/organisation#regime/study_days\" >}}"},
    {"school/organisation.yaml: hours", ""},
    {"school/organisation.yaml: phones", "{{< fact path=\"school/organisation#phones/0/number\" >}}"},
    {"school/organisation.yaml: name", "{{< fact path=\"school/organisation#name/short\" >}}"}};

class AgreementCheck : public SaidCheck {
 public:
  explicit AgreementCheck(const CheckInput& input)
      : model_(input.site.model), today_(input.site.facts.today) {
    facts_.year = today_.year;
    read_organisation();
    read_people();
    read_licences();
    for (const auto& [unused, file] : model_.school) read_contacts(file.data);
    read_contacts(model_.site.data);
    for (const Person& person : model_.people) read_contacts(person.data);
    for (const Document& document : model_.documents) {
      for (const auto* list : {&document.files, &document.annexes})
        for (const DocumentFile& file : *list) documents_.emplace(file.path, &document);
    }
  }

  void look(const Said& said, Findings& findings) const override {
    if (said.in == SaidIn::address || said.in == SaidIn::books) return;
    thread_local std::vector<Contradiction> found;
    find_contradictions(said.text, *said.words, facts_, found);
    for (const Contradiction& one : found) {
      if (was_true(said, one.kind)) continue;
      const Home& home = homes[static_cast<std::size_t>(one.kind)];
      findings.emplace_back(rules::fact_contradicted, said.place(one.begin), said.field,
                            excerpt(said.text.substr(one.begin, one.end - one.begin)),
                            std::vector<Param>{{"expected", one.expected},
                                               {"other", std::string(home.place)},
                                               {"repair", repair(home, one)},
                                               {"value", value(one)}});
    }
  }

 private:
  const Node* fact(std::string_view section, std::initializer_list<std::string_view> keys) const {
    const auto at = model_.school.find(section);
    const Node* node = at == model_.school.end() ? nullptr : &at->second.data;
    for (const std::string_view key : keys) node = node ? node->given(key) : nullptr;
    return node;
  }
  static int number(const Node* node) { return node ? read_int(node) : 0; }
  static std::optional<int> minutes(const Node* time) {
    const std::string text = read_text(time);
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    return ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
  }

  void read_organisation() {
    if (const std::string founded = read_text(fact("organisation", {"founded"})); founded.size() >= 4)
      facts_.founded = std::stoi(founded.substr(0, 4));
    if (const Bilingual street = read_bilingual(fact("organisation", {"address", "street"})); !street.empty())
      for (const std::string& text : street.texts)
        if (!text.empty()) facts_.streets.push_back(text);
    for (const auto& [unused, file] : model_.school) read_places(file.data);
    facts_.postal_code = read_text(fact("organisation", {"address", "postal_code"}));
    for (const std::string_view length : {"short", "full"}) {
      const Bilingual name = read_bilingual(fact("organisation", {"name", length}));
      for (const std::string& text : name.texts)
        if (!text.empty()) facts_.names.push_back(text);
    }
    if (const Node* phones = fact("organisation", {"phones"}); phones && !phones->items.empty())
      facts_.main_phone = parse_phone(phones->items.front().text_of("number")).value_or("");
    if (const int days = number(fact("organisation", {"regime", "study_days"}))) facts_.study_days = days;
    if (const Node* hours = fact("organisation", {"hours"})) {
      for (const Node& row : hours->items) {
        const auto from = minutes(row.given("opens")), until = minutes(row.given("closes"));
        if (from && until) facts_.hours.emplace(*from, *until);
      }
    }
    int pupils = 0;
    if (const Node* programmes = fact("education", {"programmes"})) {
      for (const Node& programme : programmes->items) {
        const Node* learners = programme.given("learners");
        pupils += learners ? number(learners->given("count")) : 0;
      }
    }
    if (pupils > 0) facts_.pupils = pupils;
  }

  void read_people() {
    // Deputies may teach, and a psychologist may be counted as a teacher: between these numbers all is true.
    const auto teachers =
        static_cast<int>(std::ranges::count(model_.people, PersonKind::teacher, &Person::kind));
    for (int n = teachers; teachers > 0 && n <= static_cast<int>(model_.people.size()); ++n)
      facts_.teachers.insert(n);
    const Node* id = fact("director", {"person"});
    const Person* director = id ? model_.person(id->text) : nullptr;
    if (!director) return;
    for (const Locale locale : all_locales)
      facts_.director.push_back({director->surname.best(locale), director->given.best(locale)});
  }

  void read_licences() {
    const Node* licences = fact("licences", {"licences"});
    if (!licences) return;
    for (const Node& row : licences->items) {
      const Document* document = model_.document(row.text_of("document"));
      if (!document) continue;
      std::string number;
      for (const char c : document->number)
        if (c != ' ') number += c;
      if (!number.empty()) facts_.licences.insert(std::move(number));
      if (document->date) facts_.licence_years.insert(document->date->year);
      for (const auto& day : {document->date, document->in_force_from, document->in_force_until})
        if (day) facts_.licence_days.insert(*day);
    }
  }

  // All that stands below a key `address`, of whatever building.
  void read_places(const Node& node, bool address = false) {
    if (address && node.is_scalar()) facts_.places.push_back(node.text);
    for (const Node& item : node.items) read_places(item, address);
    for (const Node::Member& member : node.members)
      read_places(member.value, address || member.key == "address");
  }

  void read_contacts(const Node& node) {
    if (node.is_scalar() && node.text.find('@') != std::string::npos &&
        node.text.find(' ') == std::string::npos)
      facts_.emails.insert(lower(node.text));
    if (node.is_scalar() && node.text.size() < 24)
      if (auto phone = parse_phone(node.text)) facts_.phones.insert(std::move(*phone));
    for (const Node& item : node.items) read_contacts(item);
    for (const Node::Member& member : node.members) read_contacts(member.value);
  }

  // A document and a piece of news tell what was true on their day; what does not change must be right in
  // them all the same.
  bool was_true(const Said& said, FactKind kind) const {
    const bool lasting = kind == FactKind::founded || kind == FactKind::licence;
    std::optional<Date> day;
    if (said.in == SaidIn::document || said.in == SaidIn::properties) {
      const auto at = documents_.find(said.file);
      if (at != documents_.end()) day = at->second->date;
    } else if (said.entry && said.entry->date) {
      day = said.entry->date->date;
    }
    return day && !lasting && today_.days() - day->days() > 365;
  }

  // The true value as a text says it; of several, none.
  static std::string value(const Contradiction& one) {
    const bool counted = one.kind == FactKind::pupils || one.kind == FactKind::teachers;
    const bool several = counted && one.expected.find("–") != std::string::npos;
    return several || one.expected.find(" / ") != std::string::npos ? std::string() : one.expected;
  }
  static std::string repair(const Home& home, const Contradiction& one) {
    return home.repair.empty() ? value(one) : std::string(home.repair);
  }

  const ContentModel& model_;
  const Date today_;
  KnownFacts facts_;
  std::map<std::string_view, const Document*> documents_;
};

}  // namespace

std::unique_ptr<SaidCheck> make_agreement_check(const CheckInput& input) {
  return std::make_unique<AgreementCheck>(input);
}

}  // namespace mektep
