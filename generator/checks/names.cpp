// ICT-20…22: what is personal must not come to the site in words either: names that may not be published, in
// every form, and names, telephones, personal numbers and home addresses that nobody has answered for yet.
#include <unordered_map>

#include "base/phone.h"
#include "base/text.h"
#include "checks/name_rules.h"
#include "checks/passes.h"
#include "checks/said/said.h"
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

class NameCheck {
 public:
  explicit NameCheck(const CheckInput& input)
      : model_(input.site.model), consents_(input.site.facts.consents), people_(input.site.model.people) {
    for (std::uint32_t i = 0; i < people_.size(); ++i) add(people_[i], i);
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

  void run(const CheckInput& input, Findings& findings) {
    for (const Answer& answer : model_.answers) {
      if (answer.kind == AnswerKind::consented && !permits(answer.consent))
        findings.emplace_back(rules::answer_consent, answer.place, "consent", answer.consent);
    }
    for_all_said(input, findings, [this](const Said& said, Findings& found) {
      said.in == SaidIn::address ? address(said, found) : words(said, found);
    });
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
    for (const std::uint32_t person : hidden_.find(said.text)) {
      findings.emplace_back(rules::consent_name_in_address, said.place(), "", "",
                            std::vector<Param>{{"person", people_[person].id}});
    }
  }

  void words(const Said& said, Findings& findings) const {
    thread_local std::vector<PersonalFind> found;
    finder_.find(said.text, found);
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
    for (const PersonalFind& one : all) {
      if (may_be_named_[news ? 1 : 0][one.whose]) return;
    }
    // A record of people/ may hold the surname of its own person in what they wrote: it is withheld with it.
    const Person& person = people_[all.front().whose];
    if (said.person == &person) return;
    findings.emplace_back(rules::consent_name_in_text, said.place(all.front().begin), said.field, "",
                          std::vector<Param>{{"person", person.id}});
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
  std::array<std::vector<bool>, 2> may_be_named_;  // on pages, in news; by person
  NameFinder finder_;
  SlugNames hidden_;
  std::unordered_multimap<std::string, const Answer*> answers_;
};

}  // namespace

void check_names(const CheckInput& input, Findings& findings) {
  NameCheck(input).run(input, findings);
}

}  // namespace mektep
