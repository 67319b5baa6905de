// The consent register itself: papers that exist, are the person's own, in force and agree (ICT-20…23,
// EMIS-39).
#include "base/text.h"
#include "checks/consent_rules.h"
#include "checks/passes.h"
#include "facts/publication.h"

namespace mektep {

namespace {

constexpr int notice_days = 30;

bool ends_soon(const std::optional<Date>& end, Date today) {
  return end && *end >= today && end->days() - today.days() <= notice_days;
}

class RegisterCheck {
 public:
  RegisterCheck(const CheckInput& input, Findings& findings)
      : model_(input.site.model),
        consents_(input.site.facts.consents),
        withheld_(input.site.facts.withheld_texts),
        today_(input.site.facts.today),
        findings_(findings) {}

  void run() {
    for (const Person& person : model_.people) check(person);
    for (const Entry& entry : model_.entries) check(entry);
    for (const Asset& asset : model_.assets) used_.insert(asset.consents.begin(), asset.consents.end());
    for (const Consent& consent : model_.consents) check(consent);
    for (const WithheldText& text : withheld_)
      add(rules::consent_named_withheld, text.place, "", "", {{"person", text.person}});
    for (const ConsentConflict& conflict : find_consent_conflicts(model_)) report(conflict);
  }

 private:
  void add(const Rule& rule, Place place, std::string field, std::string found,
           std::vector<Param> params = {}) {
    findings_.emplace_back(rule, std::move(place), std::move(field), std::move(found), std::move(params));
  }

  template <class List, class Id>
  void unknown(const Rule& rule, Place place, std::string field, const std::string& found, const List& list,
               Id id, std::string_view folder) {
    std::vector<std::string> ids;
    ids.reserve(list.size());
    for (const auto& one : list) ids.push_back(one.*id);
    const auto near = did_you_mean(found, ids);
    const std::string file = fmt::format("{}/{}.yaml", folder, found);
    add(rule, std::move(place), std::move(field), found, {{"suggestion", near ? *near + "?" : file}});
  }

  void check(const Person& person) {
    if (!person.works_on(today_)) {
      add(rules::person_has_left, person.place("leaves"), "leaves", person.leaves->iso());
      return;
    }
    if (ends_soon(person.leaves, today_))
      add(rules::person_leaves_soon, person.place("leaves"), "leaves", person.leaves->iso());
    // Not asked or refused: the name is withheld, which the auditor sees counted.
    if (person.consent.empty() || person.refused()) return;
    const Consent* consent = model_.consent(person.consent);
    if (!consent) {
      unknown(rules::consent_unknown, person.place("consent"), "consent", person.consent, model_.consents,
              &Consent::id, "consents");
    } else if (consent->person != person.id && !consent->withdrawn) {
      add(rules::consent_of_another, person.place("consent"), "consent", person.consent,
          {{"person", consent->person.empty() ? consent->subject : consent->person}});
    } else if (consent->holds_on(today_)) {
      used_.insert(consent->id);
    } else {
      const std::string_view key = consent->withdrawn ? "withdrawn" : consent->until ? "until" : "from";
      const std::optional<Date> end = consent->withdrawn ? consent->withdrawn
                                      : consent->until   ? consent->until
                                                         : consent->from;
      add(rules::consent_not_in_force, consent->place(key), "", end ? end->iso() : std::string(),
          {{"person", person.id}});
    }
  }

  // ICT-22: whom a text names is known by the consents in its front matter.
  void check(const Entry& entry) {
    if (entry.consents.empty() || entry.draft) return;
    for (const auto& text : entry.translations) {
      const Node* list = text ? text->data.given("consents") : nullptr;
      if (!list) continue;
      for (const Node& item : list->items) {
        const Consent* consent = model_.consent(item.text);
        const Place place{text->file, item.mark};
        if (!consent) {
          unknown(rules::consent_unknown, place, "consents", item.text, model_.consents, &Consent::id,
                  "consents");
        } else if (!consent->has_scope("news") || !consent->has_cover("name") ||
                   !consents_.counts(*consent)) {
          add(rules::consent_text_withheld, place, "consents", item.text, {{"consent", item.text}});
        } else {
          used_.insert(item.text);
        }
      }
    }
  }

