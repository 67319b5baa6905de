// ICT-20…22: what is personal must not come to the site in words either: names that may not be published, in
// every form, and names, telephones, personal numbers and home addresses that nobody has answered for yet.
#include <unordered_map>

#include "base/phone.h"
#include "base/text.h"
#include "checks/name_rules.h"
#include "checks/said/checks.h"
#include "content/read.h"
#include "names/name_finder.h"
#include "names/slug_names.h"

namespace mektep {

namespace {

// «А… Б…»: enough to find the place, too little to tell the name to whoever reads a report.
std::string masked(std::string_view words) {
  std::string out;
  bool begins = true;
  std::size_t at = 0;
  while (at < words.size()) {
    const char32_t c = next_code_point(words, at);
    const bool inside = is_letter(c) || (c >= '0' && c <= '9');
    if (inside && begins) {
      if (!out.empty()) out += ' ';
      append_utf8(out, c);
      out += "…";
    }
    begins = !inside;
  }
  return out;
}

class NameCheck : public SaidCheck {
  struct Hidden {
    const PrivateName* name;
    std::vector<std::string> consents;  // that permit the name in a text
  };

 public:
  // `of_files`: what the gate has found in files; nullptr = this check is the gate's.
  NameCheck(const ContentModel& model, const ConsentRegister& consents, const PrivateNames* private_names,
            const Findings* of_files)
      : model_(model), consents_(consents), people_(model.people), of_files_(of_files) {
    for (std::uint32_t i = 0; i < people_.size(); ++i) add(people_[i], i);
    if (private_names) {
      for (const PrivateName& name : *private_names) add(name);
    }
    for (const auto& [section, file] : model_.school) add_phones(file.data);
    add_phones(model_.site.data);
    for (const Locale locale : all_locales) finder_.allow(model_.site.title.best(locale));
    if (const auto at = model_.school.find("organisation"); at != model_.school.end()) {
      if (const Node* name = at->second.data.given("name")) {
        for (const Node::Member& form : name->members)
          for (const Locale locale : all_locales) finder_.allow(read_bilingual(&form.value).best(locale));
      }
    }
    for (const Answer& answer : model_.answers) {
      const bool stands = answer.kind != AnswerKind::consented || permits(answer.consent);
      if (stands) answers_.emplace(answer.words, &answer);
    }
  }

  void look(const Said& said, Findings& findings) const override {
    if (of_files_ && is_in_file(said.in)) return;
    said.in == SaidIn::address ? address(said, findings) : words(said, findings);
  }
  // Of files, and of the answers themselves.
  void finish(Findings& findings) const override {
    if (of_files_) append(findings, Findings(*of_files_));
    for (const Answer& answer : model_.answers) {
      if (answer.kind == AnswerKind::consented && !permits(answer.consent))
        findings.emplace_back(rules::answer_consent, answer.place, "consent", answer.consent);
    }
  }

 private:
  void add(const Person& person, std::uint32_t index) {
    may_be_named_[0].push_back(consents_.may_be_named(person, Collection::pages));
    may_be_named_[1].push_back(consents_.may_be_named(person, Collection::news));
    for (const Locale locale : all_locales) {
      const KnownName name{person.surname.best(locale), person.given.best(locale),
                           person.patronymic.best(locale)};
      finder_.add(name, index);
      if (!may_be_named_[0].back()) hidden_.add(name, index);
    }
    for (const std::string& phone : consents_.publish(person).phones())
      if (auto e164 = parse_phone(phone)) finder_.add_phone(std::move(*e164));
  }
  // A pupil or parent, known by name to whoever runs the check alone: numbered behind the people.
  void add(const PrivateName& name) {
    const auto index = static_cast<std::uint32_t>(people_.size() + private_.size());
    Hidden hidden{&name, {}};
    for (const Consent& consent : model_.consents)
      if (consent.pseudonym == name.pseudonym && permits(consent.id)) hidden.consents.push_back(consent.id);
    const KnownName known{name.surname, name.given, name.patronymic};
    finder_.add(known, index);
    if (hidden.consents.empty()) hidden_.add(known, index);
    private_.push_back(std::move(hidden));
  }
  // Telephones of the school, wherever in its facts they stand.
  void add_phones(const Node& node) {
    if (node.is_scalar() && node.text.size() >= 9 && node.text.size() <= 24) {
      if (auto e164 = parse_phone(node.text)) finder_.add_phone(std::move(*e164));
    }
    for (const Node& item : node.items) add_phones(item);
    for (const Node::Member& member : node.members) add_phones(member.value);
  }

  bool permits(const std::string& id) const {
    const Consent* consent = model_.consent(id);
    return consent && consent->has_scope("news") && consent->has_cover("name") && consents_.counts(*consent);
  }
  bool answered(std::string_view file, const std::string& words) const {
    const auto [begin, end] = answers_.equal_range(words);
    return std::any_of(begin, end,
                       [&](const auto& one) { return one.second->file.empty() || one.second->file == file; });
  }

  void address(const Said& said, Findings& findings) const {
    if (hidden_.empty()) return;
    for (const std::uint32_t whose : hidden_.find(said.text)) {
      if (whose < people_.size()) {
        findings.emplace_back(rules::consent_name_in_address, said.place(), "", "",
                              std::vector<Param>{{"person", people_[whose].id}});
      } else {
        add_pupil(said, 0, private_[whose - people_.size()], findings);
      }
    }
  }

