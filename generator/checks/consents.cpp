// The consent register itself: papers that exist, are the person's own and in force (ICT-21…23, EMIS-39).
#include "base/localise.h"
#include "base/text.h"
#include "checks/name_search.h"
#include "checks/published_texts.h"
#include "checks/rules.h"

namespace mektep {

namespace {

void check_person(const CheckInput& input, const Person& person, Findings& findings) {
  // Not asked or refused: the name is withheld, which the auditor sees counted.
  if (person.consent.empty() || person.refused()) return;
  const ContentModel& model = input.site.model;
  const Consent* consent = model.consent(person.consent);
  if (!consent) {
    std::vector<std::string> ids;
    ids.reserve(model.consents.size());
    for (const Consent& one : model.consents) ids.push_back(one.id);
    const auto near = did_you_mean(person.consent, ids);
    findings.emplace_back(
        rules::consent_unknown, person.place("consent"), "consent", person.consent,
        std::vector<Param>{{"suggestion", near ? *near + "?" : "consents/" + person.consent + ".yaml"}});
    return;
  }
  if (consent->person != person.id) {
    findings.emplace_back(rules::consent_of_another, person.place("consent"), "consent", person.consent,
                          std::vector<Param>{{"person", consent->person}});
    return;
  }
  const Date today = input.site.facts.today;
  if (!consent->holds_on(today)) {
    const std::optional<Date> end = consent->withdrawn ? consent->withdrawn
                                    : consent->until   ? consent->until
                                                       : consent->from;
    findings.emplace_back(rules::consent_not_in_force,
                          consent->place(consent->withdrawn ? "withdrawn"
                                         : consent->until   ? "until"
                                                            : "from"),
                          "", end ? end->iso() : std::string(), std::vector<Param>{{"person", person.id}});
  } else if (consent->until && consent->until->days() - today.days() <= 30) {
    findings.emplace_back(rules::consent_ends_soon, consent->place("until"), "until", consent->until->iso(),
                          std::vector<Param>{{"person", person.id}});
  }
}

void check_consent(const CheckInput& input, const Consent& consent, Findings& findings) {
  if (!consent.person.empty() && !input.site.model.person(consent.person) &&
      consent.person.find("pupil-") != 0) {
    std::vector<std::string> ids;
    ids.reserve(input.site.model.people.size());
    for (const Person& person : input.site.model.people) ids.push_back(person.id);
    const auto near = did_you_mean(consent.person, ids);
    findings.emplace_back(
        rules::consent_unknown_person, consent.place("person"), "person", consent.person,
        std::vector<Param>{{"suggestion", near ? *near + "?" : "people/" + consent.person + ".yaml"}});
  }
  if (consent.until && consent.from && *consent.until < *consent.from) {
    findings.emplace_back(rules::consent_dates, consent.place("until"), "until", consent.until->iso(),
                          std::vector<Param>{{"expected", consent.from->iso()}});
  }
}

// The words of a block of inline text as they stand, mark-up left out.
void words_of(const Markdown& tree, std::uint32_t block, std::string& words) {
  words.clear();
  // Nodes are in document order, and inside of such a block there are inline nodes only.
  for (std::uint32_t i = block + 1; i < tree.nodes.size() && tree.nodes[i].type >= MdType::text; ++i) {
    const MdNode& node = tree.nodes[i];
    if (node.type == MdType::text || node.type == MdType::code) {
      words += node.text;
    } else if (node.type == MdType::soft_break || node.type == MdType::line_break) {
      words += ' ';
    }
  }
}

// ICT-22: a name that may not be published must not stand in a text either. The full search for names in all
// their forms is a check of its own; this one catches the plain case.
void check_names(const CheckInput& input, Findings& findings) {
  const auto& people = input.site.model.people;
  NameSearch names;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    const Person& person = people[i];
    if (!input.site.facts.consents.publish(person).name_withheld() || person.surname.empty() ||
        person.given.empty())
      continue;
    for (const Locale locale : all_locales) {
      names.add(person.surname.best(locale) + " " + person.given.best(locale), i);
      names.add(person.given.best(locale) + " " + person.surname.best(locale), i);
    }
  }
  if (names.empty()) return;
  const auto search = [&](std::string_view text, const auto& place, std::string_view field, Findings& found) {
    thread_local std::vector<std::uint32_t> whose;
    names.find(text, whose);
    for (const std::uint32_t person : whose) {
      found.emplace_back(rules::consent_name_in_text, place(), std::string(field), "",
                         std::vector<Param>{{"person", people[person].id}});
    }
  };
  for_published_texts(input, findings, [&](const Entry&, const Translation& text, Locale, Findings& found) {
    search(text.title, [&] { return text.place("title"); }, "title", found);
    search(text.summary, [&] { return text.place("summary"); }, "summary", found);
    thread_local std::string words;
    for (std::uint32_t i = 1; i < text.body.nodes.size(); ++i) {
      const MdNode& node = text.body.nodes[i];
      if (node.type == MdType::paragraph || node.type == MdType::heading || node.type == MdType::table_cell) {
        words_of(text.body, i, words);
        search(words, [&] { return Place{text.file, node.mark}; }, "", found);
      }
    }
  });
}

}  // namespace

void check_consents(const CheckInput& input, Findings& findings) {
  for (const Person& person : input.site.model.people) check_person(input, person, findings);
  for (const Consent& consent : input.site.model.consents) check_consent(input, consent, findings);
  check_names(input, findings);
}

}  // namespace mektep