  void check(const Consent& consent) {
    check_subject(consent);
    check_dates(consent);
    check_effect(consent);
    if (!consent.explained_by.empty() && !model_.person(consent.explained_by)) {
      unknown(rules::consent_unknown_explainer, consent.place("risks_explained"), "risks_explained.by",
              consent.explained_by, model_.people, &Person::id, "people");
    }
    if (consents_.counts(consent) && ends_soon(consent.until, today_) && used_.contains(consent.id)) {
      const std::string& whose = !consent.person.empty()      ? consent.person
                                 : !consent.pseudonym.empty() ? consent.pseudonym
                                                              : consent.id;
      add(rules::consent_ends_soon, consent.place("until"), "until", consent.until->iso(),
          {{"person", whose}});
    }
  }

  void check_subject(const Consent& consent) {
    if (!consent.person.empty() && !consent.subject.empty()) {
      add(rules::consent_subject, consent.place("subject"), "subject", consent.subject,
          {{"expected", "person: " + consent.person}});
    } else if (!consent.person.empty() && !model_.person(consent.person)) {
      unknown(rules::consent_unknown_person, consent.place("person"), "person", consent.person, model_.people,
              &Person::id, "people");
    } else if (!consent.pseudonym.empty() && !consent.pseudonym.starts_with(consent.subject + "-")) {
      add(rules::consent_subject, consent.place("pseudonym"), "pseudonym", consent.pseudonym,
          {{"expected", consent.subject + "-…"}});
    }
  }

  void check_dates(const Consent& consent) {
    if (consent.until && consent.from && *consent.until < *consent.from) {
      add(rules::consent_dates, consent.place("until"), "until", consent.until->iso(),
          {{"expected", consent.from->iso()}});
    }
    struct Day {
      const std::optional<Date>& date;
      std::string_view key, field;
    };
    for (const Day& day : {Day{consent.signed_on, "evidence", "evidence.date"},
                           Day{consent.explained_on, "risks_explained", "risks_explained.on"},
                           Day{consent.withdrawn, "withdrawn", "withdrawn"}}) {
      if (day.date && today_ < *day.date)
        add(rules::consent_future, consent.place(day.key), std::string(day.field), day.date->iso());
    }
    if (!consent.signed_on) return;
    // ICT-23: the risks are explained when the consent is asked for, not afterwards.
    if (consent.explained_on && *consent.signed_on < *consent.explained_on) {
      add(rules::consent_paper, consent.place("risks_explained"), "risks_explained.on",
          consent.explained_on->iso(), {{"expected", consent.signed_on->iso()}});
    }
    if (consent.from && *consent.from < *consent.signed_on) {
      add(rules::consent_paper, consent.place("from"), "from", consent.from->iso(),
          {{"expected", consent.signed_on->iso()}});
    }
  }

  // A purpose without the data that it needs, or the other way round.
  void check_effect(const Consent& consent) {
    const Node *scopes = consent.data.given("scopes"), *covers = consent.data.given("covers");
    if (!scopes || !covers || !scopes->is_list() || !covers->is_list()) return;  // the schema has complained
    if (consent.scopes.empty() || consent.covers.empty()) return;
    const bool pictures = consent.has_cover("photo") || consent.has_cover("video");
    if (consent.has_scope("photo") && !pictures) {
      add(rules::consent_no_effect, consent.place("scopes"), "scopes", "photo",
          {{"expected", "covers: [photo]"}});
    } else if (pictures && !consent.has_scope("photo")) {
      add(rules::consent_no_effect, consent.place("covers"), "covers", "photo",
          {{"expected", "scopes: [photo]"}});
    }
    if (consent.has_scope("news") && !consent.has_cover("name"))
      add(rules::consent_no_effect, consent.place("scopes"), "scopes", "news",
          {{"expected", "covers: [name]"}});
  }

  void report(const ConsentConflict& conflict) {
    const Consent& consent = *conflict.consent;
    const std::vector<Param> other{{"other", "consents/" + conflict.other->id + ".yaml"}};
    switch (conflict.kind) {
      case ConsentConflict::Kind::overlap:
        add(rules::consent_overlap, consent.place("from"), "", "", other);
        break;
      case ConsentConflict::Kind::contradiction:
        add(rules::consent_contradicts, consent.place(), "", "", other);
        break;
      case ConsentConflict::Kind::entered_again:
        add(rules::consent_entered_again, consent.place("evidence"), "evidence.number", consent.paper, other);
        break;
    }
  }

  const ContentModel& model_;
  const ConsentRegister& consents_;
  const std::vector<WithheldText>& withheld_;
  const Date today_;
  Findings& findings_;
  std::set<std::string> used_;
};

}  // namespace

void check_consents(const CheckInput& input, Findings& findings) {
  RegisterCheck(input, findings).run();
}

}  // namespace mektep