  void words(const Said& said, Findings& findings) const {
    thread_local std::vector<PersonalFind> found;
    finder_.find(said.text, *said.words, found);
    if (found.empty()) return;
    std::size_t covered = said.entry ? people_covered(*said.entry) : 0;
    std::set<std::string> asked;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const PersonalFind& one = found[i];
      if (one.kind == Personal::known_name) {
        // Names that fit several people are told together.
        std::size_t end = i + 1;
        while (end < found.size() && found[end].kind == one.kind && found[end].begin == one.begin) ++end;
        known(said, std::span(found).subspan(i, end - i), findings);
        i = end - 1;
        continue;
      }
      if (said.in == SaidIn::books) continue;
      const std::string_view text = said.text.substr(one.begin, one.end - one.begin);
      const std::string print = fingerprint(text);
      if (!asked.insert(print).second || answered(said.file, print)) continue;
      const bool name = one.kind == Personal::unknown_name;
      if (name && covered > 0) {
        --covered;  // one of those whose consents the text names
        continue;
      }
      findings.emplace_back(rule_of(one), said.place(one.begin), said.field, masked(text),
                            std::vector<Param>{{"words", print}});
    }
  }

  void known(const Said& said, std::span<const PersonalFind> all, Findings& findings) const {
    const bool news = said.entry && (said.entry->collection == Collection::news ||
                                     said.entry->collection == Collection::events);
    std::vector<const PersonalFind*> pupils;
    for (const PersonalFind& one : all) {
      if (one.whose >= people_.size()) {
        pupils.push_back(&one);
      } else if (may_be_named_[news ? 1 : 0][one.whose]) {
        return;
      }
    }
    if (pupils.size() == all.size()) {
      pupil(said, pupils, findings);
      return;
    }
    // A record of people/ may hold the surname of its own person in what they wrote: it is withheld with it.
    const auto employee =
        std::ranges::find_if(all, [&](const PersonalFind& one) { return one.whose < people_.size(); });
    const Person& person = people_[employee->whose];
    if (said.person == &person) return;
    findings.emplace_back(rules::consent_name_in_text, said.place(all.front().begin), said.field, "",
                          std::vector<Param>{{"person", person.id}});
  }

  // A text lists the consents of the pupils whom it names, so that it goes off the site with them. A surname
  // alone is no pupil: many share it.
  void pupil(const Said& said, std::span<const PersonalFind* const> all, Findings& findings) const {
    if (all.front()->surname_only && !all.front()->pupil) return;
    if (said.in == SaidIn::books) return;
    const std::vector<std::string> none;
    const std::vector<std::string>& listed = said.entry ? said.entry->consents : none;
    if (said.entry && people_covered(*said.entry) == SIZE_MAX) return;
    for (const PersonalFind* one : all) {
      for (const std::string& id : private_[one->whose - people_.size()].consents)
        if (std::ranges::find(listed, id) != listed.end()) return;
    }
    add_pupil(said, all.front()->begin, private_[all.front()->whose - people_.size()], findings);
  }
  void add_pupil(const Said& said, std::size_t offset, const Hidden& pupil, Findings& findings) const {
    const std::string& pseudonym = pupil.name->pseudonym;
    if (pupil.consents.empty()) {
      findings.emplace_back(rules::pupil_without_consent, said.place(offset), said.field, "",
                            std::vector<Param>{{"person", pseudonym}});
    } else {
      findings.emplace_back(rules::pupil_not_listed, said.place(offset), said.field, "",
                            std::vector<Param>{{"person", pseudonym}, {"consent", pupil.consents.front()}});
    }
  }

  // How many names a text may hold that no register knows, by the consents in its front matter.
  std::size_t people_covered(const Entry& entry) const {
    std::size_t count = 0;
    for (const std::string& id : entry.consents) {
      if (!permits(id)) continue;
      if (model_.consent(id)->subject == "group") return SIZE_MAX;
      ++count;
    }
    return count;
  }

  static const Rule& rule_of(const PersonalFind& find) {
    switch (find.kind) {
      case Personal::phone:
        return rules::personal_phone;
      case Personal::personal_number:
        return rules::personal_number;
      case Personal::home_address:
        return rules::personal_address;
      default:
        return find.pupil ? rules::name_of_pupil : rules::name_unknown;
    }
  }

  const ContentModel& model_;
  const ConsentRegister& consents_;
  const std::vector<Person>& people_;
  const Findings* of_files_;
  std::vector<Hidden> private_;
  std::array<std::vector<bool>, 2> may_be_named_;  // on pages, in news; by person
  NameFinder finder_;
  SlugNames hidden_;
  std::unordered_multimap<std::string, const Answer*> answers_;
};

}  // namespace

std::unique_ptr<SaidCheck> make_name_check(const CheckInput& input) {
  return std::make_unique<NameCheck>(input.site.model, input.site.facts.consents, input.private_names,
                                     &input.site.facts.of_files);
}

std::unique_ptr<SaidCheck> make_name_check_of_files(const ContentModel& model,
                                                    const ConsentRegister& consents,
                                                    const PrivateNames& private_names) {
  return std::make_unique<NameCheck>(model, consents, &private_names, nullptr);
}

}  // namespace mektep
